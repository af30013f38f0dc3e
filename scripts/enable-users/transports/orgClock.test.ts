import { CLOCK_ALLOWANCE } from 'c/externalUserRules';
import { createScriptedClient, json } from '../testing/scriptedClient.ts';
import { createOrgClock, dateAnswer } from './orgClock.ts';

const HOUR = 3_600_000;

describe('the org’s clock', () => {
  /** A machine that waits two seconds for the org's answer. */
  function machine() {
    let [now, date] = [0, 1_000_000];
    const pass = (milliseconds: number, jump = 0): void => {
      now += milliseconds;
      date += milliseconds + jump;
    };
    const clock = { now: () => now, date: () => new Date(date) };
    const ask = (time: number | null) => {
      const askedAt = now;
      pass(2000);
      const headers = new Headers(time === null ? {} : { Date: new Date(time).toUTCString() });
      return createOrgClock(dateAnswer(headers, askedAt, clock), clock);
    };
    return { pass, ask };
  }

  it.each([
    ['as the org’s', 0],
    ['an hour behind', HOUR],
    ['an hour ahead', -HOUR]
  ])('is known to some seconds where this machine’s is %s', (_case, ahead) => {
    const { pass, ask } = machine();
    // The org writes whole seconds, at some moment of the two seconds.
    const orgClock = ask(1_001_000 + ahead);
    pass(10_000);
    const { earliest, latest } = orgClock();
    expect(earliest).toBeLessThanOrEqual(1_011_000 + ahead);
    expect(latest).toBeGreaterThanOrEqual(1_012_000 + ahead);
    expect(latest - earliest).toBeLessThan(15_000);
  });

  it.each([
    ['the time of day is set an hour ahead', HOUR],
    ['the time of day is set an hour back', -HOUR]
  ])('is among the times that are possible after %s', (_case, jump) => {
    const { pass, ask } = machine();
    const orgClock = ask(1_001_000);
    pass(10_000, jump);
    const { earliest, latest } = orgClock();
    expect(earliest).toBeLessThanOrEqual(1_011_000);
    expect(latest).toBeGreaterThanOrEqual(1_012_000);
  });

  it('is known to some minutes where the org does not say it', () => {
    const { pass, ask } = machine();
    const orgClock = ask(null);
    pass(10_000);
    expect(orgClock()).toEqual({ earliest: 1_012_000 - CLOCK_ALLOWANCE, latest: 1_012_000 + CLOCK_ALLOWANCE });
  });

  it('is that of the last answer which says its time, so no request is made for it', async () => {
    const dates = ['Mon, 30 Nov 2026 10:00:00 GMT', 'Mon, 30 Nov 2026 12:00:00 GMT', null];
    const { client, sent } = createScriptedClient((_request, count) => {
      const date = dates[count - 1] ?? null;
      return json({}, 200, date === null ? {} : { Date: date });
    });
    const hours: number[] = [];
    for (const path of ['/sobjects/User/describe', '/sobjects/User/describe', '/sobjects/User/describe']) {
      await client.send({ method: 'GET', path });
      const { earliest, latest } = client.orgClock()();
      hours.push(new Date((earliest + latest) / 2).getUTCHours());
    }
    expect(hours).toEqual([10, 12, 12]);
    expect(sent).toHaveLength(3);
  });
});
