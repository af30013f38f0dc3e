import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textAt } from 'sf-cli/json';
import { openDatabase, type Database } from './database.ts';
import { openStore, STORE_FILE, type Store } from './store.ts';

/** What is asked once for each row must not read through a table: a large run would take the square of its rows. */

let folder: string;
let store: Store;
let database: Database;
let asked: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'query-plans-'));
  asked = [];
  store = openStore(folder, STORE_FILE, (path) => {
    database = openDatabase(path);
    const { first } = database;
    return {
      ...database,
      first: (sql, ...values) => {
        asked.push(sql);
        return first(sql, ...values);
      }
    };
  });
  asked.length = 0;
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** The steps of SQLite for each query. */
function steps(): readonly string[] {
  return asked.flatMap((sql) => [...database.each(`EXPLAIN QUERY PLAN ${sql}`)].map((step) => textAt(step, 'detail')));
}

it.each<[string, () => unknown]>([
  ['of a contact that is not answered', () => store.unanswered.ofContact(1, '003')],
  ['and its outcome', () => store.outcomes.get(1)],
  ['and whether it gives a name', () => store.plan.gives(1, 'username')]
])('A row %s is found by an index.', (_title, ask) => {
  ask();
  expect(asked).toHaveLength(1);
  expect(steps().filter((step) => step.startsWith('SCAN'))).toEqual([]);
  expect(steps()).not.toContainEqual(expect.stringMatching(/batchRows .*\(batchId=\?\)$/u));
});

it('Rows that were added without the indexes are found by them afterwards.', () => {
  const indexes = (): readonly string[] =>
    [...database.each("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")].map(
      (index) => textAt(index, 'name')
    );
  const all = indexes();
  expect(all).toEqual(['batchRowsOfRow', 'inputContact', 'planOrder']);
  store.dropIndexes();
  expect(indexes()).toEqual(['batchRowsOfRow']);
  store.index('input');
  store.index('plan');
  expect(indexes()).toEqual(all);
});
