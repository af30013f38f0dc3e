import { setTimeout } from 'node:timers/promises';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createSf } from 'sf-cli/sf';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { buildProduct } from '../shared/product.ts';
import { localHome, startLocalHub } from '../scratch-org/main.ts';
import * as installed from './installedOrg.ts';
import { runPackage, type PackageContext } from './runPackage.ts';

export { runPackage, type PackageContext } from './runPackage.ts';

/** `npm run package`: makes the unlocked packages of the product in a Dev Hub, and installs them in another org. */

/** The context of a user's process. */
export function processContext(): PackageContext {
  return {
    ...processOutput,
    sfIn: (folder) => createSf({}, folder, runHostedSf),
    build: buildProduct,
    root: '.',
    folder: '.cache/package',
    now: () => performance.now(),
    pause: (milliseconds) => setTimeout(milliseconds),
    localHome,
    startLocalHub,
    today: () => new Date(),
    installed
  };
}

if (import.meta.main) {
  await runProcess(() => runPackage(process.argv.slice(2), processContext()), 'Interrupted. No package was made.');
}
