import { executeRun, type JobWait } from './executeRun.ts';
import { PLAIN, contactId, createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg, NO_FAULTS, type SimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { refusal } from '../transports/orgAnswer.ts';
import type { PlanRow } from '../store/planRows.ts';

const BY_JOBS: Parameters<PlannedRun['open']>[2] = { transportFor: () => 'bulk' };
const WAIT: JobWait = { deadline: Infinity, isAsync: false };
const customers = (count: number): PlanRow[] => Array.from({ length: count }, (_, index) => planRow(index + 1));

describe('a run', () => {
  let planned: PlannedRun;
  afterEach(() => {
    planned.remove();
  });

  async function run(
    org: SimulatedOrg,
    rows: readonly PlanRow[],
    options = PLAIN,
    around: Parameters<PlannedRun['open']>[2] = {}
  ) {
    planned = createPlannedRun(rows);
    const clock = createTestClock();
    const context = planned.open(org.api, clock, around);
    const end = await executeRun(context, options, WAIT);
    return { end, counts: context.store.outcomes.counts(), store: context.store, clock };
  }

  it('sends fewer than 2,000 rows in collections of 200, and more in one job', async () => {
    const small = createSimulatedOrg();
    expect((await run(small, customers(450))).counts).toEqual({ created: 450 });
    expect(withoutQueries(small)).toEqual(Array.from({ length: 3 }, () => 'POST /composite/sobjects'));
    planned.remove();
    const large = createSimulatedOrg();
    expect((await run(large, customers(2000))).counts).toEqual({ created: 2000 });
    expect(withoutQueries(large)).toEqual([
      'POST /jobs/ingest',
      'PUT batches',
      'PATCH /jobs/ingest/ID',
      'GET /jobs/ingest/ID',
      'GET results'
    ]);
  });

  it('creates the first two role-based users of each account before the others', async () => {
    const org = createSimulatedOrg();
    await run(
      org,
      customers(30).map((row) => ({ ...row, isRoleBased: true })),
      PLAIN,
      BY_JOBS
    );
    expect(withoutQueries(org).slice(0, 2)).toEqual(['POST /composite/sobjects', 'POST /jobs/ingest']);
    const firstOnes = [10, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((row) => [row, row + 10]);
    expect(org.users.slice(0, 20).map((user) => user.contactId)).toEqual(firstOnes.map(contactId));
  });

  it('sends a row again under the next free name where the org refused its username or nickname', async () => {
    const org = createSimulatedOrg({ takenUsernames: ['user1@acme.example'] });
    const rows = customers(3);
    const { counts } = await run(org, rows);
    expect(counts).toEqual({ created: 3 });
    expect(org.users.map(({ username }) => username).sort()).toEqual([
      'user2@acme.example',
      'user3@acme.example',
      'user4@acme.example'
    ]);
  });

  it('waits longer after each lock, and gives up after the sixth attempt', async () => {
    const org = createSimulatedOrg({ faults: { ...NO_FAULTS, locked: 1 } });
    const { counts, store, clock } = await run(org, customers(2));
    expect(counts).toEqual({ failed: 2 });
    expect(store.outcomes.get(1)).toMatchObject({ code: 'locked', message: 'unable to obtain exclusive access' });
    expect(clock.slept).toEqual([2000, 4000, 8000, 16000, 30000]);
  });

  it('names the user of a contact that got one between plan and run', async () => {
    const org = createSimulatedOrg();
    org.addUser(contactId(2), 'ann@other.example');
    const { counts, store } = await run(org, customers(3));
    expect(counts).toEqual({ created: 2, already: 1 });
    expect(store.outcomes.get(2)).toMatchObject({
      userId: org.users[0]?.id,
      username: 'ann@other.example',
      message: 'The contact already has a user, ann@other.example, which this run did not make.'
    });
  });

  it('creates as many users as its limit allows, in the order of the input, also when it is resumed', async () => {
    const org = createSimulatedOrg();
    const { counts } = await run(org, customers(30), { ...PLAIN, limit: 12 });
    expect(counts).toEqual({ created: 12 });
    const context = planned.open(org.api, createTestClock());
    await executeRun(context, { ...PLAIN, limit: 12 }, WAIT);
    expect(org.users.map((user) => user.contactId).sort()).toEqual(customers(12).map((row) => row.contactId));
  });

  it('reads results again where they broke off, and sends no failed row again', async () => {
    const org = createSimulatedOrg({ seats: 20 });
    let downloads = 0;
    const broken: SimulatedOrg['api'] = {
      ...org.api,
      download: async (path) => {
        const reply = await org.api.download(path);
        downloads += 1;
        return downloads > 2 || reply.kind === 'refused' ? reply : { kind: 'known', value: firstOf(reply.value, 5) };
      }
    };
    const { counts } = await run({ ...org, api: broken }, customers(40), PLAIN, BY_JOBS);
    expect(counts).toEqual({ created: 20, failed: 20 });
    expect(downloads).toBe(4);
    expect(org.requests.filter((request) => request === 'POST /jobs/ingest')).toHaveLength(1);
  });

  it('asks who holds the contacts where results break off each time, and sends no row again', async () => {
    const org = createSimulatedOrg({ faults: { ...NO_FAULTS, truncated: 1 } });
    const { counts } = await run(org, customers(40), PLAIN, BY_JOBS);
    expect(counts).toEqual({ created: 40 });
    expect(org.requests.filter((request) => request === 'POST /jobs/ingest')).toHaveLength(1);
    expect(org.requests.filter((request) => request === 'POST /composite/sobjects')).toEqual([]);
  });

  it('stops where the session has ended, and a later call goes on from there', async () => {
    const org = createSimulatedOrg();
    planned = createPlannedRun(customers(600));
    let sent = 0;
    const sessionEnded = {
      ...org.api,
      send: (...call: Parameters<typeof org.api.send>) =>
        ++sent === 2
          ? Promise.resolve(refusal('INVALID_SESSION_ID', 'Session expired or invalid', 401))
          : org.api.send(...call)
    };
    const stopped = await executeRun(planned.open(sessionEnded, createTestClock()), PLAIN, WAIT);
    expect(stopped).toMatchObject({ kind: 'refused', failure: { code: 'sessionExpired' } });
    const context = planned.open(org.api, createTestClock());
    expect(await executeRun(context, PLAIN, WAIT)).toEqual({ kind: 'known', value: 'finished' });
    expect(context.store.outcomes.counts()).toEqual({ created: 600 });
  });

  it('leaves its jobs to the org with --async, and a later call collects them', async () => {
    const org = createSimulatedOrg();
    planned = createPlannedRun(customers(50));
    const left = await executeRun(
      planned.open(org.api, createTestClock(), BY_JOBS),
      { ...PLAIN, batchSize: 20 },
      { ...WAIT, isAsync: true }
    );
    expect(left).toEqual({ kind: 'known', value: 'waiting' });
    expect(org.requests.filter((request) => request === 'PUT batches')).toHaveLength(3);
    const context = planned.open(org.api, createTestClock());
    expect(await executeRun(context, PLAIN, WAIT)).toEqual({ kind: 'known', value: 'finished' });
    expect(context.store.outcomes.counts()).toEqual({ created: 50 });
    expect(org.users).toHaveLength(50);
  });
});

/** Who sends, and who holds a contact, is asked by queries. */
function withoutQueries({ requests }: SimulatedOrg): readonly string[] {
  return requests.filter((request) => request !== 'query');
}

async function* firstOf(parts: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const part of parts) if (left-- > 0) yield part;
}
