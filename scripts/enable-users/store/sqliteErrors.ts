import { numberAt, textAt } from 'sf-cli/json';
import { FileError } from '../../shared/fileProblem.ts';

/** SQLite, "Result and Error Codes", by the primary code: what a person can do something about. */
const CODES: Readonly<Record<number, string>> = {
  3: 'EACCES',
  5: 'LOCKED',
  6: 'LOCKED',
  8: 'EROFS',
  10: 'EIO',
  11: 'DAMAGED',
  13: 'ENOSPC',
  14: 'CANTOPEN',
  26: 'DAMAGED'
};

/** Does something with a file of SQLite, whose error then names the file. */
export function asFileError<Value>(path: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw toFileError(path, error);
  }
}

/** Rows as they come; an error while they are read names the file. */
export function* guardRows<Row>(path: string, rows: Iterator<Row, unknown>): Generator<Row, undefined> {
  try {
    for (;;) {
      const next = asFileError(path, () => rows.next());
      if (next.done === true) return undefined;
      yield next.value;
    }
  } finally {
    // A statement that is not read to its end keeps its lock.
    rows.return?.();
  }
}

function toFileError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || textAt(error, 'code') !== 'ERR_SQLITE_ERROR') return error;
  const code = CODES[(numberAt(error, 'errcode') ?? 0) & 0xff];
  return code === undefined ? error : new FileError(path, code, error);
}
