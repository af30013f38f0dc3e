import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCsvFile } from '../report/csvFile.ts';
import { adviceFor } from './failureAdvice.ts';
import type { Store } from '../store/store.ts';
import { RUN_OUTCOMES, type CellsWithOutcome, type RunOutcome } from '../store/outcomeRows.ts';

/** Added behind the input's own columns. They are left out where the file is input again. */
export const OUTCOME_COLUMNS = ['Outcome', 'UserId', 'NewUsername', 'Code', 'Message'];

export interface ResultFile {
  readonly outcome: RunOutcome;
  readonly rows: number;
  readonly path: string;
}

/**
 * Writes `created.csv`, `failed.csv` and so on, one file for each outcome that has rows, and removes the others. A file gets
 * its name only when it is whole.
 */
export function writeResultFiles(store: Store, folder: string, columns: readonly string[]): readonly ResultFile[] {
  return RUN_OUTCOMES.flatMap((outcome) => {
    const path = join(folder, `${outcome}.csv`);
    const rows = writeFile(store, outcome, columns, path);
    if (rows === 0) rmSync(path, { force: true });
    return rows === 0 ? [] : [{ outcome, rows, path }];
  });
}

function writeFile(store: Store, outcome: RunOutcome, columns: readonly string[], path: string): number {
  const partial = `${path}.partial`;
  const rows = writeCsvFile(partial, linesOf(store, outcome, columns)) - 1;
  if (rows === 0) rmSync(partial, { force: true });
  else renameSync(partial, path);
  return rows;
}

function* linesOf(store: Store, outcome: RunOutcome, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...OUTCOME_COLUMNS];
  for (const row of store.outcomes.withCells(outcome)) {
    const cells = columns.map((_name, index) => row.cells[index] ?? '');
    yield [...cells, outcome, row.userId, row.username, ...reasonOf(outcome, row)];
  }
}

function reasonOf(
  outcome: RunOutcome,
  { code, message, planned }: CellsWithOutcome
): readonly [code: string, message: string] {
  const isUnprocessed = outcome === 'unprocessed';
  // The plan's own sentences already say what to do.
  const advice = planned === 'enable' ? adviceFor(code) : '';
  const sentences = [(message || (isUnprocessed ? NOT_SENT : '')).replace(/\s+/gu, ' ').trim(), advice];
  return [code || (isUnprocessed ? 'notSent' : ''), sentences.filter((part) => part !== '').join(' ')];
}

const NOT_SENT = 'No user was made for this row, as far as is known. Resume the run, or raise its limit.';
