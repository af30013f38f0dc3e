import { listAt, textAt } from 'sf-cli/json';
import { enablePartnerAccounts } from './enablePartnerAccounts.ts';
import { executeRun } from './executeRun.ts';
import { known } from 'sf-cli/answer';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { PLAIN, createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { WriteApi } from '../transports/writeApi.ts';

type Answer = (method: string, path: string, body: unknown) => OrgAnswer<unknown>;

/** An org that answers by a function, and remembers what it was asked. */
function scripted(answer: Answer, query: (soql: string) => readonly unknown[] = () => []) {
  const asked: string[] = [];
  const api: WriteApi = {
    send: (method, path, body) => {
      asked.push(`${method} ${path}`);
      return Promise.resolve(answer(method, path, body));
    },
    upload: () => Promise.reject(new Error('no upload')),
    download: () => Promise.reject(new Error('no download')),
    query: (soql) => Promise.resolve(known(query(soql)))
  };
  return { api, asked };
}

/** The answer to a collection: one result a record. */
function each(body: unknown, answer: (record: unknown) => unknown): OrgAnswer<unknown> {
  return known(listAt(body, 'records').map(answer));
}

const ok = { success: true, id: '0PaX', errors: [] };
const refusal = (statusCode: string, message = 'x') => ({ success: false, errors: [{ statusCode, message }] });
const WAIT = { deadline: Infinity, isAsync: false };

let planned: PlannedRun;
afterEach(() => {
  planned.remove();
});

describe('permission sets', () => {
  const draft = { ...(planRow(1).draft ?? fail()), permissionSetIds: ['0PS1'] };

  it.each([
    ['assigned', ok, { code: '', message: '' }],
    ['assigned before', refusal('DUPLICATE_VALUE'), { code: '', message: '' }],
    [
      'refused',
      refusal('FIELD_INTEGRITY_EXCEPTION', 'needs another license'),
      { code: 'permissionSetRefused', message: 'Permission set 0PS1 was not assigned: needs another license' }
    ]
  ])('keep the user created where they are %s', async (_case, answer, result) => {
    planned = createPlannedRun([planRow(1, { draft })]);
    const { api } = scripted((_method, _path, body) =>
      each(body, (record) => (textAt(record, 'attributes', 'type') === 'User' ? { ...ok, id: '005X' } : answer))
    );
    const run = planned.open(api, createTestClock());
    await executeRun(run, PLAIN, WAIT);
    expect(run.store.outcomes.get(1)).toEqual({
      row: 1,
      outcome: 'created',
      userId: '005X',
      username: 'user1@acme.example',
      ...result
    });
  });
});

describe('partner accounts and inactive users', () => {
  it('are changed before users are created, and again after a lock', async () => {
    const partner = planRow(1, { kind: 'partner', code: 'partnerAccountNotEnabled' });
    const inactive = planRow(2, { outcome: 'reactivate', userId: '005I', draft: null });
    planned = createPlannedRun([partner, inactive]);
    let locks = 1;
    const { api, asked } = scripted((_method, _path, body) =>
      each(body, () => (locks-- > 0 ? refusal('UNABLE_TO_LOCK_ROW') : { ...ok, id: '005X' }))
    );
    const run = planned.open(api, createTestClock());
    await executeRun(run, PLAIN, WAIT);
    const [patch, post] = ['PATCH /composite/sobjects', 'POST /composite/sobjects'];
    expect(asked).toEqual([patch, patch, patch, post]);
    expect(run.store.outcomes.counts()).toEqual({ created: 1, reactivated: 1 });
  });
});

const OWNER_REFUSED = 'portal users cannot own partner accounts';

describe('what a step says', () => {
  const partner = planRow(1, { kind: 'partner', code: 'partnerAccountNotEnabled' });
  const said: string[] = [];
  const opened = (api: WriteApi) => {
    const run = planned.open(api, createTestClock());
    return { ...run, progress: { ...run.progress, note: (sentence: string) => said.push(sentence) } };
  };

  it('is kept for the result files, until the org takes the account', async () => {
    planned = createPlannedRun([partner]);
    let isRefused = true;
    const { api } = scripted((method, _path, body) =>
      each(body, () =>
        method === 'PATCH' && isRefused ? refusal('UNKNOWN_EXCEPTION', OWNER_REFUSED) : refusal('LOCKED')
      )
    );
    const run = opened(api);
    await enablePartnerAccounts(run);
    const { accountId } = partner;
    const sentence = `Account ${accountId} is no partner account: ${OWNER_REFUSED} Give the account and its contacts internal owners.`;
    expect(run.store.notes.all()).toEqual([{ code: 'partnerAccountRefused', accountId, sentence }]);
    expect(said).toEqual([sentence]);
    isRefused = false;
    await enablePartnerAccounts({ ...run, api: scripted((_method, _path, body) => each(body, () => ok)).api });
    expect(run.store.notes.all()).toEqual([]);
  });
});

describe('a name that is taken in another org', () => {
  it.each([
    ['numbered', [], 'DUPLICATE_USERNAME', { outcome: 'created', username: 'user2@acme.example' }],
    [
      'refused where the row gives it',
      ['username'],
      'DUPLICATE_USERNAME',
      { outcome: 'failed', code: 'duplicateUsername' }
    ],
    [
      'refused where the row gives the nickname',
      ['nickname'],
      'DUPLICATE_COMM_NICKNAME',
      { outcome: 'failed', code: 'duplicateNickname' }
    ],
    ['numbered where the row gives the other name', ['nickname'], 'DUPLICATE_USERNAME', { outcome: 'created' }]
  ] as const)('is %s', async (_how, givenNames, statusCode, outcome) => {
    planned = createPlannedRun([planRow(1, { givenNames })]);
    let isFirst = true;
    const { api } = scripted((_method, _path, body) =>
      each(body, () => {
        if (!isFirst) return { ...ok, id: '005X' };
        isFirst = false;
        return refusal(statusCode);
      })
    );
    const run = planned.open(api, createTestClock());
    await executeRun(run, PLAIN, WAIT);
    expect(run.store.outcomes.get(1)).toMatchObject(outcome);
  });
});

function fail(): never {
  throw new Error('A planned row has a draft.');
}
