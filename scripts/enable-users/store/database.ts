import type * as sqlite from 'node:sqlite';

/** A row as SQLite gives it, by column. */
export type Columns = Readonly<Record<string, unknown>>;
export type Values = readonly sqlite.SQLInputValue[];

/** SQLite with prepared statements. Errors of SQLite are thrown: a disk that is full is nothing to go on with. */
export interface Database {
  /** The id of the last row that was inserted. */
  readonly run: (sql: string, ...values: Values) => number;
  /** How many rows it changed. */
  readonly change: (sql: string, ...values: Values) => number;
  readonly first: (sql: string, ...values: Values) => Columns | undefined;
  /** Streams; other statements may run meanwhile. */
  readonly each: (sql: string, ...values: Values) => IteratorObject<Columns, undefined>;
  /** All or nothing, on the disk when it returns. */
  transaction<Value>(work: () => Value): Value;
  /** Whether each transaction waits for the disk. What can be made again, as a plan can, needs not. */
  setDurable(isDurable: boolean): void;
  close(): void;
}

/**
 * Opens a file of SQLite, or makes it. WAL with `synchronous=FULL`: a transaction that was committed outlives kill -9 and
 * a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(path: string): Database {
  const database = new (loadSqlite().DatabaseSync)(path);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;');
  const prepared = new Map<string, sqlite.StatementSync>();
  let isInTransaction = false;

  function statement(sql: string): sqlite.StatementSync {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  }

  return {
    run: (sql, ...values) => Number(statement(sql).run(...values).lastInsertRowid),
    change: (sql, ...values) => Number(statement(sql).run(...values).changes),
    first: (sql, ...values) => statement(sql).get(...values),
    // A statement of its own: the same one may be wanted while this one is in the middle of its rows.
    each: (sql, ...values) => database.prepare(sql).iterate(...values),
    transaction: (work) => {
      if (isInTransaction) return work();
      isInTransaction = true;
      try {
        return commitAfter(database, work);
      } finally {
        isInTransaction = false;
      }
    },
    setDurable: (isDurable) => {
      database.exec(
        isDurable ? 'PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);' : 'PRAGMA synchronous=OFF;'
      );
    },
    close: () => {
      database.close();
    }
  };
}

function commitAfter<Value>(database: sqlite.DatabaseSync, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** Node warns that its SQLite is experimental; nobody who runs a command can do anything about that. */
function loadSqlite(): typeof sqlite {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
