import type { Failure, FailureCode } from 'c/externalUserRules';
import type { Reply } from './orgAnswer.ts';

/** Time, as a run is told of it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Milliseconds; a network that is gone for minutes comes back within `total`. */
export interface Patience {
  readonly first: number;
  readonly longest: number;
  readonly total: number;
}

export const PATIENCE: Patience = { first: 1_000, longest: 30_000, total: 10 * 60_000 };

/** 429 and the limits that pass, 503, a broken connection, an answer that broke off, a lock. */
const PASSING: readonly FailureCode[] = ['busy', 'serverDown', 'noAnswer', 'unreadable', 'locked'];

/** Whether the same request may go well a little later. */
export function isPassing({ code, status }: Failure): boolean {
  return PASSING.includes(code) || (status !== null && status >= 500);
}

/** How long to wait after so many failed attempts, the first being 1: doubled each time, up to the longest. */
export function waitAfter(attempt: number, { first, longest }: Patience): number {
  return Math.min(longest, first * 2 ** (attempt - 1));
}

/**
 * Asks again while what stands in the way passes, for as long as `patience` lasts. For requests that may be made twice:
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
    if (reply.kind === 'done' || !isPassing(reply.failure) || clock.now() + wait > end) return reply;
    await clock.sleep(wait);
  }
}
