import { join } from 'node:path';
import { writeCsvFile } from '../csv.ts';
import { textAt } from 'sf-cli/json';
import { inputRowOf } from '../store/columns.ts';
import type { Store } from '../store/store.ts';

/** Behind the input's own columns; the reader of inputs leaves them out. */
const PLAN_COLUMNS = ['Outcome', 'Code', 'Sentence'];

const ROWS =
  'SELECT input.*, plan.outcome, plan.code, plan.sentence FROM input LEFT JOIN plan USING (row) ORDER BY input.row';

/** Writes `plan.csv`, every row of the input in its order, and answers its path. */
export function writePlanCsv(store: Store, folder: string, columns: readonly string[]): string {
  const path = join(folder, 'plan.csv');
  writeCsvFile(path, linesOf(store, columns));
  return path;
}

function* linesOf(store: Store, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...PLAN_COLUMNS];
  for (const row of store.database.each(ROWS)) {
    const { cells } = inputRowOf(row);
    const told = [textAt(row, 'outcome'), textAt(row, 'code'), textAt(row, 'sentence')];
    yield [...columns.map((_name, index) => cells[index] ?? ''), ...told];
  }
}
