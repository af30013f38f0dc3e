import { readFileSync } from 'node:fs';
import { explainFailure, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { writePasswordsFile } from '../results/passwordsFile.ts';
import { refusal, refusedFor, type OrgAnswer } from '../transports/orgAnswer.ts';
import { contactId, createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { resetPasswords } from './resetPasswords.ts';

type Answer = OrgAnswer<unknown>;

const NONE = { reset: 0, refused: 0, unclear: 0, left: 0 };
const ALL = { rate: 60_000, limit: null };
const mailed = known({ NewPassword: 'secret' });
const lost: Failure = { code: 'noAnswer', field: null, message: 'fetch failed: ECONNRESET', details: '', status: null };
const inactive = refusal('INVALID_OPERATION', 'Cannot reset the password of an inactive user', 400);
const denied = refusal('INSUFFICIENT_ACCESS', 'You do not have permission', 403);
const error500 = refusal('UNKNOWN_EXCEPTION', 'Please include this ErrorId', 500);
const error503 = refusedFor(explainFailure({ status: 503 }));

let planned: PlannedRun;
afterEach(() => {
  planned.remove();
});

/** Users 1 to `count`, of whom the org answers `answer` for the n-th request for a user, n from 1. */
function createRun(count: number, answer: (row: number, request: number) => Answer) {
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  planned = createPlannedRun(rows.map((row) => planRow(row)));
  const asked: number[] = [];
  const clock = createTestClock();
  const api: WriteApi = {
    send: (_method, path) => {
      const row = rows.find((one) => path === `/sobjects/User/${contactId(one)}/password`) ?? 0;
      asked.push(row);
      return Promise.resolve(answer(row, asked.filter((one) => one === row).length));
    },
    upload: () => Promise.reject(new Error('no upload')),
    download: () => Promise.reject(new Error('no download')),
    query: () => Promise.reject(new Error('no query'))
  };
  const open = () => planned.open(api, clock);
  const { store } = open();
  for (const row of rows) {
    const names = { userId: contactId(row), username: `user${String(row)}@acme.example` };
    store.outcomes.save({ row, outcome: 'created', ...names, code: '', message: '' });
  }
  return { open, asked, clock };
}

describe('passwords', () => {
  it('are reset once for each user, at a rate and in waves', async () => {
    const { open, asked, clock } = createRun(2, () => mailed);
    expect(await resetPasswords(open(), { rate: 60, limit: 1 })).toEqual(
      known({ reset: 1, refused: 0, unclear: 0, left: 1 })
    );
    await resetPasswords(open(), { rate: 60, limit: null });
    await resetPasswords(open(), { rate: 60, limit: null });
    expect(asked).toEqual([1, 2]);
    expect(clock.slept).toEqual([0, 0]);
  });

  it.each(['already', 'unclear', 'reactivated', 'failed'] as const)(
    'are not reset where the outcome is %s',
    async (outcome) => {
      const { open, asked } = createRun(1, () => mailed);
      const run = open();
      run.store.outcomes.save({
        row: 1,
        outcome,
        userId: contactId(1),
        username: 'a@x.example',
        code: '',
        message: ''
      });
      await resetPasswords(run, ALL);
      expect(asked).toEqual([]);
    }
  );

  it.each([
    ['refused', inactive],
    ['refused for want of a right', denied],
    ['not answered', refusedFor(lost)],
    ['answered with 500 each time', error500]
  ])('of the others are reset where that of one user is %s', async (_case, answer) => {
    const { open } = createRun(4, (row) => (row === 1 ? answer : mailed));
    const end = await resetPasswords(open(), ALL);
    expect(end).toMatchObject({ kind: 'known', value: { reset: 3 } });
  });

  it('of many users who are refused one by one hold up nobody', async () => {
    const { open } = createRun(20, (row) => (row <= 15 ? inactive : mailed));
    expect(await resetPasswords(open(), ALL)).toEqual(known({ reset: 5, refused: 15, unclear: 0, left: 0 }));
  });

  it.each([
    ['429', refusedFor(explainFailure({ status: 429 }))],
    ['a lock', refusal('UNABLE_TO_LOCK_ROW', 'x', 400)]
  ])('are reset after %s that passes', async (_case, answer) => {
    const { open, asked } = createRun(1, (_row, request) => (request === 1 ? answer : mailed));
    expect(await resetPasswords(open(), ALL)).toEqual(known({ reset: 1, refused: 0, unclear: 0, left: 0 }));
    expect(asked).toEqual([1, 1]);
  });

  it('are tried again by the next call, after all others, where the org refused it', async () => {
    let isOver = false;
    const { open, asked } = createRun(3, (row) => (row === 1 && !isOver ? inactive : mailed));
    expect(await resetPasswords(open(), { ...ALL, limit: 2 })).toMatchObject({
      value: { reset: 1, refused: 1, left: 1 }
    });
    isOver = true;
    const before = asked.length;
    expect(await resetPasswords(open(), ALL)).toEqual(known({ reset: 3, refused: 0, unclear: 0, left: 0 }));
    expect(asked.slice(before)).toEqual([3, 1]);
  });

  it.each([
    ['no answer came', refusedFor(lost)],
    ['a gateway got no answer', refusedFor(explainFailure({ status: 504 }))],
    ['the answer broke off', refusedFor(explainFailure(new SyntaxError('x')))],
    ['the org answered with 500', error500],
    ['the org answered with a lock and 500', refusal('UNABLE_TO_LOCK_ROW', 'x', 500)],
    ['the org answered with 503', error503],
    ['the org waited too long for the request', refusal('UNKNOWN_EXCEPTION', 'x', 408)]
  ])('are unclear, and never reset again, where %s', async (_case, answer) => {
    const { open, asked } = createRun(2, (row) => (row === 1 ? answer : mailed));
    const counts = { reset: 1, refused: 0, unclear: 1, left: 0 };
    expect(await resetPasswords(open(), ALL)).toEqual(known(counts));
    expect(await resetPasswords(open(), ALL)).toEqual(known(counts));
    expect(asked).toEqual([1, 2]);
  });

  it('wait after an error of the org, twice as long each time, so that it meets few users', async () => {
    const { open, clock } = createRun(4, (row) => (row <= 2 ? error503 : mailed));
    expect(await resetPasswords(open(), ALL)).toEqual(known({ reset: 2, refused: 0, unclear: 2, left: 0 }));
    expect(clock.slept.filter((milliseconds) => milliseconds > 0)).toEqual([1_000, 2_000]);
  });

  it('are unclear, and never reset again, where the command died at the request', async () => {
    let isDead = false;
    const { open, asked } = createRun(2, (row) => {
      if (row === 1 && !isDead) {
        isDead = true;
        throw new Error('killed');
      }
      return mailed;
    });
    await expect(resetPasswords(open(), ALL)).rejects.toThrow('killed');
    expect(await resetPasswords(open(), ALL)).toEqual(known({ reset: 1, refused: 0, unclear: 1, left: 0 }));
    expect(asked).toEqual([1, 2]);
  });

  it.each([
    ['the session has ended', refusal('INVALID_SESSION_ID', 'x', 401), { left: 9 }],
    ['the permission is missing', denied, { refused: 5, left: 4 }],
    ['the limit of requests is reached', refusal('REQUEST_LIMIT_EXCEEDED', 'x', 403), { left: 9 }],
    ['the org is down', error503, { unclear: 5, left: 4 }],
    ['no connection can be made', refusedFor({ ...lost, message: 'fetch failed: ECONNREFUSED' }), { left: 9 }],
    ['no answer comes', refusedFor(lost), { unclear: 5, left: 4 }]
  ])('are no longer asked for where %s for five users in a row', async (_case, answer, counts) => {
    const { open } = createRun(9, () => answer);
    const run = open();
    expect(await resetPasswords(run, ALL)).toEqual(answer);
    expect(run.store.passwordResets.counts()).toEqual({ ...NONE, ...counts });
  });

  it('go on with users whom no call has tried, after a call that was stopped', async () => {
    const { open, asked } = createRun(8, (row) => (row <= 5 ? denied : mailed));
    expect(await resetPasswords(open(), ALL)).toEqual(denied);
    await resetPasswords(open(), ALL);
    expect(asked.slice(5, 8)).toEqual([6, 7, 8]);
  });

  it('are told for every created user in passwords.csv, and nothing of them is kept', async () => {
    const answers: readonly Answer[] = [mailed, inactive, refusedFor(lost)];
    const { open } = createRun(4, (row) => answers[row - 1] ?? mailed);
    const run = open();
    await resetPasswords(run, { ...ALL, limit: 3 });
    const path = writePasswordsFile(run.store, planned.folder, ['ContactId']) ?? '';
    const text = readFileSync(path, 'utf8');
    const columns = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 4));
    expect(columns).toEqual(
      ['reset', 'refused', 'unclear', 'left'].map((state, index) => [
        contactId(index + 1),
        state,
        contactId(index + 1),
        `user${String(index + 1)}@acme.example`
      ])
    );
    expect(text).toContain('Cannot reset the password of an inactive user');
    expect(text).not.toContain('secret');
  });
});
