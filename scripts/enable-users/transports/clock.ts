import { setTimeout } from 'node:timers/promises';
import type { Failure } from 'c/externalUserRules';

/** The time, and waiting; tests hand in a clock of their own. */
export interface Clock {
  /** Milliseconds of a monotonic clock: a change of the time of day moves no deadline. */
  now(): number;
  /** The time of day, for what is written down. */
  date(): Date;
  /** `because` of a failed request that is sent again afterwards. */
  sleep(milliseconds: number, because?: Failure): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: async (milliseconds) => {
    if (milliseconds > 0) await setTimeout(milliseconds);
  }
};
