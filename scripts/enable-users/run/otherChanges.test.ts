import { explainFailure } from 'c/externalUserRules';
import { listAt, textAt, valueAt } from 'sf-cli/json';
import { enableUsers } from './executeRun.ts';
import { done, refused, type Reply } from '../transports/orgAnswer.ts';
import { contactId, PLAIN, planFolder, planRow, type PlannedFolder } from '../testing/plannedRun.ts';
import { createRandom, createSimulatedOrg, createTestClock } from '../testing/simulatedOrg.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { passwordCounts, resetPasswords } from './resetPasswords.ts';
import { restoreWelcomeEmail, sitesOf, suppressWelcomeEmail } from './welcomeEmail.ts';

type Answer = (method: string, path: string, body: unknown) => Reply<unknown>;

/** An org that answers as told, and remembers what it was asked. */
function scripted(answer: Answer, query: (soql: string) => readonly unknown[] = () => []) {
  const asked: string[] = [];
  const api: WriteApi = {
    send: (method, path, body) => {
      asked.push(`${method} ${path}`);
      return Promise.resolve(answer(method, path, body));
    },
    upload: () => Promise.reject(new Error('no upload')),
    download: () => Promise.reject(new Error('no download')),
    query: (soql) => Promise.resolve(done(query(soql)))
  };
  return { api, asked };
}

/** The answer to a collection: one result a record. */
function each(body: unknown, answer: (record: unknown) => unknown): Reply<unknown> {
  return done(listAt(body, 'records').map(answer));
}

const ok = { success: true, id: '0PaX', errors: [] };
const refusal = (statusCode: string, message = 'x') => ({ success: false, errors: [{ statusCode, message }] });
const WAIT = { deadline: Infinity, isAsync: false };

let planned: PlannedFolder;
afterEach(() => {
  planned.remove();
});

describe('welcome mail', () => {
  const sites = [{ Id: '0DB1', Name: 'Help' }];

  it('is switched off at live sites that send it, and on again at the same ones', async () => {
    planned = planFolder([]);
    const patches: unknown[] = [];
    const { api, asked } = scripted(
      (_method, _path, body) => done(void patches.push(body)),
      () => sites
    );
    const sending = planned.open(api, createTestClock());
    await suppressWelcomeEmail(sending);
    expect(sitesOf(sending)).toEqual(['0DB1']);
    await restoreWelcomeEmail(sending);
    expect(asked).toEqual(['PATCH /sobjects/Network/0DB1', 'PATCH /sobjects/Network/0DB1']);
    expect(patches).toEqual([{ OptionsSendWelcomeEmail: false }, { OptionsSendWelcomeEmail: true }]);
    expect(sitesOf(sending)).toEqual([]);
  });

  it('is restored by the next call after a crash, which does not take the silence for the org’s own setting', async () => {
    planned = planFolder([planRow(1)]);
    const isOn = { now: true };
    const { api } = scripted(
      (method, path, body) => {
        if (!path.startsWith('/sobjects/Network')) return each(body, () => ({ ...ok, id: '005X' }));
        isOn.now = valueAt(body, 'OptionsSendWelcomeEmail') === true;
        return done(method);
      },
      (soql) => (soql.includes('FROM Network') && isOn.now ? sites : [])
    );
    await suppressWelcomeEmail(planned.open(api, createTestClock()));
    const sending = planned.open(api, createTestClock());
    await enableUsers(sending, { ...PLAIN, welcomeEmail: 'suppress' }, WAIT);
    expect({ isOn: isOn.now, sites: sitesOf(sending) }).toEqual({ isOn: true, sites: [] });
  });

  it('stays off while jobs are at work', async () => {
    planned = planFolder(Array.from({ length: 2000 }, (_, index) => planRow(index + 1)));
    const org = createSimulatedOrg({ random: createRandom(1) });
    const api: WriteApi = {
      ...org.api,
      send: (...call) =>
        call[1].startsWith('/sobjects/Network') ? Promise.resolve(done(null)) : org.api.send(...call),
      query: (soql) => (soql.includes('FROM Network') ? Promise.resolve(done(sites)) : org.api.query(soql))
    };
    const options = { ...PLAIN, welcomeEmail: 'suppress' as const };
    const sending = planned.open(api, createTestClock());
    await enableUsers(sending, options, { ...WAIT, isAsync: true });
    expect(sitesOf(sending)).toEqual(['0DB1']);
    await enableUsers(sending, options, WAIT);
    expect(sitesOf(sending)).toEqual([]);
  });
});

describe('permission sets', () => {
  const draft = { ...(planRow(1).draft ?? fail()), permissionSetIds: ['0PS1'] };

  it.each([
    ['assigned', ok, { code: '', message: '' }],
    ['assigned before', refusal('DUPLICATE_VALUE'), { code: '', message: '' }],
    [
      'refused',
      refusal('FIELD_INTEGRITY_EXCEPTION', 'needs another licence'),
      { code: 'permissionSetRefused', message: 'Permission set 0PS1 was not assigned: needs another licence' }
    ]
  ])('that are %s leave the user created', async (_case, answer, result) => {
    planned = planFolder([planRow(1, { draft })]);
    const { api } = scripted((_method, _path, body) =>
      each(body, (record) => (textAt(record, 'attributes', 'type') === 'User' ? { ...ok, id: '005X' } : answer))
    );
    const sending = planned.open(api, createTestClock());
    await enableUsers(sending, PLAIN, WAIT);
    expect(sending.store.outcomes.get(1)).toEqual({ row: 1, outcome: 'created', userId: '005X', ...result });
  });
});

describe('partner accounts and inactive users', () => {
  it('are changed before users are created; a lock is tried again', async () => {
    const partner = planRow(1, { kind: 'partner', code: 'partnerAccountNotEnabled' });
    const inactive = planRow(2, { outcome: 'reactivate', userId: '005I', draft: null });
    planned = planFolder([partner, inactive]);
    let locks = 1;
    const { api, asked } = scripted((_method, _path, body) =>
      each(body, () => (locks-- > 0 ? refusal('UNABLE_TO_LOCK_ROW') : { ...ok, id: '005X' }))
    );
    const sending = planned.open(api, createTestClock());
    await enableUsers(sending, PLAIN, WAIT);
    const [patch, post] = ['PATCH /composite/sobjects', 'POST /composite/sobjects'];
    expect(asked).toEqual([patch, patch, patch, post]);
    expect(sending.store.outcomes.counts()).toEqual({ created: 1, reactivated: 1 });
  });
});

describe('passwords', () => {
  const created = (answer: Answer) => {
    planned = planFolder([1, 2, 3].map((row) => planRow(row)));
    const { api, asked } = scripted(answer);
    const clock = createTestClock();
    const sending = planned.open(api, clock);
    for (const row of [1, 2, 3]) {
      sending.store.outcomes.save({
        row,
        outcome: row === 3 ? 'already' : 'created',
        userId: contactId(row),
        code: '',
        message: ''
      });
    }
    return { sending, asked, clock };
  };

  it('of created users are reset, each once, at a rate and in waves', async () => {
    const { sending, asked, clock } = created(() => done({ NewPassword: 'secret' }));
    expect(await resetPasswords(sending, { rate: 60, limit: 1 })).toEqual(
      done({ reset: 1, refused: 0, unclear: 0, left: 1 })
    );
    await resetPasswords(sending, { rate: 60, limit: null });
    await resetPasswords(sending, { rate: 60, limit: null });
    expect(asked).toEqual([1, 2].map((row) => `DELETE /sobjects/User/${contactId(row)}/password`));
    expect(clock.slept).toEqual([0, 0]);
  });

  it.each([
    ['refused', { status: 400, body: [{ errorCode: 'INVALID_OPERATION', message: 'no' }] }, { refused: 2, unclear: 0 }],
    ['not answered', { status: 0 }, { refused: 0, unclear: 2 }]
  ])('are not reset again where that was %s', async (_case, rejection, counts) => {
    const { sending, asked } = created(() => refused(explainFailure(rejection)));
    await resetPasswords(sending, { rate: 6000, limit: null });
    expect(await resetPasswords(sending, { rate: 6000, limit: null })).toEqual(done({ reset: 0, left: 0, ...counts }));
    expect(asked).toHaveLength(2);
  });

  it('wait for a permission that is missing', async () => {
    const denied = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] };
    const { sending, asked } = created(() => refused(explainFailure(denied)));
    expect(await resetPasswords(sending, { rate: 6000, limit: null })).toMatchObject({ failure: { code: 'noAccess' } });
    expect(asked).toHaveLength(1);
    expect(passwordCounts(sending)).toEqual({ reset: 0, refused: 0, unclear: 0, left: 2 });
  });
});

function fail(): never {
  throw new Error('A planned row has a draft.');
}
