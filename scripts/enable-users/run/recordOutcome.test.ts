import { explainFailure } from 'c/externalUserRules';
import { createPlannedRun, planRow, type PlannedRun } from '../testing/plannedRun.ts';
import type { Store } from '../store/store.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { recordFailure } from './recordOutcome.ts';

it.each([
  ['DUPLICATE_COMM_NICKNAME', 'nickname', 'n'.repeat(40), `${'n'.repeat(39)}1`],
  ['DUPLICATE_USERNAME', 'username', `${'u'.repeat(67)}@acme.example`, `${'u'.repeat(66)}1@acme.example`]
])('After %s the %s %s is followed by one of the same length.', (errorCode, field, name, next) => {
  const planned = createPlannedRun([planRow(1)]);
  const { store } = planned.open(createSimulatedOrg().api, createTestClock());
  const sent = { row: 1, attempt: 1, username: 'u@acme.example', nickname: 'n', [field]: name };
  recordFailure(store, sent, explainFailure([{ errorCode, message: 'taken' }]));
  expect([...store.pending.rows('users', null)]).toMatchObject([{ row: 1, [field]: next }]);
  planned.remove();
});

describe('a refusal of a row', () => {
  const SENT = { row: 1, attempt: 1, username: 'user1@acme.example', nickname: 'user1' };
  let planned: PlannedRun;

  afterEach(() => {
    planned.remove();
  });

  function refuse(errorCode: string, more: Parameters<typeof planRow>[1] = {}, message = 'no'): Store {
    planned = createPlannedRun([planRow(1, more), planRow(2)]);
    const { store } = planned.open(createSimulatedOrg().api, createTestClock());
    const sending = { senderId: null, earliest: 1, latest: 2 };
    const id = store.batches.prepare({ transport: 'collections', stage: 'users', sending }, [SENT]);
    store.batches.mark(id, 'done');
    recordFailure(store, SENT, explainFailure([{ errorCode, message }]));
    return store;
  }

  const retryOf = (store: Store): unknown => [...store.pending.rows('users', null)].find(({ row }) => row === 1);

  it('that may pass is followed by a request with the same names', () => {
    const store = refuse('UNABLE_TO_LOCK_ROW');
    expect(store.outcomes.get(1)).toBeUndefined();
    expect(retryOf(store)).toMatchObject({ username: SENT.username, nickname: SENT.nickname });
    expect([...store.outcomes.withCells('unprocessed')][0]?.progress).toBe('refused');
  });

  it('for a taken name is followed by the next name that no row of the run has', () => {
    const store = refuse('DUPLICATE_COMM_NICKNAME');
    expect(retryOf(store)).toMatchObject({ username: SENT.username, nickname: 'user3' });
    expect(store.names.claim('nickname', 'user3', 2)).toBe(false);
  });

  it.each(['username', 'nickname'] as const)('for the %s that the row gives itself is its outcome', (field) => {
    const store = refuse(field === 'username' ? 'DUPLICATE_USERNAME' : 'DUPLICATE_COMM_NICKNAME', {
      givenNames: [field]
    });
    expect(store.outcomes.get(1)).toMatchObject({ outcome: 'failed', message: 'no', userId: null, username: '' });
    expect(retryOf(store)).toBeUndefined();
  });

  it('that says that there is a user is told apart from others', () => {
    const store = refuse('PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT');
    expect(store.outcomes.get(1)).toMatchObject({ outcome: 'already', code: 'userExists' });
  });

  it('without a message is told by the whole answer', () => {
    const store = refuse('SOMETHING_NEW', {}, '');
    expect(store.outcomes.get(1)?.message).toContain('SOMETHING_NEW');
  });
});
