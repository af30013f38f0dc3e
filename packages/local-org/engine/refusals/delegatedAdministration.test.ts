import { callerOf, type Caller } from '../../testing/caller.ts';

/** Creates a user for Amélie with a profile, by UI API. */
async function create(caller: Caller, profile: string, more: Readonly<Record<string, string>> = {}) {
  const fields = {
    ContactId: caller.localOrg.org.defaultContactId,
    ProfileId: caller.named('Profile', profile).Id,
    Username: 'amelie@delegated.example',
    Email: 'amelie@delegated.example',
    LastName: 'Dubois',
    Alias: 'amelie',
    TimeZoneSidKey: 'Europe/Paris',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...more
  };
  return caller.call('POST', '/ui-api/records', { apiName: 'User', fields });
}

const GROUPS = 'SELECT DelegateGroup.Name, GrantedId FROM DelegateGroupGrant';

describe('delegated administration', () => {
  it.each([
    ['lets the members of a group assign a profile that it lists', 'delegated', 'Sales Ops', 'Acme Customer', 201],
    ['refuses them another external profile', 'delegated', 'Sales Ops', 'Acme Customer Plus', 400],
    ['lets administrators assign any', 'delegated', 'System Administrator', 'Acme Customer Plus', 201],
    ['is asked only where the org enforces it', 'ready', 'Sales Ops', 'Acme Customer Plus', 201]
  ])('%s', async (_title, org, who, profile, status) => {
    expect((await create(callerOf(org).as(who), profile)).status).toBe(status);
  });

  it('refuses with the field of the profile', async () => {
    const { body } = await create(callerOf('delegated').as('Sales Ops'), 'Acme Customer Plus');
    expect(JSON.stringify(body)).toMatch(/INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY/u);
    expect(JSON.stringify(body)).toMatch(/ProfileId/u);
  });

  it('shows its groups in the Tooling API only', async () => {
    const caller = callerOf('delegated');
    const { body } = await caller.call('GET', `/tooling/query?q=${encodeURIComponent(GROUPS)}`);
    expect(body).toMatchObject({
      records: [{ DelegateGroup: { Name: 'Sales Ops' }, GrantedId: caller.named('Profile', 'Acme Customer').Id }]
    });
    expect(await caller.query(GROUPS)).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
  });
});
