import { readStartingOrg } from '../../engine/startingOrg/startingOrg.ts';
import { createLocalOrg } from '../../main.ts';
import { callerOf } from '../../testing/caller.ts';

describe('the limits of an org', () => {
  it('count the API requests of the last 24 hours, and each answer reports them', async () => {
    const caller = callerOf();
    await caller.call('GET', '/sobjects');
    const { headers, body } = await caller.call('GET', '/limits');
    expect(headers.get('Sforce-Limit-Info')).toBe('api-usage=2/15000');
    expect(body).toMatchObject({ DailyApiRequests: { Max: 15000, Remaining: 14998 } });
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 25 * 60 * 60 * 1000 });
    expect((await caller.call('GET', '/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/15000');
  });

  it('do not count the GraphQL requests of the org’s own pages', async () => {
    const caller = callerOf();
    await caller.graphql('{ uiapi { currentUser { Id } } }');
    expect((await caller.call('GET', '/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/15000');
  });

  it('refuse a request when nothing is left', async () => {
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

  it('are shown only to people with View Setup and Configuration', async () => {
    expect((await callerOf().as('Without permission').call('GET', '/limits')).status).toBe(403);
  });
});
