import { chmodSync, existsSync } from 'node:fs';
import type * as sqlite from 'node:sqlite';
import { numberAt } from 'sf-cli/json';
import type { Columns } from './columns.ts';
import { asFileError, guardRows } from './sqliteErrors.ts';

type Values = readonly sqlite.SQLInputValue[];

/** SQLite with prepared statements. It throws a FileError: a run can't go on with a full disk. */
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
  /** Whether each transaction waits for the disk. */
  setDurable(isDurable: boolean): void;
  close(): void;
}

/**
 * Opens a file of SQLite, or creates it. With WAL and `synchronous=FULL`, a committed transaction survives kill -9 and a
 * power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(path: string): Database {
  const database = open(path, 'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;');
  const guarded = <Value>(work: () => Value): Value => asFileError(path, work);
  const prepared = new Map<string, sqlite.StatementSync>();
  let isInTransaction = false;

  function statement(sql: string): sqlite.StatementSync {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  }

  return {
    run: (sql, ...values) => guarded(() => Number(statement(sql).run(...values).lastInsertRowid)),
    change: (sql, ...values) => guarded(() => Number(statement(sql).run(...values).changes)),
    first: (sql, ...values) => guarded(() => statement(sql).get(...values)),
    // A new statement each time, as the same query may start again while its rows are still being read.
    each: (sql, ...values) =>
      guardRows(
        path,
        guarded(() => database.prepare(sql).iterate(...values))
      ),
    transaction: (work) => {
      if (isInTransaction) return work();
      isInTransaction = true;
      try {
        return guarded(() => commitAfter(database, work));
      } finally {
        isInTransaction = false;
      }
    },
    setDurable: (isDurable) => {
      guarded(() => {
        database.exec(
          isDurable ? 'PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);' : 'PRAGMA synchronous=OFF;'
        );
      });
    },
    close: () => {
      database.close();
    }
  };
}

function open(path: string, sql: string): sqlite.DatabaseSync {
  const isNew = !existsSync(path);
  return asFileError(path, () => {
    const database = new (loadSqlite().DatabaseSync)(path);
    try {
      // SQLite gives its journals the same mode.
      if (isNew) chmodSync(path, 0o600);
      database.exec(sql);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** SQLite, "Result and Error Codes", SQLITE_BUSY: another connection has the lock. */
const BUSY = 5;

/**
 * Takes the exclusive lock of a file, which is created where there is none. The operating system releases it when the
 * process ends, even after a crash. Null where another connection has it, in this process or another.
 */
export function lockFile(path: string): { release(): void } | null {
  try {
    const database = open(path, 'PRAGMA busy_timeout=0; BEGIN EXCLUSIVE;');
    return {
      release: () => {
        database.close();
      }
    };
  } catch (error) {
    if (error instanceof Error && numberAt(error.cause, 'errcode') === BUSY) return null;
    throw error;
  }
}

function commitAfter<Value>(database: sqlite.DatabaseSync, work: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk has rolled it back already (SQLite, "Transaction", Response To Errors Within A Transaction).
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Silences Node's warning that its SQLite is experimental, as the person at the terminal can't act on it. */
function loadSqlite(): typeof sqlite {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
