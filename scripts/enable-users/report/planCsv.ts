import { join } from 'node:path';
import { writeCsvFile } from './csvFile.ts';
import type { Store } from '../store/store.ts';

/** Behind the input's own columns; the reader of inputs leaves them out. */
const PLAN_COLUMNS = ['Outcome', 'Code', 'Sentence'];

/** Writes `plan.csv`, every row of the input in its order, and answers its path. */
export function writePlanCsv(store: Store, folder: string, columns: readonly string[]): string {
  const path = join(folder, 'plan.csv');
  writeCsvFile(path, linesOf(store, columns));
  return path;
}

function* linesOf(store: Store, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...PLAN_COLUMNS];
  for (const { cells, outcome, code, sentence } of store.plan.withCells()) {
    yield [...columns.map((_name, index) => cells[index] ?? ''), outcome, code, sentence];
  }
}
