import { setTimeout } from 'node:timers/promises';

/** The time, and waiting; tests hand in a clock of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    if (milliseconds > 0) await setTimeout(milliseconds);
  }
};
