import fc from 'fast-check';
import { runsOf } from '../../shared/testing/properties.ts';
import type { PlanRow } from '../store/planRows.ts';
import { Crash, createCrashingProcess } from '../testing/crashingProcess.ts';
import { contactId, createPlannedRun, PLAIN, planRow, SENDER } from '../testing/plannedRun.ts';
import { createSimulatedOrg, type SimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { executeRun, type JobWait } from './executeRun.ts';

const WAIT: JobWait = { deadline: Infinity, isAsync: false };

const chance = (most: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constant(0), fc.double({ min: 0, max: most, noNaN: true }));

const kindOfRow = fc.oneof(
  { weight: 12, arbitrary: fc.constant('customer' as const) },
  { weight: 5, arbitrary: fc.constant('roleBased' as const) },
  { weight: 1, arbitrary: fc.constant('blocked' as const) },
  { weight: 1, arbitrary: fc.constant('skipped' as const) },
  { weight: 1, arbitrary: fc.constant('hasUser' as const) },
  { weight: 1, arbitrary: fc.constant('hasUserOfThatName' as const) },
  { weight: 1, arbitrary: fc.constant('hasOwnUserOfThatName' as const) }
);

const scenario = fc.record({
  kinds: fc.array(kindOfRow, { minLength: 1, maxLength: 40 }),
  transport: fc.constantFrom('collections' as const, 'bulk' as const),
  batchSize: fc.option(fc.integer({ min: 1, max: 30 })),
  hidesUsers: fc.boolean(),
  seats: fc.oneof(fc.constant(Infinity), fc.nat(40)),
  faults: fc.record({
    lost: chance(0.3),
    unanswered: chance(0.3),
    locked: chance(0.1),
    truncated: chance(0.3),
    twice: chance(0.3),
    gone: chance(0.3)
  }),
  ends: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
  random: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { noHistory: true })
});

type Kind = typeof kindOfRow extends fc.Arbitrary<infer Value> ? Value : never;

function rowOf(kind: Kind, row: number): PlanRow {
  switch (kind) {
    case 'blocked':
      return planRow(row, { outcome: 'blocked', code: 'ownerWithoutRole', sentence: 'No role.', draft: null });
    case 'skipped':
      return planRow(row, { outcome: 'skip', code: 'duplicate', draft: null });
    case 'customer':
    case 'roleBased':
    case 'hasUser':
    case 'hasUserOfThatName':
    case 'hasOwnUserOfThatName':
      return planRow(row, { isRoleBased: kind === 'roleBased' });
  }
}

/** Users that were there before: of another name, of the name that is sent, or even made by the same person. */
function addUserOf(org: SimulatedOrg, kind: Kind, row: number): void {
  const username = `user${String(row)}@acme.example`;
  if (kind === 'hasUser') org.addUser(contactId(row), `other${String(row)}@x.example`);
  if (kind === 'hasUserOfThatName') org.addUser(contactId(row), username);
  if (kind === 'hasOwnUserOfThatName') org.addUser(contactId(row), username, SENDER.id);
}

it('gives every row one outcome that is true in the org, and no contact two users, whatever fails or ends it', () =>
  fc.assert(
    fc.asyncProperty(scenario, async ({ kinds, transport, batchSize, hidesUsers, seats, faults, ends, random }) => {
      const clock = createTestClock();
      const now = (): number => clock.date().getTime();
      const org = createSimulatedOrg({ random: () => Number(random.next().value), faults, seats, now, hidesUsers });
      const rows = kinds.map((kind, index) => rowOf(kind, index + 1));
      for (const [index, kind] of kinds.entries()) addUserOf(org, kind, index + 1);
      await clock.sleep(60_000);
      const others = new Set(org.users.map(({ id }) => id));
      const planned = createPlannedRun(rows);
      try {
        for (const end of [...ends, null]) {
          const process = createCrashingProcess(end);
          if (end === null) org.recover();
          const context = planned.open(process.requests(org.api), clock, {
            openDatabase: process.open,
            transportFor: () => transport
          });
          const finished = await executeRun(context, { ...PLAIN, batchSize }, WAIT).catch((error: unknown) => {
            if (error instanceof Crash) return null;
            throw error;
          });
          if (end === null) expect(finished).toEqual({ kind: 'known', value: 'finished' });
        }
        const { store } = planned.open(org.api, clock);
        const outcomes = [...store.outcomes.all()];
        expect(outcomes.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
        expect(new Set(org.users.map((user) => user.contactId)).size).toBe(org.users.length);
        const holders = new Map(org.users.map((user) => [user.contactId, user.id]));
        for (const { row, outcome, userId } of outcomes) {
          const holder = holders.get(contactId(row));
          const isOurs = holder !== undefined && !others.has(holder);
          if (outcome === 'created') expect([row, userId]).toEqual([row, holder]);
          if (outcome === 'already' && !hidesUsers) expect([row, userId]).toEqual([row, holder]);
          if (outcome === 'unclear') expect([row, hidesUsers]).toEqual([row, true]);
          else expect([row, outcome === 'created']).toEqual([row, isOurs]);
        }
      } finally {
        planned.remove();
      }
    }),
    runsOf(120)
  ));
