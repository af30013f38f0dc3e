import { executeRun } from './executeRun.ts';
import { contactId, createPlannedRun, PLAIN, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { Transport } from '../store/batches.ts';
import { refusal, unreadable, type OrgAnswer, type OrgRefusal } from '../transports/orgAnswer.ts';
import { requestKind, type RequestKind } from '../transports/requests.ts';
import type { WriteApi } from '../transports/writeApi.ts';

const WAIT = { deadline: Infinity, isAsync: false };
const FAULTS: readonly (readonly [string, OrgRefusal])[] = [
  ['500 with an error in JSON', refusal('UNKNOWN_EXCEPTION', 'Please include this ErrorId', 500)],
  ['429 with an error in JSON', refusal('UNKNOWN_EXCEPTION', 'Slow down', 429)],
  ['an unreadable answer', unreadable('HTTP 200 without readable JSON')]
];

/** An org that answers the first `times` requests of a kind by a fault; `isDone`: after it has executed them. */
function faulty(api: WriteApi, kind: RequestKind, fault: OrgRefusal, times = 1, isDone = false): WriteApi {
  let left = times;
  async function meet<Value>(
    method: string,
    path: string,
    ask: () => Promise<OrgAnswer<Value>>
  ): Promise<OrgAnswer<Value>> {
    if (requestKind(method, path) !== kind || left-- <= 0) return ask();
    if (isDone) await ask();
    return fault;
  }
  return {
    send: (method, path, body) => meet(method, path, () => api.send(method, path, body)),
    upload: (path, csv) => meet('PUT', path, () => api.upload(path, csv)),
    download: (path) => meet('GET', path, () => api.download(path)),
    query: (soql) => meet('POST', '/composite', () => api.query(soql))
  };
}

describe('a run of which requests fail for a moment', () => {
  let planned: PlannedRun;
  afterEach(() => {
    planned.remove();
  });

  async function run(transport: Transport, change: (api: WriteApi) => WriteApi) {
    planned = createPlannedRun([1, 2, 3].map((row) => planRow(row)));
    const org = createSimulatedOrg();
    const clock = createTestClock();
    const context = planned.open(change(org.api), clock, { transportFor: () => transport });
    const end = await executeRun(context, PLAIN, WAIT);
    return { end, org, clock, store: context.store };
  }

  const transports: readonly (readonly [Transport, readonly RequestKind[]])[] = [
    ['collections', ['createRecords', 'compositeQueries']],
    ['bulk', ['createJob', 'uploadRows', 'changeJob', 'readJob', 'readResults']]
  ];
  const cases = transports.flatMap(([transport, kinds]) =>
    FAULTS.flatMap(([title, fault]) =>
      // An org that answers 429 has done nothing.
      (fault.failure.status === 429 ? [false] : [false, true]).map((isDone) => ({
        transport,
        kinds,
        title,
        fault,
        isDone
      }))
    )
  );

  it.each(cases)(
    'creates every user once by $transport where each kind of request meets $title once (executed: $isDone)',
    async ({ transport, kinds, fault, isDone }) => {
      const { end, org, store } = await run(transport, (api) =>
        kinds.reduce((wrapped, kind) => faulty(wrapped, kind, fault, 1, isDone), api)
      );
      expect(end).toEqual({ kind: 'known', value: 'finished' });
      expect(store.outcomes.counts()).toEqual({ created: 3 });
      expect(org.users).toHaveLength(3);
    }
  );

  it('leaves rows unprocessed and never calls them failed where the org answers 500 each time', async () => {
    const [, fault] = FAULTS[0] ?? fail();
    const { end, store, clock } = await run('collections', (api) => faulty(api, 'createRecords', fault, Infinity));
    expect(end).toEqual({ kind: 'known', value: 'finished' });
    expect(store.outcomes.counts()).toEqual({ unprocessed: 3 });
    expect(clock.now()).toBeLessThan(10 * 60_000);
  });

  it('leaves a row unprocessed that was locked first, and whose last attempt was not answered', () => {
    planned = createPlannedRun([planRow(1)]);
    const { store } = planned.open(createSimulatedOrg().api, createTestClock());
    const names = { username: 'a', nickname: 'a' };
    for (const attempt of [1, 2]) {
      const sending = { senderId: null, earliest: 0, latest: 0 };
      store.batches.prepare({ transport: 'collections', stage: 'users', sending }, [{ row: 1, attempt, ...names }]);
    }
    store.pending.saveRetry({ row: 1, attempt: 1, ...names, code: 'locked', message: 'locked' });
    store.pending.giveUp(null, null);
    expect(store.outcomes.get(1)).toMatchObject({ outcome: 'unprocessed', code: 'noAnswer' });
  });

  it('sends the rows of a job again that it aborted itself, where the answer to that was lost', async () => {
    planned = createPlannedRun([1, 2, 3].map((row) => planRow(row)));
    const byJob = { transportFor: () => 'bulk' as const };
    const org = createSimulatedOrg();
    const refused = refusal('INVALID_SESSION_ID', 'x', 401);
    await executeRun(planned.open(faulty(org.api, 'changeJob', refused), createTestClock(), byJob), PLAIN, WAIT);
    const [, lost] = FAULTS[0] ?? fail();
    const run2 = planned.open(faulty(org.api, 'changeJob', lost, 1, true), createTestClock(), byJob);
    await executeRun(run2, PLAIN, WAIT);
    expect(run2.store.outcomes.counts()).toEqual({ created: 3 });
    expect(org.users.filter((user) => user.contactId === contactId(1))).toHaveLength(1);
  });
});

function fail(): never {
  throw new Error('The table has rows.');
}
