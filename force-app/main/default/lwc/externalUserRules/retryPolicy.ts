import type { Failure } from './failure.ts';
import type { FailureCode } from './failureCodes.ts';

/** Milliseconds before the first retry, and the longest wait. */
export interface RetryPolicy {
  readonly first: number;
  readonly longest: number;
}

/** The longest wait that an org can ask for. Milliseconds. */
const LONGEST_ASKED = 5 * 60_000;

/**
 * Milliseconds to wait after an attempt failed: the wait doubles each time, up to the longest. An org may ask for a longer
 * one by its header Retry-After (RFC 9110, 10.2.3); null where it doesn't.
 */
export function waitAfter(attempt: number, { first, longest }: RetryPolicy, asked: number | null = null): number {
  return Math.max(Math.min(longest, first * 2 ** (attempt - 1)), Math.min(asked ?? 0, LONGEST_ASKED));
}

/** Refusals that pass by themselves: a lock, a request limit, a server that is away. */
export const TRANSIENT_CODES: readonly FailureCode[] = ['locked', 'busy', 'serverDown'];

/** Statuses of an answer that says nothing of the request itself, whatever error its body names. */
function isTransientStatus(status: number | null): boolean {
  return status !== null && (status === 408 || status === 429 || status >= 500);
}

/**
 * Whether the same request may succeed some minutes later. This includes a lost or broken answer, so a caller repeats a
 * request that must not run twice only if `isUnclear` is false.
 */
export function isTransient({ code, status }: Failure): boolean {
  return TRANSIENT_CODES.includes(code) || code === 'noAnswer' || code === 'unreadable' || isTransientStatus(status);
}

/**
 * Whether the same request may succeed within seconds, while a person waits. The set is smaller: a request limit (403
 * REQUEST_LIMIT_EXCEEDED) takes longer to pass, and after an error 500 or a lost answer the user may have been created.
 */
export function isBrieflyTransient({ code, status }: Failure): boolean {
  return code === 'locked' || status === 429 || status === 503;
}
