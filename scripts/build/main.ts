import { parseNoOptions, processOutput, runParsed } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { EXIT } from '../shared/exit.ts';
import { buildProduct } from '../shared/product.ts';

/** `npm run build`: compiles the components, so that the sf CLI can deploy them. */

const HELP = `npm run build

Compiles the components of force-app from TypeScript, so that the sf CLI can deploy them. npm run deploy does it by itself.

Exit code: 0 when they are compiled, 1 when they can't be, 2 when an option is wrong.
`;

async function build(): Promise<number> {
  const failure = await buildProduct();
  if (failure === null) return EXIT.done;
  process.stderr.write([failure.message, ...failure.details, `What to do: ${failure.todo}`, ''].join('\n'));
  return EXIT.failed;
}

await runProcess(
  () => runParsed(parseNoOptions('npm run build', process.argv.slice(2)), HELP, processOutput, build),
  'Interrupted. Some components may be compiled and others not: run npm run build again before a deploy.'
);
