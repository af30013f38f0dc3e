import { join } from 'node:path';
import { terminalText } from '../../shared/terminalText.ts';
import { writeRowsFile } from '../report/csvFile.ts';
import { counted, number } from '../report/numbers.ts';
import type { CellsWithReset } from '../store/passwordResets.ts';
import type { Store } from '../store/store.ts';

/** Added behind the input's own columns. They are left out where the file is input again. */
const COLUMNS = ['Outcome', 'UserId', 'NewUsername', 'Message'];

/** Writes `passwords.csv`, with every user that the run created. Answers its path, or null where there is none. */
export function writePasswordsFile(store: Store, folder: string, columns: readonly string[]): string | null {
  const path = join(folder, 'passwords.csv');
  return writeRowsFile(path, linesOf(store, columns)) === 0 ? null : path;
}

function* linesOf(store: Store, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...COLUMNS];
  for (const { cells, userId, username, state, message } of store.passwordResets.withCells()) {
    const words = terminalText(message.replace(/\s+/gu, ' ')).trim();
    const sentences = [words, WHAT_IT_MEANS[state]].filter((part) => part !== '').join(' ');
    yield [...columns.map((_name, index) => cells[index] ?? ''), state, userId, username, sentences];
  }
}

const WHAT_IT_MEANS: Readonly<Record<CellsWithReset['state'], string>> = {
  reset: 'The org mailed a link for setting a password.',
  refused: 'No mail was sent. The next call of reset-passwords tries it again, after all other users.',
  unclear:
    'The org gave no clear answer, so that the mail may have been sent or not. Ask the user, or reset the password in Setup: reset-passwords sends no second mail.',
  left: 'No mail was sent yet. Call reset-passwords again.'
};

/** How the wave ended, in one sentence. */
export function passwordsVerdict(
  isStopped: boolean,
  { reset, left, refused, unclear }: Readonly<Record<CellsWithReset['state'], number>>
): string {
  const all = reset + left + refused + unclear;
  const mailed = `${number(reset)} of ${counted(all, 'user')} got a link`;
  if (isStopped) return `Stopped before the end: ${mailed}.`;
  return left + refused + unclear === 0 ? `Finished: ${mailed}.` : `${mailed} so far.`;
}
