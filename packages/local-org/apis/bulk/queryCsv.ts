import type { Column, CompiledQuery, QueryRow } from '../soql/routes.ts';
import { DELIMITERS, quoted } from './csvValues.ts';
import type { BulkJob } from './job.ts';

/** A column of the results: a field, with the relationships that lead to its record. */
export interface CsvColumn {
  readonly parents: readonly string[];
  readonly name: string;
  readonly type: string;
}

/** The columns of a query, in its order. FIELDS(STANDARD) leaves out compound fields (inferred). */
export function csvColumnsOf({ columns, shape }: CompiledQuery): readonly CsvColumn[] {
  const all = leavesOf(columns.columnMetadata, []);
  return shape.fieldGroups.length === 0 ? all : all.filter((column) => !isCompound(column));
}

function leavesOf(columns: readonly Column[], parents: readonly string[]): CsvColumn[] {
  return columns.flatMap(({ columnName: name, joinColumns, apexType: type }) =>
    joinColumns.length === 0 ? [{ parents, name, type }] : leavesOf(joinColumns, [...parents, name])
  );
}

/** Whether a column is composed of others, as `MailingAddress` is. */
export function isCompound({ type }: CsvColumn): boolean {
  return type === 'Address' || type === 'Location';
}

/** The line of names, without its line ending. */
export function csvHeader(job: BulkJob, columns: readonly CsvColumn[]): string {
  return columns.map(({ parents, name }) => quoted([...parents, name].join('.'))).join(DELIMITERS[job.columnDelimiter]);
}

/** The line of a record, without its line ending. Every value has quotes, also an empty one. */
export function csvLine(job: BulkJob, columns: readonly CsvColumn[], row: QueryRow): string {
  return columns.map((column) => quoted(textOf(column, row))).join(DELIMITERS[job.columnDelimiter]);
}

function textOf({ parents, name, type }: CsvColumn, row: QueryRow): string {
  const value = recordAt(row, parents)?.[name];
  switch (typeof value) {
    case 'string':
      return type === 'Datetime' ? value.replace(/\+0000$/, 'Z') : value;
    case 'number':
      return type === 'Integer' ? String(value) : doubleText(value);
    case 'boolean':
      return String(value);
    default:
      return '';
  }
}

/** The record that relationships lead to; null where one of them is empty. */
function recordAt(row: QueryRow, parents: readonly string[]): QueryRow | null {
  let record = row;
  for (const parent of parents) {
    const next = record[parent];
    if (!isRow(next)) return null;
    record = next;
  }
  return record;
}

function isRow(value: QueryRow[string] | undefined): value is QueryRow {
  return typeof value === 'object' && value !== null;
}

/** A number as Java prints a double, which orgs do: `23.0`, and `1.6147805824397E13` from ten million on [F-158]. */
function doubleText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${withPoint(digits)}E${String(Number(exponent))}`;
  }
  return withPoint(String(value));
}

function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`;
}
