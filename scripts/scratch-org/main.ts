import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { buildProduct } from '../shared/product.ts';
import { createSf } from '../shared/sf/sf.ts';
import { answersAsLocal, startLocalHub } from './localHub.ts';
import { runScratchOrg } from './runScratchOrg.ts';

/** `npm run scratch-org`: an org in which the product can be clicked, by one command. */

process.exitCode = await runScratchOrg(process.argv.slice(2), {
  sf: createSf(),
  build: buildProduct,
  folder: '.cache/scratch-org',
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  now: () => performance.now(),
  pause: (milliseconds) => setTimeout(milliseconds),
  answersAsLocal,
  startLocalHub,
  openBrowser: async (url) => {
    if (!process.stdout.isTTY || process.env['CI'] !== undefined) return;
    const { default: open } = await import('open');
    await open(url);
  },
  interrupted: async () => {
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  }
});
