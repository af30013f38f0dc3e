import type { Failure } from './failure.ts';
import type { FailureCode } from './failureCodes.ts';

/** Milliseconds before the first retry, and at most. */
export interface RetryPolicy {
  readonly first: number;
  readonly longest: number;
}

/** How long to wait after so many failed attempts: twice as long each time, up to the longest. */
export function waitAfter(attempt: number, { first, longest }: RetryPolicy): number {
  return Math.min(longest, first * 2 ** (attempt - 1));
}

/** Refusals that pass by themselves: a lock, a request limit, a server that is away. */
export const TRANSIENT_CODES: readonly FailureCode[] = ['locked', 'busy', 'serverDown'];

/**
 * Whether the same request may succeed some minutes later. A lost or broken answer counts too, so a request that must not
 * be carried out twice is repeated only where `isUnclear` is false.
 */
export function isTransient({ code, status }: Failure): boolean {
  return (
    TRANSIENT_CODES.includes(code) || code === 'noAnswer' || code === 'unreadable' || (status !== null && status >= 500)
  );
}

/**
 * Whether it may succeed within seconds, while a person waits. The set is smaller: a request limit (403
 * REQUEST_LIMIT_EXCEEDED) takes longer to pass, and after an error 500 or a lost answer the user may have been created.
 */
export function isBrieflyTransient({ code, status }: Failure): boolean {
  return code === 'locked' || status === 429 || status === 503;
}
