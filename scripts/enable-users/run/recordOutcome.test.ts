import { explainFailure } from 'c/externalUserRules';
import { createPlannedRun, planRow } from '../testing/plannedRun.ts';
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
