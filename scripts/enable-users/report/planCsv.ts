import { join } from 'node:path';
import { writeCsvFile } from './csvFile.ts';
import { codesOf } from '../store/deviations.ts';
import type { Store } from '../store/store.ts';

/** Added behind the input's own columns. They are left out where the file is input again. */
const PLAN_COLUMNS = [
  'PlanContact',
  'PlanAccount',
  'PlanUsername',
  'PlanProfile',
  'Outcome',
  'Code',
  'PlanReason',
  'Deviation'
];

/** Writes `plan.csv`: every row of the input, in its order. */
export function writePlanCsv(store: Store, folder: string, columns: readonly string[]): void {
  writeCsvFile(join(folder, 'plan.csv'), linesOf(store, columns));
}

function* linesOf(store: Store, columns: readonly string[]): Generator<readonly string[]> {
  yield [...columns, ...PLAN_COLUMNS];
  for (const row of store.plan.withCells()) {
    yield [
      ...columns.map((_name, index) => row.cells[index] ?? ''),
      ...[row.contactName, row.accountName, row.username, row.profileName],
      ...[row.outcome, row.code, row.sentence, codesOf(row.deviations)]
    ];
  }
}
