import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from './database.ts';

it('A transaction within another one is kept with it, and undone with it.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  const database = openDatabase(join(folder, 'run.db'));
  const addTwo = (): void => {
    database.transaction(() => {
      database.transaction(() => database.run('INSERT INTO t VALUES (1)'));
      database.run('INSERT INTO t VALUES (2)');
    });
  };
  const count = (): unknown => database.first('SELECT count(*) AS n FROM t')?.['n'];
  try {
    database.run('CREATE TABLE t (a)');
    addTwo();
    expect(count()).toBe(2);
    const addAndFail = (): never => {
      addTwo();
      throw new Error('no');
    };
    expect(() => database.transaction(addAndFail)).toThrow('no');
    expect(count()).toBe(2);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
});
