import { waitAfter, type RetryPolicy } from 'c/externalUserRules';

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

/** A person waits for it. */
const POLICY: RetryPolicy = { first: 500, longest: 4_000 };

/** The wait before a retry; a quarter more or less keeps many requests from meeting again. */
export function backOff(retry: number): number {
  return waitAfter(retry, POLICY) * (0.75 + Math.random() / 2);
}
