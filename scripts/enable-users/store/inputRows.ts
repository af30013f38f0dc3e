import { isJson, listAt, textAt } from 'sf-cli/json';
import { jsonIn, numberIn, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';

/** By the API names of fields of User, as a request has them in JSON. */
export type UserFieldValues = Readonly<Record<string, string | number | boolean>>;

/** A row of the input as it was read. Rows count from 1, lines as an editor counts them. */
export interface InputRow {
  readonly row: number;
  readonly line: number;
  /** 18 characters; empty where the row has a problem with it. */
  readonly contactId: string;
  /** Where the row has an account's id instead of a contact's; else empty. */
  readonly accountId: string;
  /** Values of fields of the new user that have columns of their own. */
  readonly fields: UserFieldValues;
  /** As they were written, in the order of the input's columns. */
  readonly cells: readonly string[];
  /** What is wrong with the row, and what to do; null where it can be used. */
  readonly problem: string | null;
}

export interface InputRows {
  add(row: InputRow): void;
  count(): number;
  /** The next rows behind a row, at most `limit`, read at once. */
  after(row: number, limit: number): readonly InputRow[];
  /** For each row between the two that repeats a contact: the line that named the contact first. */
  repeated(from: number, to: number): ReadonlyMap<number, number>;
}

const REPEATED = `SELECT later.row, first.line FROM input AS later
  JOIN input AS first ON first.row = (SELECT min(row) FROM input WHERE contactId = later.contactId)
  WHERE later.row BETWEEN ? AND ? AND later.contactId <> '' AND first.row < later.row`;

export function createInputRows({ run, first, each }: Database): InputRows {
  return {
    add: ({ row, line, contactId, accountId, fields, cells, problem }) => {
      run(
        'INSERT INTO input VALUES (?, ?, ?, ?, ?, ?, ?)',
        row,
        line,
        contactId,
        accountId,
        JSON.stringify(fields),
        JSON.stringify(cells),
        problem
      );
    },
    count: () => numberIn(first('SELECT count(*) AS rows FROM input'), 'rows'),
    after: (row, limit) => [
      ...each('SELECT * FROM input WHERE row > ? ORDER BY row LIMIT ?', row, limit).map(toInputRow)
    ],
    repeated: (from, to) =>
      new Map(each(REPEATED, from, to).map((columns) => [numberIn(columns, 'row'), numberIn(columns, 'line')] as const))
  };
}

function toInputRow(columns: Columns): InputRow {
  return {
    row: numberIn(columns, 'row'),
    line: numberIn(columns, 'line'),
    contactId: textAt(columns, 'contactId'),
    accountId: textAt(columns, 'accountId'),
    fields: fieldsIn(columns),
    cells: cellsIn(columns),
    problem: textOrNull(columns, 'problem')
  };
}

/** The cells of a row of `input`, also where it is joined with other tables. */
export function cellsIn(columns: Columns): readonly string[] {
  return listAt({ cells: jsonIn(columns, 'cells') }, 'cells').map(String);
}

/** The values of the user's fields of a row of `input` or of `plan`. */
export function fieldsIn(columns: Columns): UserFieldValues {
  const fields = jsonIn(columns, 'fields');
  if (!isJson(fields)) return {};
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is Value => isValue(entry[1])));
}

type Value = [name: string, value: UserFieldValues[string]];

function isValue(value: unknown): value is Value[1] {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
