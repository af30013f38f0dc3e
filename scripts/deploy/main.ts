import { createSf } from 'sf-cli/sf';
import { processOutput } from '../shared/commandLine.ts';
import { buildProduct } from '../shared/product.ts';
import { runDeploy } from './runDeploy.ts';

/** `npm run deploy`: deploys the product to an org with the sf CLI. */

process.exitCode = await runDeploy(process.argv.slice(2), {
  ...processOutput,
  sf: createSf(),
  build: buildProduct,
  now: () => performance.now()
});
