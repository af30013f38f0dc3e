import { isTransient, waitAfter, type RetryPolicy } from 'c/externalUserRules';
import type { Reply } from './orgAnswer.ts';

/** Time, as a run is told of it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Milliseconds; a network that is gone for minutes comes back within `total`. */
export interface Patience extends RetryPolicy {
  readonly total: number;
}

export const PATIENCE: Patience = { first: 1_000, longest: 30_000, total: 10 * 60_000 };

/**
 * Asks again while the failure is transient, for as long as `patience` lasts. For requests that may be made twice:
 * an insert is none of them.
 */
export async function withRetries<Value>(
  ask: () => Promise<Reply<Value>>,
  clock: Clock,
  patience: Patience = PATIENCE
): Promise<Reply<Value>> {
  const end = clock.now() + patience.total;
  for (let attempt = 1; ; attempt++) {
    const reply = await ask();
    const wait = waitAfter(attempt, patience);
    if (reply.kind === 'done' || !isTransient(reply.failure) || clock.now() + wait > end) return reply;
    await clock.sleep(wait);
  }
}
