import type { Failure } from 'c/externalUserRules';

/** Lets time pass, in milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** The first attempt and its retries. */
export const ATTEMPTS = 4;

export const realTime: Wait = (milliseconds) =>
  new Promise((resolve) => {
    // A lock or a busy server is waited for within a bound, and a lost answer shows in nothing but the clock.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(resolve, milliseconds);
  });

/** What the promise gives, or a rejection without an answer once the time is over; a late answer is not heard. */
export function withinTime<Result>(promise: Promise<Result>, milliseconds: number, wait: Wait): Promise<Result> {
  const timeout = wait(milliseconds).then((): never => {
    throw Object.assign(new Error(`${milliseconds} ms`), { name: 'TimeoutError' });
  });
  return Promise.race([promise, timeout]);
}

/**
 * What may be over in a moment: a lock on the account, too many requests, a server that is away. A request limit of the
 * day (403 REQUEST_LIMIT_EXCEEDED) and an error 500 are not.
 */
export function isPassing({ code, status }: Failure): boolean {
  return code === 'locked' || status === 429 || status === 503;
}

/** Half a second before the first retry, then twice as long each time; a quarter more or less keeps many from meeting again. */
export function backOff(retry: number): number {
  return 500 * 2 ** (retry - 1) * (0.75 + Math.random() / 2);
}
