import { isTransient, waitAfter } from 'c/externalUserRules';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { PATIENCE } from '../transports/retries.ts';
import type { InactiveUser } from '../store/plannedChanges.ts';
import type { Sending } from './sendCollections.ts';
import { MOST_IN_A_COLLECTION, updateAll } from '../transports/collections.ts';

const MOST_TRIES = 5;

/** Makes users active again that hold their contact already. A second time does no harm, so that no batch is written. */
export async function reactivateUsers(sending: Sending): Promise<Reply<null>> {
  const { store, progress } = sending;
  let isAnnounced = false;
  for (;;) {
    const rows = store.changes.inactiveUsers(MOST_IN_A_COLLECTION);
    if (rows.length === 0) return done(null);
    if (!isAnnounced) progress.stage('Reactivating users', rows.length);
    isAnnounced = true;
    const reply = await reactivate(sending, rows, 1);
    if (reply.kind === 'refused') return reply;
  }
}

async function reactivate(sending: Sending, rows: readonly InactiveUser[], attempt: number): Promise<Reply<null>> {
  const { store, api, clock } = sending;
  const records = rows.map(({ userId }) => ({ Id: userId, IsActive: true }));
  const reply = await updateAll(api, 'User', records, clock);
  if (reply.kind === 'refused') return reply;
  const locked: InactiveUser[] = [];
  store.transaction(() => {
    for (const [index, inactive] of rows.entries()) {
      const { row, userId } = inactive;
      const answer = reply.value[index];
      if (answer?.kind === 'failed') {
        const { code, message } = answer.failure;
        if (isTransient(answer.failure) && attempt < MOST_TRIES) locked.push(inactive);
        else store.outcomes.save({ row, outcome: 'failed', userId, code, message });
      } else {
        store.outcomes.save({ row, outcome: 'reactivated', userId, code: '', message: '' });
      }
    }
  });
  if (locked.length === 0) return done(null);
  await clock.sleep(waitAfter(attempt, PATIENCE));
  return reactivate(sending, locked, attempt + 1);
}
