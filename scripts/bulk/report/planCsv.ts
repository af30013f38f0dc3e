import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { defused, toCsvLine } from '../csv.ts';
import { textAt } from '../../shared/json.ts';
import { inputRowOf } from '../store/rows.ts';
import type { Store } from '../store.ts';

/** Behind the input's own columns; the reader of inputs leaves them out. */
const PLAN_COLUMNS = ['Outcome', 'Code', 'Sentence'];

const ROWS =
  'SELECT input.*, plan.outcome, plan.code, plan.sentence FROM input LEFT JOIN plan USING (row) ORDER BY input.row';

/** Characters that are written at once. */
const BUFFERED = 60_000;

/** Writes `plan.csv`, every row of the input in its order, and answers its path. */
export function writePlanCsv(store: Store, folder: string, columns: readonly string[]): string {
  const path = join(folder, 'plan.csv');
  const file = openSync(path, 'w');
  try {
    let text = toCsvLine([...columns, ...PLAN_COLUMNS].map(defused));
    for (const row of store.database.each(ROWS)) {
      const { cells } = inputRowOf(row);
      const told = [textAt(row, 'outcome'), textAt(row, 'code'), textAt(row, 'sentence')];
      text += toCsvLine([...columns.map((_name, index) => cells[index] ?? ''), ...told].map(defused));
      if (text.length < BUFFERED) continue;
      writeSync(file, text);
      text = '';
    }
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
  return path;
}
