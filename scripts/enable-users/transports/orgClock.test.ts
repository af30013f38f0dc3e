import { CLOCK_ALLOWANCE } from 'c/externalUserRules';
import { serve } from 'sfdx-local-org';
import { readOrgClock, readOrgTime } from './orgClock.ts';

const HOUR = 3_600_000;

describe('the org’s clock', () => {
  /** A clock of this machine, which the question takes two seconds of. */
  function machine(start: number) {
    let now = start;
    return {
      now: () => now,
      ask: (time: number | null) => () => {
        now += 2000;
        return Promise.resolve(time);
      }
    };
  }

  it.each([
    ['as the org’s', 0],
    ['an hour behind', HOUR],
    ['an hour ahead', -HOUR]
  ])('is known to some seconds where this machine’s is %s', async (_case, ahead) => {
    const { now, ask } = machine(1_000_000);
    // The org writes whole seconds, at some moment of the two seconds.
    const toOrgTime = await readOrgClock(ask(1_001_000 + ahead), now);
    const { earliest, latest } = toOrgTime(2_000_000);
    expect(earliest).toBeLessThanOrEqual(2_000_000 + ahead);
    expect(latest).toBeGreaterThanOrEqual(2_000_000 + ahead);
    expect(latest - earliest).toBeLessThan(15_000);
  });

  it('is known to some minutes where the org does not say it', async () => {
    const { now, ask } = machine(1_000_000);
    const { earliest, latest } = (await readOrgClock(ask(null), now))(2_000_000);
    expect([earliest, latest]).toEqual([2_000_000 - CLOCK_ALLOWANCE, 2_000_000 + CLOCK_ALLOWANCE]);
  });

  it('is read from the header Date', async () => {
    const date = 'Mon, 30 Nov 2026 10:00:00 GMT';
    const served = await serve(() => new Response('[]', { headers: { Date: date } }), 0);
    expect(await readOrgTime(served.url)).toBe(Date.parse(date));
    await served.close();
    expect(await readOrgTime(served.url)).toBeNull();
  });
});
