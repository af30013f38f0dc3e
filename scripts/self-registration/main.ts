import { setTimeout as pause } from 'node:timers/promises';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { createSf } from 'sf-cli/sf';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { runSelfRegistration } from './runSelfRegistration.ts';

export { runSelfRegistration } from './runSelfRegistration.ts';

/** `npm run self-registration`: lets visitors of a site make their own users. */

if (import.meta.main) {
  await runProcess(
    () =>
      runSelfRegistration(process.argv.slice(2), {
        ...processOutput,
        sf: createSf({}, undefined, runHostedSf),
        now: () => performance.now(),
        pause
      }),
    'Interrupted. Nothing was changed.'
  );
}
