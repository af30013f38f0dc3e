import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { createSf } from 'sf-cli/sf';
import { processOutput } from '../shared/commandLine.ts';
import { runProcess } from '../shared/commandProcess.ts';
import { terminalText } from '../shared/terminalText.ts';
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
        ask: process.stdin.isTTY ? askOnTerminal : null,
        now: () => new Date()
      }),
    'Interrupted. The doctor has only read, and the org is unchanged; a deploy of --write-settings that it has received goes on.'
  );
}

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D close the terminal without an answer, which counts as no.
  const closed = once(terminal, 'close').then(() => '');
  try {
    return await Promise.race([terminal.question(terminalText(question)).catch(() => ''), closed]);
  } finally {
    terminal.close();
  }
}
