import { listAt, textAt, valueAt } from 'sf-cli/json';
import { executeRun } from './executeRun.ts';
import { known } from 'sf-cli/answer';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { PLAIN, createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { restoreWelcomeEmail, sitesWithoutWelcomeEmail, suppressWelcomeEmail } from './welcomeEmail.ts';

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

describe('welcome email', () => {
  const sites = [{ Id: '0DB1', Name: 'Help' }];

  it('is switched off at the live sites that send it, and on again at the same sites', async () => {
    planned = createPlannedRun([]);
    const patches: unknown[] = [];
    const { api, asked } = scripted(
      (_method, _path, body) => known(void patches.push(body)),
      () => sites
    );
    const run = planned.open(api, createTestClock());
    await suppressWelcomeEmail(run);
    expect(sitesWithoutWelcomeEmail(run.store)).toEqual(['0DB1']);
    await restoreWelcomeEmail(run);
    expect(asked).toEqual(['PATCH /sobjects/Network/0DB1', 'PATCH /sobjects/Network/0DB1']);
    expect(patches).toEqual([{ OptionsSendWelcomeEmail: false }, { OptionsSendWelcomeEmail: true }]);
    expect(sitesWithoutWelcomeEmail(run.store)).toEqual([]);
  });

  it('is switched on again by the next call after a crash', async () => {
    planned = createPlannedRun([planRow(1)]);
    const isOn = { now: true };
    const { api } = scripted(
      (method, path, body) => {
        if (!path.startsWith('/sobjects/Network')) return each(body, () => ({ ...ok, id: '005X' }));
        isOn.now = valueAt(body, 'OptionsSendWelcomeEmail') === true;
        return known(method);
      },
      (soql) => (soql.includes('FROM Network') && isOn.now ? sites : [])
    );
    await suppressWelcomeEmail(planned.open(api, createTestClock()));
    const run = planned.open(api, createTestClock());
    await executeRun(run, { ...PLAIN, welcomeEmail: 'suppress' }, WAIT);
    expect({ isOn: isOn.now, sites: sitesWithoutWelcomeEmail(run.store) }).toEqual({ isOn: true, sites: [] });
  });

  it('stays off while the org is at work on jobs', async () => {
    planned = createPlannedRun(Array.from({ length: 2000 }, (_, index) => planRow(index + 1)));
    const org = createSimulatedOrg();
    const api: WriteApi = {
      ...org.api,
      send: (...call) =>
        call[1].startsWith('/sobjects/Network') ? Promise.resolve(known(null)) : org.api.send(...call),
      query: (soql) => (soql.includes('FROM Network') ? Promise.resolve(known(sites)) : org.api.query(soql))
    };
    const options = { ...PLAIN, welcomeEmail: 'suppress' as const };
    const run = planned.open(api, createTestClock());
    await executeRun(run, options, { ...WAIT, isAsync: true });
    expect(sitesWithoutWelcomeEmail(run.store)).toEqual(['0DB1']);
    await executeRun(run, options, WAIT);
    expect(sitesWithoutWelcomeEmail(run.store)).toEqual([]);
  });
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
