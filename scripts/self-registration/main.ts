import { setTimeout as pause } from 'node:timers/promises';
import { createSf } from 'sf-cli/sf';
import { runSelfRegistration } from './runSelfRegistration.ts';

/** `npm run self-registration`: visitors of a site make their own users, by the sf CLI. */

process.exitCode = await runSelfRegistration(process.argv.slice(2), {
  sf: createSf(),
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  now: () => performance.now(),
  pause
});
