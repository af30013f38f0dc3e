import { CLOCK_ALLOWANCE } from 'c/externalUserRules';
import { serve } from 'sfdx-local-org';
import { readOrgClock, readOrgTime } from './orgClock.ts';

const HOUR = 3_600_000;

describe('the org’s clock', () => {
  /** A machine that waits two seconds for the org's answer. */
  function machine() {
    let [now, date] = [0, 1_000_000];
    const pass = (milliseconds: number, jump = 0): void => {
      now += milliseconds;
      date += milliseconds + jump;
    };
    const ask = (time: number | null) => () => {
      pass(2000);
      return Promise.resolve(time);
    };
    return { clock: { now: () => now, date: () => new Date(date) }, pass, ask };
  }

  it.each([
    ['as the org’s', 0],
    ['an hour behind', HOUR],
    ['an hour ahead', -HOUR]
  ])('is known to some seconds where this machine’s is %s', async (_case, ahead) => {
    const { clock, pass, ask } = machine();
    // The org writes whole seconds, at some moment of the two seconds.
    const orgClock = await readOrgClock(ask(1_001_000 + ahead), clock);
    pass(10_000);
    const { earliest, latest } = orgClock();
    expect(earliest).toBeLessThanOrEqual(1_011_000 + ahead);
    expect(latest).toBeGreaterThanOrEqual(1_012_000 + ahead);
    expect(latest - earliest).toBeLessThan(15_000);
  });

  it.each([
    ['the time of day is set an hour ahead', HOUR],
    ['the time of day is set an hour back', -HOUR]
  ])('is among the times that are possible after %s', async (_case, jump) => {
    const { clock, pass, ask } = machine();
    const orgClock = await readOrgClock(ask(1_001_000), clock);
    pass(10_000, jump);
    const { earliest, latest } = orgClock();
    expect(earliest).toBeLessThanOrEqual(1_011_000);
    expect(latest).toBeGreaterThanOrEqual(1_012_000);
  });

  it('is known to some minutes where the org does not say it', async () => {
    const { clock, pass, ask } = machine();
    const orgClock = await readOrgClock(ask(null), clock);
    pass(10_000);
    expect(orgClock()).toEqual({ earliest: 1_012_000 - CLOCK_ALLOWANCE, latest: 1_012_000 + CLOCK_ALLOWANCE });
  });

  it('is read from the header Date', async () => {
    const date = 'Mon, 30 Nov 2026 10:00:00 GMT';
    const served = await serve(() => new Response('[]', { headers: { Date: date } }), 0);
    expect(await readOrgTime(served.url)).toBe(Date.parse(date));
    await served.close();
    expect(await readOrgTime(served.url)).toBeNull();
  });
});
