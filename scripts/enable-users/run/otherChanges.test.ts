import { listAt, textAt } from 'sf-cli/json';
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

function fail(): never {
  throw new Error('A planned row has a draft.');
}
