import { setTimeout } from 'node:timers/promises';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createSf } from 'sf-cli/sf';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { nextInterruption } from '../shared/interruption.ts';
import { buildProduct } from '../shared/product.ts';
import { localHome, startLocalHub } from './localHub.ts';
import { runScratchOrg, type ScratchOrgContext } from './runScratchOrg.ts';

export * as demo from './demo.ts';
export { NOTHING_DONE, stateIn, type DemoState } from './demoState.ts';
export type { DemoTools } from './demoStep.ts';
export { localHome, startLocalHub, type LocalHub } from './localHub.ts';
export { ON_THIS_MACHINE } from './options.ts';
export { runInOwnHub, type OwnHubContext } from './ownHub.ts';
export { prepareInstalledOrg } from './prepareInstalledOrg.ts';
export { runScratchOrg, type ScratchOrgContext } from './runScratchOrg.ts';
export { demoSteps } from './steps/demoSteps.ts';

/** `npm run scratch-org`: makes an org in which the product can be tried. */

/** The context of a user's process. */
export function processContext(): ScratchOrgContext {
  return {
    ...processOutput,
    sf: createSf({}, undefined, runHostedSf),
    build: buildProduct,
    folder: '.cache/scratch-org',
    now: () => performance.now(),
    today: () => new Date(),
    pause: (milliseconds) => setTimeout(milliseconds),
    localHome,
    startLocalHub,
    openBrowser,
    interrupted: nextInterruption
  };
}

async function openBrowser(url: string): Promise<void> {
  if (!process.stdout.isTTY || process.env['CI'] !== undefined) return;
  const { default: open } = await import('open');
  await open(url);
}

if (import.meta.main) {
  await runProcess(() => runScratchOrg(process.argv.slice(2), processContext()), 'Interrupted. No org was made.');
}
