import { setTimeout } from 'node:timers/promises';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createSf } from 'sf-cli/sf';
import { localHome, startLocalHub } from '../scratch-org/main.ts';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { buildProduct } from '../shared/product.ts';
import { runAcceptance, type AcceptanceContext } from './runAcceptance.ts';

export { runAcceptance, type AcceptanceContext } from './runAcceptance.ts';

/** `npm run acceptance`: proves the whole product in a fresh scratch org. */

/** More than one request has room for, and fewer than Bulk API 2.0 is worth. */
const ROWS = 250;

/** The context of a user's process. */
export function processContext(): AcceptanceContext {
  return {
    ...processOutput,
    sf: createSf({}, undefined, runHostedSf),
    environment: {},
    build: buildProduct,
    folder: '.cache/acceptance',
    rows: ROWS,
    now: () => performance.now(),
    today: () => new Date(),
    pause: (milliseconds) => setTimeout(milliseconds),
    localHome,
    startLocalHub
  };
}

if (import.meta.main) {
  await runProcess(() => runAcceptance(process.argv.slice(2), processContext()), 'Interrupted. No org was made.');
}
