import { createSf } from 'sf-cli/sf';
import { askOnTerminal } from '../shared/askOnTerminal.ts';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { runDoctor } from './runDoctor.ts';

export { examine } from './examine.ts';
export type { Group } from './finding.ts';
export { createOrg } from './org.ts';

/** `npm run doctor`: says whether an org is ready for external users, and whether it behaves as we assume. */

if (import.meta.main) await main();

/** The body of the process. */
export async function main(): Promise<void> {
  await runProcess(
    () =>
      runDoctor(process.argv.slice(2), {
        ...processOutput,
        // The table has colors, and each text of a finding is one of terminalLine.
        // eslint-disable-next-line no-restricted-syntax
        write: (text) => process.stdout.write(text),
        sf: createSf(),
        isColored: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
        ask: askOnTerminal(),
        now: () => new Date()
      }),
    'Interrupted. The doctor has only read, and the org is unchanged; a deploy of --write-settings that it has received goes on.'
  );
}
