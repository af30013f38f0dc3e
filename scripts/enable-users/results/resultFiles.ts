import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import { writeCsvFile } from '../csv.ts';
import { adviceFor } from './failureAdvice.ts';
import { inputRowOf } from '../store/columns.ts';
import type { Store } from '../store/store.ts';
import { RESULT_OUTCOMES, type ResultOutcome } from '../store/outcomeRows.ts';

/** Behind the input's own columns; a file with them can be input again, whose reader leaves them out. */
export const OUTCOME_COLUMNS = ['Outcome', 'UserId', 'NewUsername', 'Code', 'Message'];

export interface ResultFile {
  readonly outcome: ResultOutcome;
  readonly rows: number;
  readonly path: string;
}

/** A row without a result is unprocessed: not sent, or nothing is known of it yet. */
const ROWS = `SELECT input.*, plan.outcome AS planned, results.userId, results.code, results.message,
    iif(results.outcome = 'created',
      (SELECT username FROM sendRows WHERE sendRows.row = input.row ORDER BY attempt DESC LIMIT 1), '') AS username
  FROM input LEFT JOIN plan USING (row) LEFT JOIN results USING (row)
  WHERE coalesce(results.outcome, 'unprocessed') = ? ORDER BY input.row`;

/**
 * Writes `created.csv`, `failed.csv` …, one for each outcome that has rows, and takes away those that have none. Each is
 * whole from the moment when it is there.
 */
export function writeResultFiles(store: Store, folder: string, columns: readonly string[]): readonly ResultFile[] {
  return RESULT_OUTCOMES.flatMap((outcome) => {
    const path = join(folder, `${outcome}.csv`);
    const rows = writeFile(store, outcome, columns, path);
    if (rows === 0) rmSync(path, { force: true });
    return rows === 0 ? [] : [{ outcome, rows, path }];
  });
}

function writeFile(store: Store, outcome: ResultOutcome, columns: readonly string[], path: string): number {
  const partial = `${path}.partial`;
  const rows = writeCsvFile(partial, linesOf(store, outcome, columns)) - 1;
  if (rows === 0) rmSync(partial, { force: true });
  else renameSync(partial, path);
  return rows;
}

function* linesOf(store: Store, outcome: ResultOutcome, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...OUTCOME_COLUMNS];
  for (const row of store.database.each(ROWS, outcome)) {
    const { cells } = inputRowOf(row);
    const told = [outcome, textAt(row, 'userId'), textAt(row, 'username'), codeOf(row), messageOf(row)];
    yield [...columns.map((_name, index) => cells[index] ?? ''), ...told];
  }

  function codeOf(row: Readonly<Record<string, unknown>>): string {
    return textAt(row, 'code') || (outcome === 'unprocessed' ? 'notSent' : '');
  }

  function messageOf(row: Readonly<Record<string, unknown>>): string {
    const message = textAt(row, 'message') || (outcome === 'unprocessed' ? NOT_SENT : '');
    // The plan's own sentences say already what to do.
    const advice = textAt(row, 'planned') === 'enable' ? adviceFor(textAt(row, 'code')) : '';
    return [message.replace(/\s+/gu, ' ').trim(), advice].filter((part) => part !== '').join(' ');
  }
}

const NOT_SENT = 'No user was made for this row, as far as is known. Resume the run, or raise its limit.';
