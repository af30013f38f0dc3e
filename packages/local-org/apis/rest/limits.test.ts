import { createLocalOrg } from '../../main.ts';
import { readStartingOrg } from '../../engine/startingOrg/startingOrg.ts';
import { callerOf } from '../../testing/caller.ts';

describe('the limits of an org', () => {
  it('count API requests of the last 24 hours and are told with each answer', async () => {
    const caller = callerOf();
    await caller.call('GET', '/sobjects');
    const { headers, body } = await caller.call('GET', '/limits');
    expect(headers.get('Sforce-Limit-Info')).toBe('api-usage=2/15000');
    expect(body).toMatchObject({ DailyApiRequests: { Max: 15000, Remaining: 14998 } });
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 25 * 60 * 60 * 1000 });
    expect((await caller.call('GET', '/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/15000');
  });

  it('leave out what a page of the org asks', async () => {
    const caller = callerOf();
    await caller.graphql('{ uiapi { currentUser { Id } } }');
    expect((await caller.call('GET', '/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/15000');
  });

  it('refuse a request once nothing is left', async () => {
    const ready = readStartingOrg('ready');
    const starting = { ...ready, settings: { ...ready.settings, allocations: { DailyApiRequests: 1 } } };
    const localOrg = createLocalOrg({
      org: starting,
      seed: 1,
      hasControlRoutes: false,
      url: () => 'http://localhost:4280'
    });
    const ask = async () =>
      localOrg.fetch(
        new Request('http://localhost:4280/services/data/v68.0/limits', {
          headers: { Authorization: `Bearer ${localOrg.people[0]?.accessToken ?? ''}` }
        })
      );
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(403);
    expect(await refused.json()).toEqual([
      { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }
    ]);
  });

  it('are for those with View Setup and Configuration', async () => {
    expect((await callerOf().as('Without permission').call('GET', '/limits')).status).toBe(403);
  });
});
