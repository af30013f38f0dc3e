import { isUnclear, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { CellsWithReset, CreatedUser } from '../store/passwordResets.ts';
import type { OrgAnswer, OrgRefusal } from '../transports/orgAnswer.ts';
import { waitAfterRefusal, withRetries } from '../transports/retries.ts';
import type { RunContext } from './openRun.ts';

/** After so many users in a row whom the same failure met, it is one of the org and not of the users. */
const MOST_IN_A_ROW = 5;

/** How long one user is tried, while the failure may pass. The others wait for it. Milliseconds. */
const LONGEST_TRY = 60_000;

export interface Wave {
  /** Users a minute. */
  readonly rate: number;
  /** Users of this wave; null for all. */
  readonly limit: number | null;
}

/** How many of the created users have which state; `left` is for a later wave. */
export type PasswordCounts = Readonly<Record<CellsWithReset['state'], number>>;

/**
 * Resets the passwords of users that the run created. Each gets one mail at most, with a link (REST API Developer Guide,
 * Reset User Password). The password in the answer is not kept. A refusal that would meet every user stops the wave.
 */
export async function resetPasswords(run: RunContext, { rate, limit }: Wave): Promise<OrgAnswer<PasswordCounts>> {
  const { store, clock, progress } = run;
  const wave = store.passwordResets.nextWave();
  const pending = store.passwordResets.pendingCount(wave);
  const total = Math.min(pending, limit ?? pending);
  progress.stage('Resetting passwords', total);
  const start = clock.now();
  let [last, inARow, count] = ['', 0, 0];
  for (const user of store.passwordResets.pending(wave, total)) {
    await clock.sleep(Math.max(0, start + (count * 60_000) / rate - clock.now()));
    const answer = await resetPassword(run, user, wave);
    const code = answer.kind === 'refused' && mayMeetAll(answer.failure) ? answer.failure.code : '';
    inARow = code === last ? inARow + 1 : 1;
    last = code;
    if (answer.kind === 'refused' && code !== '' && inARow >= MOST_IN_A_ROW) return answer;
    count += 1;
    progress.done(count);
    // A failure of the org often passes within seconds, so that it meets no further user.
    if (answer.kind === 'refused' && code !== '' && !isWithoutMail(answer)) {
      await clock.sleep(waitAfterRefusal(inARow, answer), answer.failure);
    }
  }
  return known(store.passwordResets.counts());
}

/** Whether a failure says that the org isn't ready, and nothing of the user. */
function isOfTheOrg({ code }: Failure): boolean {
  return code === 'sessionExpired' || code === 'busy' || code === 'noAnswer';
}

/** Whether a failure may meet every user. */
function mayMeetAll(failure: Failure): boolean {
  const { code, status } = failure;
  return isOfTheOrg(failure) || code === 'noAccess' || code === 'unreadable' || (status !== null && status >= 500);
}

/** Saves what became of the mail to a user. */
async function resetPassword(
  { store: { passwordResets }, api, clock }: RunContext,
  { row, userId }: CreatedUser,
  wave: number
): Promise<OrgAnswer<null>> {
  // Saved before the request, so that a crash after it sends no second mail.
  passwordResets.save(row, wave, 'unclear', '');
  const retried = await withRetries<OrgAnswer<unknown>>(
    async () => {
      const answer = await api.send('DELETE', `/sobjects/User/${userId}/password`);
      return answer.kind === 'refused' && isWithoutMail(answer) ? answer : known(answer);
    },
    clock,
    LONGEST_TRY
  );
  const answer = retried.kind === 'known' ? retried.value : retried;
  if (answer.kind === 'known') {
    passwordResets.save(row, wave, 'reset', '');
    return known(null);
  }
  const { failure } = answer;
  if (!isWithoutMail(answer)) passwordResets.save(row, wave, 'unclear', failure.message);
  else if (isOfTheOrg(failure)) passwordResets.forget(row);
  else passwordResets.save(row, wave, 'refused', failure.message || failure.details);
  return answer;
}

/** Codes of the network for a connection that was never made (Node.js, "Errors", `error.code`), so that nothing was sent. */
const NEVER_CONNECTED = /\b(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/u;

/** Whether the org sent no mail. After a server error it may have sent one, whatever the answer says [F-095]. */
function isWithoutMail({ failure }: OrgRefusal): boolean {
  const { status, code, message, details } = failure;
  if (NEVER_CONNECTED.test(`${message} ${details}`)) return true;
  if (!isUnclear(failure)) return true;
  return status !== null && status < 500 && status !== 408 && code !== 'unreadable' && code !== 'noAnswer';
}
