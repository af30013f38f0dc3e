import { waitAfter, type RetryPolicy } from 'c/externalUserRules';

/** Resolves after so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** The first attempt and its retries. */
export const ATTEMPTS = 4;

export const realTime: Wait = (milliseconds) =>
  new Promise((resolve) => {
    // Retries have to wait, and only a timer can notice a lost answer.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(resolve, milliseconds);
  });

/** Settles as the promise does, or rejects with a TimeoutError first; a later answer is ignored. */
export function withinTime<Result>(promise: Promise<Result>, milliseconds: number, wait: Wait): Promise<Result> {
  const timeout = wait(milliseconds).then((): never => {
    throw Object.assign(new Error(`${milliseconds} ms`), { name: 'TimeoutError' });
  });
  return Promise.race([promise, timeout]);
}

/** The waits are short because a person waits for the outcome. */
const POLICY: RetryPolicy = { first: 500, longest: 4_000 };

/** The wait before a retry. It varies by up to a quarter, so that many clients don't retry at the same moment. */
export function backOff(retry: number): number {
  return waitAfter(retry, POLICY) * (0.75 + Math.random() / 2);
}
