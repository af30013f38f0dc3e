import { isUnclear } from 'c/externalUserRules';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { CreatedUser, ResetState } from '../store/passwordResets.ts';
import type { Sending } from './sendCollections.ts';

/** So many requests without an answer, one after the other, and the org is not there. */
const MOST_UNANSWERED = 3;

export interface Wave {
  /** Users a minute. */
  readonly rate: number;
  /** Users of this wave; null for all. */
  readonly limit: number | null;
}

export interface PasswordCounts extends Readonly<Record<ResetState, number>> {
  /** For a later wave. */
  readonly left: number;
}

/**
 * Resets the passwords of users that the run created, each once. REST API, Reset User Password: the user gets a mail with a
 * link. The password in the answer is kept nowhere.
 */
export async function resetPasswords(sending: Sending, { rate, limit }: Wave): Promise<Reply<PasswordCounts>> {
  const { store, clock, progress } = sending;
  const pending = store.passwordResets.pendingCount();
  const total = Math.min(pending, limit ?? pending);
  progress.stage('Resetting passwords', total);
  const start = clock.now();
  let count = 0;
  let unanswered = 0;
  for (const user of store.passwordResets.pending(total)) {
    await clock.sleep(Math.max(0, start + (count * 60_000) / rate - clock.now()));
    const reply = await reset(sending, user);
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
async function reset({ store, api, clock }: Sending, { row, userId }: CreatedUser): Promise<Reply<null>> {
  // Written before the request, so that a crash after it sends no second mail.
  store.passwordResets.save(row, 'unclear', '');
  const reply = await withRetries(async () => {
    const answer = await api.send('DELETE', `/sobjects/User/${userId}/password`);
    return answer.kind === 'refused' && !isUnclear(answer.failure) ? answer : done(answer);
  }, clock);
  const answer = reply.kind === 'done' ? reply.value : reply;
  if (answer.kind === 'done') {
    store.passwordResets.save(row, 'reset', '');
    return done(null);
  }
  const { code, message } = answer.failure;
  // Nobody's password is reset as long as this stands in the way.
  if (code === 'sessionExpired' || code === 'busy' || code === 'noAccess') {
    store.passwordResets.forget(row);
    return answer;
  }
  if (isUnclear(answer.failure) && code !== 'notFound' && code !== 'unexpected') return answer;
  store.passwordResets.save(row, 'refused', message);
  return done(null);
}

export function passwordCounts({ store: { passwordResets } }: Pick<Sending, 'store'>): PasswordCounts {
  return { ...passwordResets.counts(), left: passwordResets.pendingCount() };
}
