import { listAt } from 'sf-cli/json';
import { executeRun, type JobWait } from './executeRun.ts';
import { PLAIN, contactId, createPlannedRun, planRow, SENDER, type PlannedRun } from '../testing/plannedRun.ts';
import { Crash } from '../testing/crashingProcess.ts';
import { createSimulatedOrg, NO_FAULTS, type SimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { refusal } from '../transports/orgAnswer.ts';
import type { Transport } from '../store/batches.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { resetPasswords } from './resetPasswords.ts';

const WAIT: JobWait = { deadline: Infinity, isAsync: false };
const MINUTE = 60_000;

/** Each user gets a permission set. */
const customers = (count: number): PlanRow[] =>
  Array.from({ length: count }, (_, index) => {
    const row = planRow(index + 1);
    return { ...row, draft: row.draft === null ? null : { ...row.draft, permissionSetIds: ['0PS1'] } };
  });

const opened: PlannedRun[] = [];
afterEach(() => {
  for (const planned of opened.splice(0)) planned.remove();
});

function plan(rows: readonly PlanRow[]): PlannedRun {
  const planned = createPlannedRun(rows);
  opened.push(planned);
  return planned;
}

type Clock = ReturnType<typeof createTestClock>;
type Faulty = (api: WriteApi) => WriteApi;

const createOrg = (clock: Clock, more: Partial<Parameters<typeof createSimulatedOrg>[0]> = {}) =>
  createSimulatedOrg({ now: () => clock.date().getTime(), ...more });

async function execute(planned: PlannedRun, api: WriteApi, clock: Clock, transport: Transport = 'collections') {
  const run = planned.open(api, clock, { transportFor: () => transport });
  const end = await executeRun(run, PLAIN, WAIT);
  return { run, end, counts: run.store.outcomes.counts() };
}

/** Ends the process at the first request that matches; `after` it was carried out, or before. */
function dyingAt(pattern: RegExp, when: 'before' | 'after'): Faulty {
  return (api) => ({
    ...api,
    send: async (method, path, body) => {
      if (!pattern.test(`${method} ${path}`)) return api.send(method, path, body);
      if (when === 'after') await api.send(method, path, body);
      throw new Crash();
    }
  });
}

const COLLECTION = /^POST .composite.sobjects$/u;

describe.each(['collections', 'bulk'] as const)('a plan of two folders that runs by %s', (transport) => {
  const count = 30;
  const isJob = transport === 'bulk';

  it('creates its users in the first run; the second one names them as those of others, and does nothing to them', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    const [first, second] = [plan(customers(count)), plan(customers(count))];
    expect((await execute(first, org.api, clock, transport)).counts).toEqual({ created: count });
    const before = org.requests.length;
    const users = org.users.length;
    const { run, counts } = await execute(second, org.api, clock, transport);
    expect(counts).toEqual({ already: count });
    expect(run.store.outcomes.get(1)).toMatchObject({
      userId: org.users.find((user) => user.contactId === contactId(1))?.id,
      username: 'user1@acme.example',
      code: 'userExists'
    });
    expect(run.store.assignments.pendingCount()).toBe(0);
    const mailed = await resetPasswords(run, { rate: 6000, limit: null });
    expect(mailed).toMatchObject({ value: { reset: 0, left: 0 } });
    const creations = isJob ? 0 : 1;
    expect(org.requests.slice(before).filter((one) => COLLECTION.test(one))).toHaveLength(creations);
    expect(org.requests.slice(before).filter((one) => one.startsWith('DELETE'))).toEqual([]);
    expect(org.users).toHaveLength(users);
  });

  it('leaves the users to the second run where the first one had died before the org heard of it', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    const [first, second] = [plan(customers(count)), plan(customers(count))];
    const moment = isJob ? /^PATCH .jobs/u : COLLECTION;
    await expect(execute(first, dyingAt(moment, 'before')(org.api), clock, transport)).rejects.toThrow(Crash);
    await clock.sleep(11 * MINUTE);
    expect((await execute(second, org.api, clock, transport)).counts).toEqual({ created: count });
    expect((await execute(first, org.api, clock, transport)).counts).toEqual({ already: count });
  });

  it('counts the users as its own where a run died after the org had created them', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    const [first, second] = [plan(customers(count)), plan(customers(count))];
    const moment = isJob ? /^GET .jobs/u : COLLECTION;
    await expect(execute(first, dyingAt(moment, 'after')(org.api), clock, transport)).rejects.toThrow(Crash);
    await clock.sleep(11 * MINUTE);
    expect((await execute(second, org.api, clock, transport)).counts).toEqual({ already: count });
    expect((await execute(first, org.api, clock, transport)).counts).toEqual({ created: count });
  });
});

describe('a request without an answer', () => {
  const lost: Faulty = (api) => ({
    ...api,
    send: async (method, path, body) => {
      await api.send(method, path, body);
      return refusal('SERVER_UNAVAILABLE', 'x', 503);
    }
  });
  const once = (fault: Faulty): Faulty => {
    let isOver = false;
    return (api) => ({
      ...api,
      send: (...request) => {
        if (isOver) return api.send(...request);
        isOver = COLLECTION.test(`${request[0]} ${request[1]}`);
        return fault(api).send(...request);
      }
    });
  };

  it.each<[string, (org: SimulatedOrg) => void, string, string]>([
    ['that created the user', () => undefined, 'created', ''],
    [
      'before which somebody else made a user of that name',
      (org) => {
        org.addUser(contactId(1), 'user1@acme.example');
      },
      'already',
      'userExists'
    ],
    [
      'before which the same person made a user of another name',
      (org) => {
        org.addUser(contactId(1), 'ada@acme.example', SENDER.id);
      },
      'already',
      'userExists'
    ]
  ])('%s', async (_case, happens, outcome, code) => {
    const clock = createTestClock();
    const org = createOrg(clock);
    happens(org);
    const { run } = await execute(plan(customers(3)), once(lost)(org.api), clock);
    expect(run.store.outcomes.get(1)).toMatchObject({ outcome, code, userId: org.users[0]?.id });
    expect(run.store.outcomes.get(2)).toMatchObject({ outcome: 'created' });
  });

  it('does not make a user of the same person one of the run, if the user is older than the request', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    org.addUser(contactId(1), 'user1@acme.example', SENDER.id);
    await clock.sleep(MINUTE);
    const { counts } = await execute(plan(customers(3)), once(lost)(org.api), clock);
    expect(counts).toEqual({ created: 2, already: 1 });
  });

  it('leaves its rows unclear where the org does not say who made the users', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    const api: WriteApi = {
      ...once(lost)(org.api),
      query: (soql) =>
        soql.includes('WHERE Username =') ? Promise.resolve({ kind: 'known', value: [] }) : org.api.query(soql)
    };
    const { run, counts } = await execute(plan(customers(3)), api, clock);
    expect(counts).toEqual({ unclear: 3 });
    expect(run.store.outcomes.get(1)).toMatchObject({ code: 'creatorUnknown', userId: org.users[0]?.id });
    expect(run.store.assignments.pendingCount()).toBe(0);
  });

  it('was not carried out where the org refused it as a whole, so that later users are those of others', async () => {
    const clock = createTestClock();
    const org = createOrg(clock);
    const ended: WriteApi = { ...org.api, send: () => Promise.resolve(refusal('INVALID_SESSION_ID', 'x', 401)) };
    const [first, second] = [plan(customers(3)), plan(customers(3))];
    expect((await execute(first, ended, clock)).end).toMatchObject({ kind: 'refused' });
    await execute(second, org.api, clock);
    expect((await execute(first, org.api, clock)).counts).toEqual({ already: 3 });
  });

  describe('of a person to whom users are private', () => {
    it('leaves rows unclear that the org then refuses because of a user, and others get their user', async () => {
      const clock = createTestClock();
      const org = createOrg(clock, { hidesUsers: true });
      const halfCarriedOut: Faulty = (api) => ({
        ...api,
        send: async (method, path, body) => {
          await api.send(method, path, { records: listAt(body, 'records').slice(0, 30) });
          return refusal('SERVER_UNAVAILABLE', 'x', 503);
        }
      });
      const { run, counts } = await execute(plan(customers(40)), once(halfCarriedOut)(org.api), clock);
      expect(counts).toEqual({ created: 10, unclear: 30 });
      expect(run.store.outcomes.all().find(({ outcome }) => outcome === 'unclear')).toMatchObject({
        userId: null,
        code: 'userHidden'
      });
    });

    it('stays unclear where the row is refused for another reason later', async () => {
      const clock = createTestClock();
      const org = createOrg(clock, { hidesUsers: true, faults: { ...NO_FAULTS, locked: 1 } });
      const { run, counts } = await execute(plan(customers(2)), once(lost)(org.api), clock);
      expect(counts).toEqual({ unclear: 2 });
      expect(run.store.outcomes.get(1)).toMatchObject({
        code: 'userHidden',
        message: expect.stringMatching(/^A request of this run had no answer/u)
      });
    });

    it('is cleared up by somebody who sees the users and resumes the run', async () => {
      const clock = createTestClock();
      const org = createOrg(clock, { hidesUsers: true });
      const planned = plan(customers(3));
      expect((await execute(planned, once(lost)(org.api), clock)).counts).toEqual({ unclear: 3 });
      const seeing: WriteApi = {
        ...org.api,
        query: (soql) =>
          Promise.resolve({
            kind: 'known',
            value: soql.includes('FROM UserPermissionAccess')
              ? [{ PermissionsViewAllUsers: true }]
              : org.users.map((user) => ({
                  Id: user.id,
                  ContactId: user.contactId,
                  Username: user.username,
                  CreatedById: user.createdById,
                  CreatedDate: user.createdDate
                }))
          })
      };
      expect((await execute(planned, seeing, clock)).counts).toEqual({ created: 3 });
    });
  });

  it('does not count as a user of the run what the org says it has already', async () => {
    const clock = createTestClock();
    const org = createOrg(clock, { hidesUsers: true });
    org.addUser(contactId(1), 'user1@acme.example', SENDER.id);
    const { run } = await execute(plan(customers(2)), org.api, clock);
    expect(run.store.outcomes.get(1)).toMatchObject({ outcome: 'already', userId: null, code: 'userExists' });
    expect(run.store.outcomes.get(2)).toMatchObject({ outcome: 'created' });
  });
});
