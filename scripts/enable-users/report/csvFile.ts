import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { escapeFormula } from 'c/externalUserListRules';
import { toCsvLine } from '../../shared/csv.ts';
import { withPath } from '../../shared/fileProblem.ts';

/** How many characters are collected before they are written to the disk. */
const BUFFERED = 16_000;

/** Without it, Excel reads UTF-8 in the code page of the machine, and Zoë becomes ZoÃ«. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes lines as they come, with no cell that a spreadsheet takes for a formula. Answers how many lines there were. */
export function writeCsvFile(path: string, lines: Iterable<readonly string[]>): number {
  const file = openSync(path, 'w', 0o600);
  let count = 0;
  let text = BYTE_ORDER_MARK;
  const write = (): void => {
    withPath(path, () => writeSync(file, text));
    text = '';
  };
  try {
    for (const line of lines) {
      text += toCsvLine(line.map(escapeFormula));
      count += 1;
      if (text.length < BUFFERED) continue;
      write();
    }
    write();
  } finally {
    closeSync(file);
  }
  return count;
}

/**
 * Writes a header and its rows. A file gets its name only when it is whole, and one without rows is removed. Answers how many
 * rows there were.
 */
export function writeRowsFile(path: string, lines: Iterable<readonly string[]>): number {
  const partial = `${path}.partial`;
  try {
    const rows = writeCsvFile(partial, lines) - 1;
    if (rows > 0) renameSync(partial, path);
    else rmSync(path, { force: true });
    return rows;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Writes a text that only this user may read. */
export function writeTextFile(path: string, text: string): void {
  withPath(path, () => {
    writeFileSync(path, text, { mode: 0o600 });
  });
}
