import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from './database.ts';
import { openStore } from './store.ts';
import { openWelcomeEmailRecord } from './welcomeEmailRecord.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opened-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('A store waits for the disk until it is told not to, and again when it is told so.', () => {
  const opened: Database[] = [];
  const store = openStore(folder, 'run.db', (path) => {
    const database = openDatabase(path);
    opened.push(database);
    return database;
  });
  const durability = (): unknown => opened[0]?.first('PRAGMA synchronous')?.['synchronous'];
  const seen = [durability()];
  for (const isDurable of [false, true]) {
    store.setDurable(isDurable);
    seen.push(durability());
  }
  store.close();
  // 2 is FULL and 0 is OFF (SQLite, "PRAGMA synchronous").
  expect(seen).toEqual([2, 0, 2]);
});

it('A store that was closed neither reads nor writes.', () => {
  const store = openStore(folder);
  store.close();
  expect(() => store.meta('plan')).toThrow(/not open/u);
  expect(() => {
    store.setMeta('plan', '1');
  }).toThrow(/not open/u);
});

it('A record of welcome email that was closed is free for another process, and reads nothing more.', () => {
  const record = openWelcomeEmailRecord(folder);
  record?.join('/run/1');
  record?.close();
  expect(() => record?.owners()).toThrow(/not open/u);
  const again = openWelcomeEmailRecord(folder);
  expect(again?.owners()).toEqual(['/run/1']);
  again?.close();
});
