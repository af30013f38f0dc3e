import { isUnclear } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { CreatedUser, ResetState } from '../store/passwordResets.ts';
import type { Store } from '../store/store.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/** After so many requests in a row without an answer, the org counts as out of reach. */
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
 * Resets the passwords of users that the run created, each once. The user gets a mail with a link (REST API Developer
 * Guide, Reset User Password). The password in the answer is not kept.
 */
export async function resetPasswords(run: RunContext, { rate, limit }: Wave): Promise<OrgAnswer<PasswordCounts>> {
  const { store, clock, progress } = run;
  const pending = store.passwordResets.pendingCount();
  const total = Math.min(pending, limit ?? pending);
  progress.stage('Resetting passwords', total);
  const start = clock.now();
  let count = 0;
  let unanswered = 0;
  for (const user of store.passwordResets.pending(total)) {
    await clock.sleep(Math.max(0, start + (count * 60_000) / rate - clock.now()));
    const answer = await resetPassword(run, user);
    if (answer.kind === 'refused') {
      unanswered = isUnclear(answer.failure) ? unanswered + 1 : MOST_UNANSWERED;
      if (unanswered >= MOST_UNANSWERED) return answer;
    } else {
      unanswered = 0;
    }
    count += 1;
    progress.done(count);
  }
  return known(passwordCounts(store));
}

/** Saves a refusal that concerns this user only; answers any other refusal, which stops the wave. */
async function resetPassword(
  { store: { passwordResets }, api, clock }: RunContext,
  { row, userId }: CreatedUser
): Promise<OrgAnswer<null>> {
  // Saved before the request, so that a crash after it sends no second mail.
  passwordResets.save(row, 'unclear', '');
  const retried = await withRetries<OrgAnswer<unknown>>(async () => {
    const answer = await api.send('DELETE', `/sobjects/User/${userId}/password`);
    return answer.kind === 'refused' && !isUnclear(answer.failure) ? answer : known(answer);
  }, clock);
  const answer = retried.kind === 'known' ? retried.value : retried;
  if (answer.kind === 'known') {
    passwordResets.save(row, 'reset', '');
    return known(null);
  }
  const { code, message } = answer.failure;
  // These refuse every user, and nothing was sent: the reset stays pending.
  if (code === 'sessionExpired' || code === 'busy' || code === 'noAccess') {
    passwordResets.forget(row);
    return answer;
  }
  if (isUnclear(answer.failure) && code !== 'notFound' && code !== 'unexpected') return answer;
  passwordResets.save(row, 'refused', message);
  return known(null);
}

export function passwordCounts({ passwordResets }: Store): PasswordCounts {
  return { ...passwordResets.counts(), left: passwordResets.pendingCount() };
}
