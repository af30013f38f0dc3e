import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export const OUTCOMES = [
  'created',
  'already',
  'reactivated',
  'skipped',
  'blocked',
  'failed',
  'unclear',
  'unprocessed'
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Row = Readonly<Record<string, string>>;

/** The rows of an outcome file; an empty list where there is no file. */
export function rowsOf(folder: string, outcome: Outcome): readonly Row[] {
  const path = join(folder, `${outcome}.csv`);
  if (!existsSync(path)) return [];
  const rows: Row[] = parse(readFileSync(path), { bom: true, columns: true });
  return rows;
}

/** How many rows each outcome has, without outcomes that have none. */
export function countsOf(folder: string): Partial<Record<Outcome, number>> {
  const counts = OUTCOMES.map((outcome) => [outcome, rowsOf(folder, outcome).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** The contacts that are in the outcome files more than once. */
export function repeated(folder: string): readonly string[] {
  const seen = new Set<string>();
  return OUTCOMES.flatMap((outcome) => rowsOf(folder, outcome)).flatMap(({ ContactId = '' }) => {
    if (seen.has(ContactId)) return [ContactId];
    seen.add(ContactId);
    return [];
  });
}
