import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { buildProduct } from '../shared/product.ts';
import { createSf } from 'sf-cli/sf';
import { answersAsLocal, startLocalHub } from './localHub.ts';
import { runScratchOrg, type Surroundings } from './runScratchOrg.ts';

export { runScratchOrg, type Surroundings } from './runScratchOrg.ts';

/** `npm run scratch-org`: an org in which the product can be clicked, by one command. */

/** Everything as it is on a user's machine. */
export function surroundings(): Surroundings {
  return {
    sf: createSf(),
    build: buildProduct,
    folder: '.cache/scratch-org',
    write: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    now: () => performance.now(),
    pause: (milliseconds) => setTimeout(milliseconds),
    answersAsLocal,
    startLocalHub,
    openBrowser,
    interrupted: async () => {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    }
  };
}

async function openBrowser(url: string): Promise<void> {
  if (!process.stdout.isTTY || process.env['CI'] !== undefined) return;
  const { default: open } = await import('open');
  await open(url);
}

if (import.meta.main) {
  process.exitCode = await runScratchOrg(process.argv.slice(2), surroundings());
}
