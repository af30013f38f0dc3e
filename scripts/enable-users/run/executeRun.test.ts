import { enableUsers, type Attendance } from './executeRun.ts';
import { PLAIN, contactId, planFolder, planRow, type PlannedFolder } from '../testing/plannedRun.ts';
import {
  Crash,
  createRandom,
  createSimulatedOrg,
  createTestClock,
  FAIR,
  type SimulatedOrg,
  type Weather
} from '../testing/simulatedOrg.ts';
import type { PlanRow } from '../store/planRows.ts';

const WAIT: Attendance = { deadline: Infinity, isAsync: false };
const customers = (count: number): PlanRow[] => Array.from({ length: count }, (_, index) => planRow(index + 1));

describe('a run', () => {
  let planned: PlannedFolder;
  afterEach(() => {
    planned.remove();
  });

  async function run(org: SimulatedOrg, rows: readonly PlanRow[], options = PLAIN, clock = createTestClock()) {
    planned = planFolder(rows);
    const sending = planned.open(org.api, clock);
    const end = await enableUsers(sending, options, WAIT);
    return { end, counts: sending.store.outcomes.counts(), store: sending.store, clock };
  }

  it('sends fewer than 2,000 rows in collections of 200, and more in one job', async () => {
    const small = createSimulatedOrg({ random: createRandom(1) });
    expect((await run(small, customers(450))).counts).toEqual({ created: 450 });
    expect(small.requests).toEqual(Array.from({ length: 3 }, () => 'POST /composite/sobjects'));
    planned.remove();
    const large = createSimulatedOrg({ random: createRandom(1) });
    expect((await run(large, customers(2000))).counts).toEqual({ created: 2000 });
    expect(large.requests).toEqual([
      'POST /jobs/ingest',
      'PUT batches',
      'PATCH /jobs/ingest/ID',
      'GET /jobs/ingest/ID',
      'GET results',
      'GET results'
    ]);
  });

  it('makes each account’s first role-based user before the others', async () => {
    const org = createSimulatedOrg({ random: createRandom(1) });
    await run(
      org,
      customers(2100).map((row) => ({ ...row, isRoleBased: true }))
    );
    expect(org.requests.slice(0, 2)).toEqual(['POST /composite/sobjects', 'POST /jobs/ingest']);
    expect(org.users.slice(0, 10).map((user) => user.contactId)).toEqual(
      [10, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(contactId)
    );
  });

  it('gives a refused username or nickname the next one that no row has', async () => {
    const org = createSimulatedOrg({ random: createRandom(1), takenUsernames: ['user1@acme.example'] });
    const rows = customers(3);
    const { counts } = await run(org, rows);
    expect(counts).toEqual({ created: 3 });
    expect(org.users.map(({ username }) => username).sort()).toEqual([
      'user2@acme.example',
      'user3@acme.example',
      'user4@acme.example'
    ]);
  });

  it('waits longer each time that a lock is held, and gives up in the end', async () => {
    const org = createSimulatedOrg({ random: createRandom(1), weather: { ...FAIR, locked: 1 } });
    const { counts, store, clock } = await run(org, customers(2));
    expect(counts).toEqual({ failed: 2 });
    expect(store.outcomes.get(1)).toMatchObject({ code: 'locked', message: 'unable to obtain exclusive access' });
    expect(clock.slept).toEqual([2000, 4000, 8000, 16000, 30000]);
  });

  it('says who holds a contact that got a user meanwhile', async () => {
    const org = createSimulatedOrg({ random: createRandom(1) });
    org.addUser(contactId(2), 'ann@other.example');
    const { counts, store } = await run(org, customers(3));
    expect(counts).toEqual({ created: 2, already: 1 });
    expect(store.outcomes.get(2)).toMatchObject({
      userId: org.users[0]?.id,
      message: 'ann@other.example holds the contact.'
    });
  });

  it('keeps to its limit, in the order of the input, also when it goes on', async () => {
    const org = createSimulatedOrg({ random: createRandom(1) });
    const { counts } = await run(org, customers(30), { ...PLAIN, limit: 12 });
    expect(counts).toEqual({ created: 12 });
    const sending = planned.open(org.api, createTestClock());
    await enableUsers(sending, { ...PLAIN, limit: 12 }, WAIT);
    expect(org.users.map((user) => user.contactId).sort()).toEqual(customers(12).map((row) => row.contactId));
  });

  it('reads results again that broke off, instead of sending what failed again', async () => {
    const org = createSimulatedOrg({ random: createRandom(1), seats: 1000 });
    let downloads = 0;
    const broken: SimulatedOrg['api'] = {
      ...org.api,
      download: async (path) => {
        const reply = await org.api.download(path);
        downloads += 1;
        return downloads > 2 || reply.kind === 'refused' ? reply : { kind: 'done', value: firstOf(reply.value, 50) };
      }
    };
    const { counts } = await run({ ...org, api: broken }, customers(2000));
    expect(counts).toEqual({ created: 1000, failed: 1000 });
    expect(downloads).toBe(4);
    expect(org.requests.filter((request) => request === 'POST /jobs/ingest')).toHaveLength(1);
  });

  it('asks who holds the contacts where results break off each time, instead of sending them again', async () => {
    const org = createSimulatedOrg({ random: createRandom(1), weather: { ...FAIR, truncated: 1 } });
    const { counts } = await run(org, customers(2000));
    expect(counts).toEqual({ created: 2000 });
    expect(org.requests.filter((request) => request === 'POST /jobs/ingest')).toHaveLength(1);
    expect(org.requests.filter((request) => request === 'POST /composite/sobjects')).toEqual([]);
  });

  it('stops when the session has ended, and goes on from there', async () => {
    const org = createSimulatedOrg({ random: createRandom(1) });
    planned = planFolder(customers(600));
    let sent = 0;
    const sessionEnded = {
      ...org.api,
      send: (...call: Parameters<typeof org.api.send>) =>
        ++sent === 2
          ? Promise.resolve({
              kind: 'refused' as const,
              failure: { code: 'sessionExpired' as const, field: null, message: '', details: '', status: 401 }
            })
          : org.api.send(...call)
    };
    const stopped = await enableUsers(planned.open(sessionEnded, createTestClock()), PLAIN, WAIT);
    expect(stopped).toMatchObject({ kind: 'refused', failure: { code: 'sessionExpired' } });
    const sending = planned.open(org.api, createTestClock());
    expect(await enableUsers(sending, PLAIN, WAIT)).toEqual({ kind: 'done', value: 'finished' });
    expect(sending.store.outcomes.counts()).toEqual({ created: 600 });
  });

  it('leaves jobs to the org with --async, and collects them later', async () => {
    const org = createSimulatedOrg({ random: createRandom(1) });
    planned = planFolder(customers(2500));
    const left = await enableUsers(planned.open(org.api, createTestClock(), 1000), PLAIN, { ...WAIT, isAsync: true });
    expect(left).toEqual({ kind: 'done', value: 'waiting' });
    expect(org.requests.filter((request) => request === 'PUT batches')).toHaveLength(3);
    const sending = planned.open(org.api, createTestClock());
    expect(await enableUsers(sending, PLAIN, WAIT)).toEqual({ kind: 'done', value: 'finished' });
    expect(sending.store.outcomes.counts()).toEqual({ created: 2500 });
    expect(org.users).toHaveLength(2500);
  });
});

describe('whatever happens', () => {
  /** Random rows, a random org, a random crash: then the same folder until it is finished. */
  async function live(seed: number): Promise<void> {
    const random = createRandom(seed);
    const pick = (most: number): number => Math.floor(random() * most);
    const isLarge = random() < 0.5;
    const rows = Array.from({ length: isLarge ? 2000 + pick(300) : 1 + pick(700) }, (_, index) =>
      randomRow(index + 1, random)
    );
    const chance = (): number => (random() < 0.5 ? 0 : random() * 0.3);
    const weather: Weather = {
      lost: chance(),
      unanswered: chance(),
      locked: chance() / 3,
      truncated: chance(),
      twice: chance(),
      gone: chance()
    };
    const org = createSimulatedOrg({ random, weather, seats: random() < 0.3 ? pick(rows.length) : Infinity });
    for (const { contactId: contact } of rows) if (random() < 0.02) org.addUser(contact, `other.${contact}@x.example`);
    const before = org.users.length;
    const planned = planFolder(rows);
    try {
      const batchSize = random() < 0.5 ? 1 + pick(900) : undefined;
      for (let process = 1; process <= 3; process++) {
        if (process < 3) org.crashAt(org.requests.length + 1 + pick(8), random() < 0.5 ? 'before' : 'after');
        else org.calm(FAIR);
        try {
          await enableUsers(planned.open(org.api, createTestClock(), batchSize), PLAIN, WAIT);
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
        }
      }
      const { store } = planned.open(org.api, createTestClock());
      const counts = store.outcomes.counts();
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(new Set(org.users.map((user) => user.contactId)).size).toBe(org.users.length);
      expect(counts['created'] ?? 0).toBe(org.users.length - before);
      const ours = new Map(org.users.map((user) => [user.id, user.contactId]));
      for (const { row, outcome, userId } of store.outcomes.all()) {
        if (outcome === 'created') expect(ours.get(userId ?? '')).toBe(contactId(row));
      }
    } finally {
      planned.remove();
    }
  }

  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'every row ends in one outcome and no contact gets two users (seed %i)',
    live
  );
});

async function* firstOf(parts: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const part of parts) if (left-- > 0) yield part;
}

function randomRow(row: number, random: () => number): PlanRow {
  const kind = random();
  if (kind < 0.05)
    return planRow(row, { outcome: 'blocked', code: 'ownerWithoutRole', sentence: 'No role.', draft: null });
  if (kind < 0.08) return planRow(row, { outcome: 'skip', code: 'duplicate', draft: null });
  return planRow(row, { isRoleBased: random() < 0.3 });
}
