import { EXIT } from '../shared/exit.ts';
import { buildProduct } from '../shared/product.ts';

/** `npm run build`: compiles the components, so that the sf CLI can deploy them. */

const failure = await buildProduct();
if (failure !== null) {
  process.stderr.write([failure.message, ...failure.details, `What to do: ${failure.todo}`, ''].join('\n'));
  process.exitCode = EXIT.failed;
}
