import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../input/readCsv.ts';
import { writeResultFiles } from './resultFiles.ts';
import { contactId, createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { Store } from '../store/store.ts';

describe('result files', () => {
  let planned: PlannedRun;
  let store: Store;
  const { api } = createSimulatedOrg();

  beforeEach(() => {
    planned = createPlannedRun(
      [1, 2, 3].map((row) => planRow(row)),
      ({ row }) => (row === 1 ? [contactId(1), '=1+1', 'a "b",\nc'] : [contactId(row)])
    );
    ({ store } = planned.open(api, createTestClock()));
  });

  afterEach(() => {
    planned.remove();
  });

  const write = () => writeResultFiles(store, planned.folder, ['ContactId', 'Nickname', 'Alias']);
  const text = (outcome: string) => readFileSync(join(planned.folder, `${outcome}.csv`), 'utf8');

  it('have each row once, with its columns and its outcome, and no cell that a spreadsheet takes for a formula', () => {
    store.outcomes.save({ row: 1, outcome: 'failed', userId: null, username: '', code: 'tooLong', message: '@x\n y' });
    store.outcomes.save({
      row: 2,
      outcome: 'created',
      userId: '005A',
      username: 'ann@acme.example',
      code: '',
      message: ''
    });
    const files = write();
    expect(files.map(({ outcome, rows }) => [outcome, rows])).toEqual([
      ['created', 1],
      ['failed', 1],
      ['unprocessed', 1]
    ]);
    expect(text('failed')).toBe(
      `\uFEFFContactId,Nickname,Alias,Outcome,UserId,NewUsername,ExistingUsername,Code,Message\n${contactId(1)},'=1+1,"a ""b"",\nc",failed,,,,tooLong,"'@x y Shorten the value, on the contact or in the row."\n`
    );
    expect(text('unprocessed')).toContain(
      `${contactId(3)},,,unprocessed,,,,notSent,"No request for this row was carried out.`
    );
  });

  it('are removed where no row has their outcome any more', () => {
    write();
    for (const row of [1, 2, 3])
      store.outcomes.save({
        row,
        outcome: 'created',
        userId: '005A',
        username: 'ann@acme.example',
        code: '',
        message: ''
      });
    write();
    expect(existsSync(join(planned.folder, 'unprocessed.csv'))).toBe(false);
  });

  it('of failures can be input again, with the cells as they were', async () => {
    store.outcomes.save({ row: 1, outcome: 'failed', userId: null, username: '', code: 'tooLong', message: '@x' });
    write();
    const { names, rows } = await readCsv(join(planned.folder, 'failed.csv'));
    expect(names).toEqual(['ContactId', 'Nickname', 'Alias']);
    expect((await rows.next()).value).toMatchObject({
      cells: [contactId(1), '=1+1', 'a "b",\nc'],
      problem: expect.stringContaining('column Alias “a "b",[U+000A]c” holds a line break')
    });
  });
});
