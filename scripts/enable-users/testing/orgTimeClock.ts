import { setImmediate } from 'node:timers/promises';
import type { LocalOrg } from 'sfdx-local-org';
import type { Clock } from '../transports/clock.ts';

/** The clock of an org on this machine. Time passes at once where the code sleeps, and the org goes on with its jobs. */
export function createOrgTimeClock({ org }: Pick<LocalOrg, 'org'>): Clock {
  return {
    now: () => org.clock.now(),
    date: () => new Date(org.clock.now()),
    sleep: async (milliseconds) => {
      org.clock.advance(milliseconds);
      await setImmediate();
    }
  };
}
