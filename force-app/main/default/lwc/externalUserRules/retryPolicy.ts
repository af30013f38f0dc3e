import type { Failure } from './failure.ts';
import type { FailureCode } from './failureCodes.ts';

/** Milliseconds before the first retry, and the longest wait. */
export interface RetryPolicy {
  readonly first: number;
  readonly longest: number;
}

/** Milliseconds to wait after an attempt failed: the wait doubles each time, up to the longest. */
export function waitAfter(attempt: number, { first, longest }: RetryPolicy): number {
  return Math.min(longest, first * 2 ** (attempt - 1));
}

/** Refusals that pass by themselves: a lock, a request limit, a server that is away. */
export const TRANSIENT_CODES: readonly FailureCode[] = ['locked', 'busy', 'serverDown'];

/**
 * Whether the same request may succeed some minutes later. This includes a lost or broken answer, so a caller repeats a
 * request that must not run twice only if `isUnclear` is false.
 */
export function isTransient({ code, status }: Failure): boolean {
  return (
    TRANSIENT_CODES.includes(code) || code === 'noAnswer' || code === 'unreadable' || (status !== null && status >= 500)
  );
}

/**
 * Whether the same request may succeed within seconds, while a person waits. The set is smaller: a request limit (403
 * REQUEST_LIMIT_EXCEEDED) takes longer to pass, and after an error 500 or a lost answer the user may have been created.
 */
export function isBrieflyTransient({ code, status }: Failure): boolean {
  return code === 'locked' || status === 429 || status === 503;
}
