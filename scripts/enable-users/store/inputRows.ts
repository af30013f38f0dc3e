import { listAt, textAt } from 'sf-cli/json';
import { jsonIn, numberIn, textOrNull, type Columns } from './columns.ts';
import type { Database } from './database.ts';

/** A row of the input as it was read. Rows count from 1, lines as an editor counts them. */
export interface InputRow {
  readonly row: number;
  readonly line: number;
  /** 18 characters; empty where the row has a problem with it. */
  readonly contactId: string;
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
  /** The row that named the contact first. */
  rowOfContact(contactId: string): number | undefined;
}

const REPEATED = `SELECT later.row, first.line FROM input AS later
  JOIN input AS first ON first.row = (SELECT min(row) FROM input WHERE contactId = later.contactId)
  WHERE later.row BETWEEN ? AND ? AND later.contactId <> '' AND first.row < later.row`;

export function createInputRows({ run, first, each }: Database): InputRows {
  return {
    add: ({ row, line, contactId, cells, problem }) => {
      run('INSERT INTO input VALUES (?, ?, ?, ?, ?)', row, line, contactId, JSON.stringify(cells), problem);
    },
    count: () => numberIn(first('SELECT count(*) AS rows FROM input'), 'rows'),
    after: (row, limit) => [
      ...each('SELECT * FROM input WHERE row > ? ORDER BY row LIMIT ?', row, limit).map(toInputRow)
    ],
    repeated: (from, to) =>
      new Map(
        each(REPEATED, from, to).map((columns) => [numberIn(columns, 'row'), numberIn(columns, 'line')] as const)
      ),
    rowOfContact: (contactId) =>
      numberIn(first('SELECT min(row) AS row FROM input WHERE contactId = ?', contactId), 'row') || undefined
  };
}

function toInputRow(columns: Columns): InputRow {
  return {
    row: numberIn(columns, 'row'),
    line: numberIn(columns, 'line'),
    contactId: textAt(columns, 'contactId'),
    cells: cellsIn(columns),
    problem: textOrNull(columns, 'problem')
  };
}

/** The cells of a row of `input`, also where it is joined with other tables. */
export function cellsIn(columns: Columns): readonly string[] {
  return listAt({ cells: jsonIn(columns, 'cells') }, 'cells').map(String);
}
