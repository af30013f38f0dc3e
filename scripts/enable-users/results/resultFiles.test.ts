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
    const { files } = write();
    expect(files.map(({ outcome, rows }) => [outcome, rows])).toEqual([
      ['created', 1],
      ['failed', 1],
      ['unprocessed', 1]
    ]);
    expect(text('failed')).toBe(
      `\uFEFFContactId,Nickname,Alias,Outcome,UserId,NewUsername,ExistingUsername,Code,Message,Deviation\n${contactId(1)},'=1+1,"a ""b"",\nc",failed,,,,tooLong,"'@x y. Shorten the value, on the contact or in the row.",\n`
    );
    expect(text('unprocessed')).toContain(
      `${contactId(3)},,,unprocessed,,,,notSent,"No request for this row was carried out.`
    );
  });

  it.each<[string, string, (sent: (state: 'prepared' | 'sent' | 'done', jobId?: string) => number) => void]>([
    ['notSent', 'No request for this row was carried out.', () => undefined],
    ['notSent', 'No request for this row was carried out.', (sent) => void sent('done')],
    ['sent', 'no answer came, so that its user may be there already', (sent) => void sent('prepared')],
    [
      'underWay',
      'The org is at work on this row, so that its user may be there already',
      (sent) => void sent('sent', '750')
    ],
    ['notSent', 'No request for this row was carried out.', (sent) => void sent('prepared', '750')],
    [
      'noAnswer',
      'The org showed no user of the contact afterwards',
      (sent) => {
        const id = sent('prepared');
        store.batches.openUnanswered(id);
        store.batches.mark(id, 'done');
      }
    ],
    [
      'refused',
      'The org refused this row for now',
      (sent) => {
        sent('done');
        store.pending.saveRetry({ row: 1, attempt: 1, username: 'a', nickname: 'a', code: 'locked', message: 'x' });
      }
    ]
  ])('call a row without an outcome unprocessed, and say how far it got: %s, %s', (code, sentence, happens) => {
    happens((state, jobId) => {
      const transport = jobId === undefined ? 'collections' : 'bulk';
      const sending = { senderId: null, earliest: 0, latest: 0 };
      const names = { username: 'a', nickname: 'a' };
      const id = store.batches.prepare({ transport, stage: 'users', sending }, [{ row: 1, attempt: 1, ...names }]);
      store.batches.mark(id, state, jobId);
      return id;
    });
    write();
    const row = text('unprocessed').split(contactId(1))[1] ?? '';
    expect(row).toContain(`unprocessed,,,,${code},`);
    expect(row).toContain(sentence);
    expect(text('unprocessed')).not.toMatch(/no user was made/iu);
  });

  it('name the user of a contact in a column for its own users, or in one for those of others', () => {
    const row = (number: number, outcome: 'created' | 'already') => {
      const username = `user${String(number)}@x.example`;
      store.outcomes.save({ row: number, outcome, userId: '005A', username, code: '', message: '' });
    };
    row(1, 'created');
    row(2, 'already');
    write();
    expect(text('created')).toContain('created,005A,user1@x.example,,,');
    expect(text('already')).toContain('already,005A,,user2@x.example,,');
  });

  it('say what a created row did not get as it asks for it, and what the run said of its account', () => {
    planned.remove();
    planned = createPlannedRun([
      planRow(1, { deviations: [{ code: 'nicknameOfOtherRow', sentence: 'The nickname is a1.' }] }),
      planRow(2, { outcome: 'already', draft: null, deviations: [{ code: 'valuesNotApplied', sentence: 'Kept.' }] }),
      planRow(3)
    ]);
    ({ store } = planned.open(api, createTestClock()));
    const created = { outcome: 'created', userId: '005A', username: 'a@x.example', code: '', message: '' } as const;
    store.outcomes.save({ ...created, row: 1 });
    store.outcomes.save({ ...created, row: 3 });
    store.outcomes.saveOfPlan();
    const accountId = planRow(3).accountId;
    store.notes.save({ code: 'partnerAccountRefused', accountId, sentence: 'No partner account.' });
    store.notes.save({ code: 'welcomeEmailOff', accountId: '', sentence: 'Welcome email is off.' });
    const { deviations } = write();
    expect(deviations.map(({ code, rows }) => [code, rows])).toEqual([
      ['nicknameOfOtherRow', 1],
      ['partnerAccountRefused', 1],
      ['valuesNotApplied', 1]
    ]);
    expect(text('created')).toContain('The nickname is a1. Welcome email is off.,nicknameOfOtherRow');
    expect(text('created')).toContain('No partner account. Welcome email is off.,partnerAccountRefused');
    expect(text('already')).toContain('Kept.,valuesNotApplied');
    expect(text('already')).not.toContain('Welcome email');
  });

  it('say which names the org refused during the run', () => {
    store.outcomes.save({
      row: 2,
      outcome: 'created',
      userId: '005A',
      username: 'u2@x.example',
      code: '',
      message: ''
    });
    const sending = { senderId: null, earliest: 0, latest: 0 };
    const names = { username: 'user21@acme.example', nickname: 'user2' };
    store.batches.prepare({ transport: 'collections', stage: 'users', sending }, [{ row: 2, attempt: 2, ...names }]);
    write();
    expect(text('created')).toMatch(/refused the username .*user2@acme\.example.* so that it is .*,usernameRefused/u);
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
