import { setTimeout } from 'node:timers/promises';

/** How fast rows are processed. */
export interface Pace {
  /** So many rows a second; 0 is as fast as it can. */
  set(rowsPerSecond: number): void;
  /** Starts to count: the time before, in which there was nothing to do, is not made up. */
  begin(): void;
  /** Resolves when so many further rows are due: at once without a rate. A late chunk is made up by the next ones. */
  untilDue(rows: number): Promise<void>;
}

/** The clock of the machine by default, as tests move the org's. Milliseconds. */
export interface PaceClock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

const machineClock: PaceClock = {
  now: () => performance.now(),
  sleep: (milliseconds) => setTimeout(milliseconds)
};

/** Creates the pace of a runner, which has no rate yet. */
export function createPace({ now, sleep }: PaceClock = machineClock): Pace {
  let rate = 0;
  let due = 0;
  const begin = (): void => {
    due = now();
  };

  return {
    set: (rowsPerSecond) => {
      rate = rowsPerSecond;
      begin();
    },
    begin,
    untilDue: async (rows) => {
      if (rate === 0) return;
      due += (rows / rate) * 1000;
      const milliseconds = due - now();
      if (milliseconds > 0) await sleep(milliseconds);
    }
  };
}
