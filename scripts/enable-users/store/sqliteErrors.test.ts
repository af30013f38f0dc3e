import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import { lockFile, openDatabase, type Database } from './database.ts';
import { asFileError } from './sqliteErrors.ts';

describe('an error of SQLite', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
    path = join(folder, 'run.db');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const filled = (): Database => {
    const database = openDatabase(path);
    database.run('CREATE TABLE t (a)');
    database.transaction(() => {
      for (let row = 0; row < 2000; row++) database.run('INSERT INTO t VALUES (hex(randomblob(50)))');
    });
    return database;
  };

  it.each<[string, string, () => unknown]>([
    [
      'of a file that is no database',
      'DAMAGED',
      () => {
        writeFileSync(path, 'ContactId,Profile\n'.repeat(100));
        return openDatabase(path);
      }
    ],
    [
      'of a database that was cut off',
      'DAMAGED',
      () => {
        filled().close();
        truncateSync(path, 20_000);
        return [...openDatabase(path).each('SELECT * FROM t')];
      }
    ],
    [
      'of a folder in its place',
      'CANTOPEN',
      () => {
        mkdirSync(path);
        return openDatabase(path);
      }
    ],
    ['of a missing folder', 'CANTOPEN', () => openDatabase(join(folder, 'missing', 'run.db'))],
    [
      'of a full disk in a transaction',
      'ENOSPC',
      () => {
        const database = filled();
        database.first('PRAGMA max_page_count=1');
        database.transaction(() => {
          for (let row = 0; row < 2000; row++) database.run('INSERT INTO t VALUES (hex(randomblob(500)))');
        });
      }
    ],
    [
      'of a store that can only be read',
      'EROFS',
      () => {
        const database = filled();
        database.run('PRAGMA query_only=1');
        return database.run('INSERT INTO t VALUES (1)');
      }
    ]
  ])('%s names the file and its cause, %s', (_title, code, work) => {
    const expected = _title.includes('missing') ? join(folder, 'missing', 'run.db') : path;
    let error: unknown = null;
    try {
      work();
    } catch (reason) {
      error = reason;
    }
    expect([textAt(error, 'name'), textAt(error, 'code'), textAt(error, 'path')]).toEqual([
      'FileError',
      code,
      expected
    ]);
  });

  it('does not come of rows that were not read to their end, as they keep no lock', () => {
    const database = filled();
    expect([...database.each('SELECT a FROM t').take(1)]).toHaveLength(1);
    expect(database.run('DROP TABLE t')).toBeGreaterThan(0);
    expect(database.first("SELECT name FROM sqlite_master WHERE name = 't'")).toBeUndefined();
    database.close();
  });

  it('leaves a file that only its user may read', () => {
    openDatabase(path).close();
    lockFile(join(folder, 'lock.db'))?.release();
    expect([path, join(folder, 'lock.db')].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });
});

function thrownFor(error: unknown): unknown {
  try {
    return asFileError('run.db', () => {
      throw error;
    });
  } catch (thrown) {
    return thrown;
  }
}

it.each([
  [3, 'EACCES'],
  [5, 'LOCKED'],
  [6, 'LOCKED'],
  [10 | (2 << 8), 'EIO']
])('The result code %i of SQLite, which no test can bring about, is told as %s.', (errcode, code) => {
  const thrown = thrownFor(Object.assign(new Error('of SQLite'), { code: 'ERR_SQLITE_ERROR', errcode }));
  expect([textAt(thrown, 'name'), textAt(thrown, 'code')]).toEqual(['FileError', code]);
});

it('An error of SQLite about a statement stays what it is.', () => {
  const mistake = Object.assign(new Error('syntax'), { code: 'ERR_SQLITE_ERROR', errcode: 1 });
  expect(thrownFor(mistake)).toBe(mistake);
});

it('What is thrown and is no error stays what it is, also with the code of SQLite.', () => {
  const thrown = { code: 'ERR_SQLITE_ERROR', errcode: 5 };
  expect(thrownFor(thrown)).toBe(thrown);
});
