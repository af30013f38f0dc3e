import { buildProduct } from '../shared/product.ts';
import { createSf } from 'sf-cli/sf';
import { runDeploy } from './runDeploy.ts';

/** `npm run deploy`: the product into an org, by the sf CLI. */

process.exitCode = await runDeploy(process.argv.slice(2), {
  sf: createSf(),
  build: buildProduct,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  now: () => performance.now()
});
