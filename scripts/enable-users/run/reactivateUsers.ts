import { known } from 'sf-cli/answer';
import type { InactiveUser } from '../store/plannedChanges.ts';
import { MOST_IN_A_COLLECTION, updateAll, type Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { RunContext } from './openRun.ts';
import { writeAgain } from './writeAgain.ts';

/** Makes the users active again that hold their contacts. A second time does no harm, so that no batch is written. */
export async function reactivateUsers(run: RunContext): Promise<OrgAnswer<null>> {
  const { store, api, clock, progress } = run;
  let isAnnounced = false;
  for (;;) {
    const users = store.changes.inactiveUsers(MOST_IN_A_COLLECTION);
    if (users.length === 0) return known(null);
    if (!isAnnounced) progress.stage('Reactivating users', users.length);
    isAnnounced = true;
    const reactivated = await writeAgain(
      users,
      (tried) => updateAll(api, 'User', tried.map(toActive), clock),
      (answered) => {
        recordAnswers(run, answered);
      },
      clock
    );
    if (reactivated.kind === 'refused') return reactivated;
  }
}

function toActive({ userId }: InactiveUser): Readonly<Record<string, string | boolean>> {
  return { Id: userId, IsActive: true };
}

function recordAnswers({ store }: RunContext, answered: readonly (readonly [InactiveUser, Written])[]): void {
  store.transaction(() => {
    for (const [{ row, userId }, answer] of answered) {
      const { code, message } = answer.kind === 'failed' ? answer.failure : { code: '', message: '' };
      store.outcomes.save({ row, outcome: answer.kind === 'failed' ? 'failed' : 'reactivated', userId, code, message });
    }
  });
}
