import { known } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import { displayText, isMadeBySend } from 'c/externalUserRules';
import { quotedList } from '../../shared/soql.ts';
import type { Batch } from '../store/batches.ts';
import type { RunOutcome } from '../store/outcomeRows.ts';
import type { InactiveUser } from '../store/plannedChanges.ts';
import { MOST_IN_A_COLLECTION, updateAll, type Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import { LONGEST_REQUEST, type SendingRun } from './sender.ts';
import { checkWelcomeEmail } from './welcomeEmail.ts';
import { writeAgain } from './writeAgain.ts';

/** The stage of batches that make users active again. */
export const REACTIVATION = 'reactivate';

/** A user as it is now. */
interface UserState {
  readonly username: string;
  readonly isActive: boolean;
  readonly modifiedById: string | null;
  readonly modifiedDate: string | null;
}

/** Makes the users active again that hold their contacts, except those whom somebody else made active since the plan. */
export async function reactivateUsers(run: SendingRun): Promise<OrgAnswer<null>> {
  const { store, clock, progress, sender, api } = run;
  const total = store.changes.inactiveUserCount();
  if (total > 0) progress.stage('Reactivating users', total);
  for (;;) {
    const planned = store.changes.inactiveUsers(MOST_IN_A_COLLECTION);
    if (planned.length === 0) return known(null);
    const states = await readStates(run, planned);
    if (states.kind === 'refused') return states;
    const isActive = ({ userId }: InactiveUser): boolean => states.value.get(userId)?.isActive === true;
    const nameOf = ({ userId }: InactiveUser): string => states.value.get(userId)?.username ?? '';
    store.transaction(() => {
      for (const user of planned.filter(isActive)) saveActive(run, user, nameOf(user));
    });
    const users = planned.filter((user) => !isActive(user));
    if (users.length === 0) continue;
    const checked = await checkWelcomeEmail(run);
    if (checked.kind === 'refused') return checked;
    const sending = sender.sendingNow(LONGEST_REQUEST);
    const batchId = store.batches.prepare(
      { transport: 'collections', stage: REACTIVATION, sending },
      users.map((user) => ({ row: user.row, attempt: 1, username: nameOf(user), nickname: '' }))
    );
    const reactivated = await writeAgain(
      users,
      (tried) => updateAll(api, 'User', tried.map(toActive), clock),
      (answered) => {
        store.transaction(() => {
          for (const [user, answer] of answered) saveAnswer(run, user, nameOf(user), answer);
        });
      },
      clock
    );
    if (reactivated.kind === 'refused') return reactivated;
    store.batches.mark(batchId, 'done');
  }
}

/** Learns what became of a batch whose answer an earlier process did not get. Users who are inactive still are sent again. */
export async function finishReactivation(run: SendingRun, { id, sending }: Batch): Promise<OrgAnswer<null>> {
  const { store } = run;
  const users = store.changes.inactiveUsersOf(id);
  const states = await readStates(run, users);
  if (states.kind === 'refused') return states;
  const { senderId, earliest, latest } = sending;
  store.transaction(() => {
    for (const user of users) {
      const state = states.value.get(user.userId);
      if (state?.isActive !== true) continue;
      const { username, modifiedById, modifiedDate } = state;
      // The org says who changed a user last, and nothing of changes before that one.
      const made = isMadeBySend(
        { username, senderId, from: earliest, to: latest, hasAnswer: false },
        { username, createdById: modifiedById, createdDate: modifiedDate }
      );
      if (made === 'yes') save(run, user, 'reactivated', username);
      else save(run, user, 'unclear', username, 'activatorUnknown', `${displayText(username)} ${ACTIVATOR_UNKNOWN}`);
    }
    store.batches.mark(id, 'done');
  });
  return known(null);
}

const ACTIVATOR_UNKNOWN =
  'is active. The request of this run had no answer, and the user was changed since, so that it isn’t known who made it active.';

async function readStates(
  { api, clock }: SendingRun,
  users: readonly InactiveUser[]
): Promise<OrgAnswer<ReadonlyMap<string, UserState>>> {
  if (users.length === 0) return known(new Map());
  const ids = quotedList(users.map(({ userId }) => userId));
  const soql = `SELECT Id, Username, IsActive, LastModifiedById, LastModifiedDate FROM User WHERE Id IN (${ids})`;
  const found = await withRetries(() => api.query(soql), clock);
  return found.kind === 'refused' ? found : known(new Map(found.value.map((row) => [textAt(row, 'Id'), toState(row)])));
}

function toState(row: unknown): UserState {
  return {
    username: textAt(row, 'Username'),
    isActive: flagAt(row, 'IsActive') === true,
    modifiedById: textAt(row, 'LastModifiedById') || null,
    modifiedDate: textAt(row, 'LastModifiedDate') || null
  };
}

function toActive({ userId }: InactiveUser): Readonly<Record<string, string | boolean>> {
  return { Id: userId, IsActive: true };
}

function saveActive(run: SendingRun, user: InactiveUser, username: string): void {
  save(
    run,
    user,
    'already',
    username,
    'userActive',
    `${displayText(username)} is active already, and not through this run.`
  );
}

function saveAnswer(run: SendingRun, user: InactiveUser, username: string, answer: Written): void {
  if (answer.kind === 'failed') save(run, user, 'failed', username, answer.failure.code, answer.failure.message);
  else save(run, user, 'reactivated', username);
}

function save(
  { store }: SendingRun,
  { row, userId }: InactiveUser,
  outcome: RunOutcome,
  username: string,
  code = '',
  message = ''
): void {
  store.outcomes.save({ row, outcome, userId, username, code, message });
}
