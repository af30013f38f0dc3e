import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { buildProduct } from '../shared/product.ts';

/** `npm run build`: compiles the components, so that the sf CLI can deploy them. */

await runProcess(async () => {
  const failure = await buildProduct();
  if (failure === null) return EXIT.done;
  process.stderr.write([failure.message, ...failure.details, `What to do: ${failure.todo}`, ''].join('\n'));
  return EXIT.failed;
}, 'Interrupted. Some components may be compiled and others not: run npm run build again before a deploy.');
