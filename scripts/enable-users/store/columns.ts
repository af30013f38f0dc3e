import { numberAt } from 'sf-cli/json';

/** A row as SQLite gives it, by column. The store reads back what it wrote; any other value means a damaged file. */
export type Columns = Readonly<Record<string, unknown>>;

/** The number in a column; 0 where there is no row or no number. */
export function numberIn(columns: Columns | undefined, name: string): number {
  return numberAt(columns, name) ?? 0;
}

export function textOrNull(columns: Columns, name: string): string | null {
  const value = columns[name];
  return typeof value === 'string' ? value : null;
}

export function jsonIn(columns: Columns, name: string): unknown {
  const text = textOrNull(columns, name);
  const value: unknown = text === null ? null : JSON.parse(text);
  return value;
}

/** The name in a column, which is one of `names`. */
export function oneOf<Name extends string>(names: readonly Name[], columns: Columns, column: string): Name {
  const found = names.find((name) => name === columns[column]);
  if (found === undefined) throw new Error(`run.db holds ${String(columns[column])} as ${column}: it is damaged.`);
  return found;
}

/** How many rows there are of each name, of a query that selects `name` and `rows`. */
export function countsOf(rows: IteratorObject<Columns, undefined>): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map((row) => [String(row['name']), numberIn(row, 'rows')]));
}
