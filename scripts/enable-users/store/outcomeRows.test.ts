import { createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import type { Store } from './store.ts';

let planned: PlannedRun;

afterEach(() => {
  planned.remove();
});

function open(...rows: Parameters<typeof createPlannedRun>[0]): Store {
  planned = createPlannedRun(rows);
  return planned.open(createSimulatedOrg().api, createTestClock()).store;
}

const SENDING = { senderId: '0051', earliest: 1, latest: 2 };

describe('a row with its outcome', () => {
  it('has the names that the plan gave, and those of its last request', () => {
    const store = open(planRow(1));
    for (const [attempt, nickname] of [
      [1, 'user1'],
      [2, 'user11']
    ] as const) {
      const sent = { row: 1, attempt, username: `u${String(attempt)}@acme.example`, nickname };
      store.batches.prepare({ transport: 'collections', stage: 'users', sending: SENDING }, [sent]);
    }
    expect([...store.outcomes.withCells('unprocessed')]).toMatchObject([
      {
        plannedNames: { username: 'user1@acme.example', nickname: 'user1' },
        sentNames: { username: 'u2@acme.example', nickname: 'user11' }
      }
    ]);
  });

  it('has no names where the plan creates no user and nothing was sent', () => {
    const store = open(planRow(1, { outcome: 'blocked', draft: null, code: 'emailMissing', sentence: 'No email.' }));
    store.outcomes.saveOfPlan();
    const none = { username: '', nickname: '' };
    expect([...store.outcomes.withCells('blocked')]).toMatchObject([{ plannedNames: none, sentNames: none }]);
  });
});

describe('the names that a row gives itself', () => {
  it('are those of the plan, and none for a row that isn’t planned', () => {
    const { plan } = open(planRow(1, { givenNames: ['nickname'] }), planRow(2));
    expect([plan.gives(1, 'nickname'), plan.gives(1, 'username')]).toEqual([true, false]);
    expect([plan.gives(2, 'nickname'), plan.gives(3, 'nickname')]).toEqual([false, false]);
  });
});
