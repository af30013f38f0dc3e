import type { OutcomeRow } from '../store/outcomeRows.ts';
import { createPlannedRun, planRow, SENDER, type PlannedRun } from '../testing/plannedRun.ts';
import { createSimulatedOrg } from '../testing/simulatedOrg.ts';
import { createTestClock } from '../testing/testClock.ts';
import { recordHolder, recordNoHolder } from './recordHolder.ts';

let planned: PlannedRun;

afterEach(() => {
  planned.remove();
});

/** A row that was sent; `isOpen`: no answer to that request came. */
function start(isOpen: boolean, outcome: OutcomeRow['outcome'] | null = null) {
  planned = createPlannedRun([planRow(1)]);
  const { store } = planned.open(createSimulatedOrg().api, createTestClock());
  const sending = { senderId: SENDER.id, earliest: 0, latest: 1000 };
  const rows = [{ row: 1, attempt: 1, username: 'user1@acme.example', nickname: 'user1' }];
  const id = store.batches.prepare({ transport: 'collections', stage: 'users', sending }, rows);
  if (isOpen) store.batches.openUnanswered(id);
  if (outcome !== null) {
    store.outcomes.save({ row: 1, outcome, userId: null, username: '', code: 'tooLong', message: 'too long' });
  }
  return store;
}

const HIDDEN = 'you may not see the user that it made. So it isn’t known whether there is one. The last request';

describe('a row whose contact shows no user', () => {
  it.each<[string, boolean, OutcomeRow['outcome'] | null, boolean, OutcomeRow['outcome'] | null, string]>([
    ['stays pending without an outcome', true, null, true, null, ''],
    ['stays failed where every request was answered', false, 'failed', true, 'failed', 'too long'],
    ['stays failed where no user can be hidden', true, 'failed', false, 'failed', 'too long'],
    ['is unclear where a user may be hidden', true, 'failed', true, 'unclear', `${HIDDEN} was refused: too long`],
    ['is unclear where the org says that there is one', true, 'already', false, 'unclear', 'the user may be its own'],
    ['is held by a user of others', false, 'already', true, 'already', 'This run did not make it.'],
    ['is sent again after it was unclear', true, 'unclear', false, null, '']
  ])('%s', (_title, isOpen, before, mayHideUsers, outcome, message) => {
    const store = start(isOpen, before);
    recordNoHolder(store, 1, mayHideUsers);
    const after = store.outcomes.get(1);
    expect(after?.outcome ?? null).toBe(outcome);
    expect(after?.message ?? '').toContain(message);
  });
});

describe('a row whose contact has a user', () => {
  const holder = { id: '0051', username: 'User1@acme.example', createdById: SENDER.id, createdDate: null };

  it.each([
    ['is created where sender and time fit', true, { createdDate: '1970-01-01T00:00:00.500+0000' }, 'created', ''],
    ['is unclear where the time can’t be read', true, {}, 'unclear', 'it can’t be read who made the user and when'],
    ['is already held where every request was answered', false, {}, 'already', 'this run did not make'],
    [
      'is already held by a user of somebody else',
      true,
      { createdById: '0059' },
      'already',
      'already has a user, User1@acme.example'
    ]
  ] as const)('%s', (_title, isOpen, origin, outcome, message) => {
    const store = start(isOpen);
    recordHolder(store, 1, { ...holder, ...origin });
    expect(store.outcomes.get(1)).toMatchObject({ outcome, userId: '0051', message: expect.stringContaining(message) });
  });
});
