import { isTransient, waitAfter, type RetryPolicy } from 'c/externalUserRules';
import type { Clock } from './clock.ts';
import type { OrgAnswer, OrgRefusal } from './orgAnswer.ts';

/** Of every request and row of a run. Milliseconds. */
export const RETRY_POLICY: RetryPolicy = { first: 1_000, longest: 30_000 };

/** How long a request is repeated: a network that is down for minutes comes back within that time. Milliseconds. */
export const TOTAL = 10 * 60_000;

/**
 * Repeats a request while its failure is transient, for at most `total` milliseconds. For requests that may be carried out
 * twice, so not for an insert.
 */
export async function withRetries<Value>(
  ask: () => Promise<OrgAnswer<Value>>,
  clock: Clock,
  total = TOTAL
): Promise<OrgAnswer<Value>> {
  const end = clock.now() + total;
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer.kind === 'known' || !isTransient(answer.failure)) return answer;
    const wait = waitAfterRefusal(attempt, answer);
    if (clock.now() + wait > end) return answer;
    await clock.sleep(wait, answer.failure);
  }
}

/** Milliseconds; at least as many as the org asks for. */
export function waitAfterRefusal(attempt: number, { retryAfter }: OrgRefusal): number {
  return waitAfter(attempt, RETRY_POLICY, retryAfter ?? null);
}
