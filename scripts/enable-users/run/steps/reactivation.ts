import { numberAt, textAt } from 'sf-cli/json';
import { done, type Reply } from '../../reply.ts';
import { isPassing, PATIENCE, waitAfter } from '../../retries.ts';
import type { Sending } from '../sending.ts';
import { MOST_IN_A_COLLECTION, updateAll } from '../../transports/collections.ts';

const MOST_TRIES = 5;

interface Inactive {
  readonly row: number;
  readonly userId: string;
}

/** Switches users on that hold their contact already. Doing it twice does no harm, so that it needs no journal. */
export async function reactivateUsers(sending: Sending): Promise<Reply<null>> {
  const { progress } = sending;
  let isAnnounced = false;
  for (;;) {
    const rows = nextRows(sending);
    if (rows.length === 0) return done(null);
    if (!isAnnounced) progress.stage('Reactivating users', rows.length);
    isAnnounced = true;
    const reply = await reactivate(sending, rows, 1);
    if (reply.kind === 'refused') return reply;
  }
}

function nextRows({ store }: Sending): readonly Inactive[] {
  const rows = store.database.each(
    `SELECT row, userId FROM plan WHERE outcome = 'reactivate' AND userId IS NOT NULL
     AND row NOT IN (SELECT row FROM results) ORDER BY accountId, row LIMIT ?`,
    MOST_IN_A_COLLECTION
  );
  return [...rows.map((columns) => ({ row: numberAt(columns, 'row') ?? 0, userId: textAt(columns, 'userId') }))];
}

async function reactivate(sending: Sending, rows: readonly Inactive[], attempt: number): Promise<Reply<null>> {
  const { store, api, clock } = sending;
  const records = rows.map(({ userId }) => ({ Id: userId, IsActive: true }));
  const reply = await updateAll(api, 'User', records, clock);
  if (reply.kind === 'refused') return reply;
  const locked: Inactive[] = [];
  store.transaction(() => {
    for (const [index, inactive] of rows.entries()) {
      const { row, userId } = inactive;
      const answer = reply.value[index];
      if (answer?.kind === 'failed') {
        const { code, message } = answer.failure;
        if (isPassing(answer.failure) && attempt < MOST_TRIES) locked.push(inactive);
        else store.saveResult({ row, outcome: 'failed', userId, code, message });
      } else {
        store.saveResult({ row, outcome: 'reactivated', userId, code: '', message: '' });
      }
    }
  });
  if (locked.length === 0) return done(null);
  await clock.sleep(waitAfter(attempt, PATIENCE));
  return reactivate(sending, locked, attempt + 1);
}
