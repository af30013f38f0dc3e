import { join } from 'node:path';
import { openDatabase, type Columns, type Database } from './database.ts';
import { inputRowOf, numberIn, planRowOf, resultRowOf, sendOf, sendRowOf } from './columns.ts';
import { SCHEMA } from './schema.ts';
import type { InputRow, PlanOutcome, PlanRow, ResultRow, Send, SendRow, SendState } from './outcomeRows.ts';

export type NameField = 'username' | 'nickname';
/** How many rows there are of each name. */
export type Counts = Readonly<Record<string, number>>;

/** Everything that a run knows, on the disk: what was read, planned, sent and answered. Iterators stream. */
export interface Store {
  readonly database: Database;
  transaction<Value>(work: () => Value): Value;
  meta(key: string): string | null;
  setMeta(key: string, value: string): void;

  addInput(row: InputRow): void;
  inputs(): IteratorObject<InputRow, undefined>;
  input(row: number): InputRow | undefined;
  /** At most so many rows behind a row, read at once. */
  inputsAfter(row: number, limit: number): readonly InputRow[];
  /** By row, of the rows from one to another: the line of the row that named the same contact first. */
  repeatedRows(from: number, to: number): ReadonlyMap<number, number>;
  /** The row that named the contact first, or undefined. */
  rowOfContact(contactId: string): number | undefined;
  inputCount(): number;

  savePlan(row: PlanRow): void;
  plan(row: number): PlanRow | undefined;
  /** In input order. */
  plans(): IteratorObject<PlanRow, undefined>;
  /** By account, then in input order: the order to send in. */
  plansOf(outcome: PlanOutcome): IteratorObject<PlanRow, undefined>;
  planCounts(): Counts;
  /** False where another row of this run has the name already, in whatever case. */
  claimName(field: NameField, name: string, row: number): boolean;
  releaseName(field: NameField, name: string): void;

  /** Written with its rows, committed before the request goes out. */
  prepareSend(send: Pick<Send, 'transport' | 'stage' | 'at'>, rows: Iterable<SendRow>): number;
  markSend(id: number, state: SendState, jobId?: string): void;
  sends(): IteratorObject<Send, undefined>;
  /** Those that were written and are not done. */
  unfinishedSends(): readonly Send[];
  sendRows(sendId: number): IteratorObject<SendRow, undefined>;
  /** How often the row was sent. */
  attempts(row: number): number;

  saveResult(row: ResultRow): void;
  result(row: number): ResultRow | undefined;
  results(): IteratorObject<ResultRow, undefined>;
  resultCounts(): Counts;
  close(): void;
}

export const STORE_FILE = 'run.db';

const REPEATED_ROWS = `SELECT later.row, first.line FROM input AS later
  JOIN input AS first ON first.row = (SELECT min(row) FROM input WHERE contactId = later.contactId)
  WHERE later.row BETWEEN ? AND ? AND later.contactId <> '' AND first.row < later.row`;

/** The store of a run folder, made where it isn't there yet. */
export function openStore(folder: string, file = STORE_FILE): Store {
  const database = openDatabase(join(folder, file));
  const { run, first, each } = database;
  for (const table of SCHEMA) run(table);

  return {
    database,
    transaction: (work) => database.transaction(work),
    meta: (key) => {
      const value = first('SELECT value FROM meta WHERE key = ?', key)?.['value'];
      return typeof value === 'string' ? value : null;
    },
    setMeta: (key, value) => {
      run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, value);
    },

    addInput: ({ row, line, contactId, cells, problem }) => {
      run('INSERT INTO input VALUES (?, ?, ?, ?, ?)', row, line, contactId, JSON.stringify(cells), problem);
    },
    inputs: () => each('SELECT * FROM input ORDER BY row').map(inputRowOf),
    input: (row) => mapped(first('SELECT * FROM input WHERE row = ?', row), inputRowOf),
    inputsAfter: (row, limit) => [
      ...each('SELECT * FROM input WHERE row > ? ORDER BY row LIMIT ?', row, limit).map(inputRowOf)
    ],
    repeatedRows: (from, to) =>
      new Map(
        each(REPEATED_ROWS, from, to).map((columns) => [numberIn(columns, 'row'), numberIn(columns, 'line')] as const)
      ),
    rowOfContact: (contactId) => {
      const found = first('SELECT min(row) AS row FROM input WHERE contactId = ?', contactId);
      return numberIn(found, 'row') || undefined;
    },
    inputCount: () => numberIn(first('SELECT count(*) AS rows FROM input'), 'rows'),

    savePlan: (plan) => {
      run(
        'INSERT OR REPLACE INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        plan.row,
        plan.contactId,
        plan.accountId,
        plan.kind,
        plan.profileId,
        plan.licenseId,
        plan.isRoleBased ? 1 : 0,
        plan.outcome,
        plan.code,
        plan.sentence,
        plan.draft === null ? null : JSON.stringify(plan.draft),
        plan.userId
      );
    },
    plan: (row) => mapped(first('SELECT * FROM plan WHERE row = ?', row), planRowOf),
    plans: () => each('SELECT * FROM plan ORDER BY row').map(planRowOf),
    plansOf: (outcome) => each('SELECT * FROM plan WHERE outcome = ? ORDER BY accountId, row', outcome).map(planRowOf),
    planCounts: () => countsOf(each('SELECT outcome AS name, count(*) AS rows FROM plan GROUP BY outcome')),
    claimName: (field, name, row) => {
      const key = name.toLowerCase();
      if (database.change('INSERT OR IGNORE INTO names VALUES (?, ?, ?)', field, key, row) > 0) return true;
      return numberIn(first('SELECT row FROM names WHERE field = ? AND name = ?', field, key), 'row') === row;
    },
    releaseName: (field, name) => {
      run('DELETE FROM names WHERE field = ? AND name = ?', field, name.toLowerCase());
    },

    prepareSend: ({ transport, stage, at }, rows) =>
      database.transaction(() => {
        const id = run('INSERT INTO sends VALUES (NULL, ?, NULL, ?, ?, ?)', transport, stage, 'prepared', at);
        for (const { row, attempt, username, nickname } of rows) {
          run('INSERT INTO sendRows VALUES (?, ?, ?, ?, ?)', id, row, attempt, username, nickname);
        }
        return id;
      }),
    markSend: (id, state, jobId) => {
      run('UPDATE sends SET state = ?, jobId = coalesce(?, jobId) WHERE id = ?', state, jobId ?? null, id);
    },
    sends: () => each('SELECT * FROM sends ORDER BY id').map(sendOf),
    unfinishedSends: () => [...each("SELECT * FROM sends WHERE state <> 'done' ORDER BY id").map(sendOf)],
    sendRows: (sendId) => each('SELECT * FROM sendRows WHERE sendId = ? ORDER BY row', sendId).map(sendRowOf),
    attempts: (row) => numberIn(first('SELECT max(attempt) AS rows FROM sendRows WHERE row = ?', row), 'rows'),

    saveResult: ({ row, outcome, userId, code, message }) => {
      run('INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?)', row, outcome, userId, code, message);
    },
    result: (row) => mapped(first('SELECT * FROM results WHERE row = ?', row), resultRowOf),
    results: () => each('SELECT * FROM results ORDER BY row').map(resultRowOf),
    resultCounts: () => countsOf(each('SELECT outcome AS name, count(*) AS rows FROM results GROUP BY outcome')),
    close: () => {
      database.close();
    }
  };
}

function mapped<From, To>(value: From | undefined, to: (value: From) => To): To | undefined {
  return value === undefined ? undefined : to(value);
}

function countsOf(rows: IteratorObject<Columns, undefined>): Counts {
  return Object.fromEntries(rows.map((row) => [String(row['name']), numberIn(row, 'rows')]));
}
