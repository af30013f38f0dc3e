import { freeNickname, freeUsername, TRANSIENT_CODES, type Failure, type NameField } from 'c/externalUserRules';
import type { BatchRow } from '../store/batches.ts';
import type { Store } from '../store/store.ts';

/** The org answered with the id of the new user. */
export function recordCreated(store: Store, { row, username }: BatchRow, userId: string): void {
  store.outcomes.save({ row, outcome: 'created', userId, username, code: '', message: '' });
}

/**
 * Records an outcome, or a further attempt under names that are free. Where the contact already has a user, the org says
 * which one when the batch ends.
 */
export function recordFailure(store: Store, sent: BatchRow, failure: Failure): void {
  const { row } = sent;
  const { code, message, details } = failure;
  const retry = (names: Partial<BatchRow>): void => {
    store.pending.saveRetry({ ...sent, ...names, code, message });
  };
  if (TRANSIENT_CODES.includes(code)) {
    retry({});
    return;
  }
  const field = FIELD_OF_DUPLICATE[code];
  if (field !== undefined && !store.plan.gives(row, field)) {
    retry({ [field]: claimNextName(store, field, sent[field], row) });
    return;
  }
  store.outcomes.save({
    row,
    outcome: code === 'userExists' ? 'already' : 'failed',
    userId: null,
    username: '',
    code,
    message: message || details
  });
}

/** A name that the row gives itself is refused, as no other one was asked for. */
const FIELD_OF_DUPLICATE: Readonly<Partial<Record<Failure['code'], NameField>>> = {
  duplicateUsername: 'username',
  duplicateNickname: 'nickname'
};

/** The next name that no row of this run has. Only the platform knows the names of other orgs. */
function claimNextName({ names }: Store, field: NameField, name: string, row: number): string {
  const next = field === 'username' ? freeUsername : freeNickname;
  let candidate = next(name);
  while (!names.claim(field, candidate, row)) candidate = next(candidate);
  return candidate;
}
