import { join } from 'node:path';
import { writeCsvFile } from './csvFile.ts';
import { codesOf } from '../store/deviations.ts';
import type { Store } from '../store/store.ts';

/** Added behind the input's own columns. They are left out where the file is input again. */
const PLAN_COLUMNS = ['Outcome', 'Code', 'Sentence', 'Deviation'];

/** Writes `plan.csv`: every row of the input, in its order. */
export function writePlanCsv(store: Store, folder: string, columns: readonly string[]): void {
  writeCsvFile(join(folder, 'plan.csv'), linesOf(store, columns));
}

function* linesOf(store: Store, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...PLAN_COLUMNS];
  for (const { cells, outcome, code, sentence, deviations } of store.plan.withCells()) {
    yield [...columns.map((_name, index) => cells[index] ?? ''), outcome, code, sentence, codesOf(deviations)];
  }
}
