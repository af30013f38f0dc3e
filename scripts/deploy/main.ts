import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createSf } from 'sf-cli/sf';
import { askOnTerminal } from '../shared/askOnTerminal.ts';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { buildProduct } from '../shared/product.ts';
import { runDeploy } from './runDeploy.ts';

export { runDeploy } from './runDeploy.ts';

/** `npm run deploy`: deploys the product to an org with the sf CLI. */

if (import.meta.main) {
  await runProcess(
    () =>
      runDeploy(process.argv.slice(2), {
        ...processOutput,
        // It takes five commands, and most of the time of a short one is the start of the CLI.
        sf: createSf({}, undefined, runHostedSf),
        build: buildProduct,
        ask: askOnTerminal(),
        now: () => performance.now()
      }),
    'Interrupted. Nothing was deployed.'
  );
}
