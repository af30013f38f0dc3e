import { isUnclear } from 'c/externalUserRules';
import { numberAt, textAt } from 'sf-cli/json';
import { done, type Reply } from '../../reply.ts';
import { withRetries } from '../../retries.ts';
import type { Sending } from '../sending.ts';

/** A state is written before the request, so that nobody gets a second mail after a crash. */
const TABLE = `CREATE TABLE IF NOT EXISTS passwords (
  row INTEGER PRIMARY KEY, state TEXT NOT NULL, message TEXT NOT NULL)`;

const OPEN = `FROM results LEFT JOIN passwords USING (row)
  WHERE outcome = 'created' AND userId IS NOT NULL AND passwords.row IS NULL`;

/** So many requests without an answer, one after the other, and the org is not there. */
const MOST_UNANSWERED = 3;

export interface Wave {
  /** Users a minute. */
  readonly rate: number;
  /** Users of this wave; null for all. */
  readonly limit: number | null;
}

export interface PasswordCounts {
  readonly reset: number;
  readonly refused: number;
  /** No answer came: the mail may have been sent or not. */
  readonly unclear: number;
  /** For a later wave. */
  readonly left: number;
}

/**
 * Resets the passwords of users that the run created, each once. REST API, Reset User Password: the user gets a mail with a
 * link. The password in the answer is kept nowhere.
 */
export async function resetPasswords(sending: Sending, { rate, limit }: Wave): Promise<Reply<PasswordCounts>> {
  const { store, clock, progress } = sending;
  store.database.run(TABLE);
  const open = numberAt(store.database.first(`SELECT count(*) AS rows ${OPEN}`), 'rows') ?? 0;
  const total = Math.min(open, limit ?? open);
  progress.stage('Resetting passwords', total);
  const start = clock.now();
  let count = 0;
  let unanswered = 0;
  for (const user of store.database.each(`SELECT row, userId ${OPEN} ORDER BY row LIMIT ?`, total)) {
    await clock.sleep(Math.max(0, start + (count * 60_000) / rate - clock.now()));
    const reply = await reset(sending, numberAt(user, 'row') ?? 0, textAt(user, 'userId'));
    if (reply.kind === 'refused') {
      unanswered = isUnclear(reply.failure) ? unanswered + 1 : MOST_UNANSWERED;
      if (unanswered >= MOST_UNANSWERED) return reply;
    } else {
      unanswered = 0;
    }
    count += 1;
    progress.done(count);
  }
  return done(passwordCounts(sending));
}

/** A refusal that concerns this user is written down; any other is the caller's. */
async function reset({ store, api, clock }: Sending, row: number, userId: string): Promise<Reply<null>> {
  const save = (state: string, message: string): void => {
    store.database.run('INSERT OR REPLACE INTO passwords VALUES (?, ?, ?)', row, state, message);
  };
  save('unclear', '');
  const reply = await withRetries(async () => {
    const answer = await api.send('DELETE', `/sobjects/User/${userId}/password`);
    return answer.kind === 'refused' && !isUnclear(answer.failure) ? answer : done(answer);
  }, clock);
  const answer = reply.kind === 'done' ? reply.value : reply;
  if (answer.kind === 'done') {
    save('reset', '');
    return done(null);
  }
  const { code, message } = answer.failure;
  // Nobody's password is reset as long as this stands in the way.
  if (code === 'sessionExpired' || code === 'busy' || code === 'noAccess') {
    store.database.run('DELETE FROM passwords WHERE row = ?', row);
    return answer;
  }
  if (isUnclear(answer.failure) && code !== 'notFound' && code !== 'unexpected') return answer;
  save('refused', message);
  return done(null);
}

export function passwordCounts({ store }: Pick<Sending, 'store'>): PasswordCounts {
  store.database.run(TABLE);
  const count = (sql: string): number => numberAt(store.database.first(sql), 'rows') ?? 0;
  const inState = (state: string): number => count(`SELECT count(*) AS rows FROM passwords WHERE state = '${state}'`);
  return {
    reset: inState('reset'),
    refused: inState('refused'),
    unclear: inState('unclear'),
    left: count(`SELECT count(*) AS rows ${OPEN}`)
  };
}
