import { closeSync, openSync, writeSync } from 'node:fs';
import { defused } from 'c/externalUserRules';
import { toCsvLine } from '../../shared/csv.ts';

/** How many characters of lines are kept before they go to the disk. */
const BUFFERED = 60_000;

/** Without it, Excel takes UTF-8 for the code page of the machine, and Zoë for ZoÃ«. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes lines as they come, each cell defused. Answers how many lines there were. */
export function writeCsvFile(path: string, lines: Iterable<readonly string[]>): number {
  const file = openSync(path, 'w');
  let count = 0;
  let text = BYTE_ORDER_MARK;
  try {
    for (const line of lines) {
      text += toCsvLine(line.map(defused));
      count += 1;
      if (text.length < BUFFERED) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return count;
}
