import { setImmediate } from 'node:timers/promises';
import { createLocalOrg } from '../main.ts';
import { createCaller } from '../testing/caller.ts';
import type { LocalOrg } from '../localOrg.ts';

/** A Dev Hub whose scratch orgs get addresses that no server listens to. */
function hubOf() {
  const scratchOrgs: LocalOrg[] = [];
  const closed: string[] = [];
  const hub = createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => 'http://localhost:4280',
    scratchOrgPopulation: { accounts: 0, contacts: 0, seats: { 'Customer Community': 270 } },
    hostScratchOrg: (localOrg) => {
      scratchOrgs.push(localOrg);
      const url = `http://localhost:${String(5000 + scratchOrgs.length)}`;
      return Promise.resolve({ url, close: () => Promise.resolve(void closed.push(url)) });
    }
  });
  return { caller: createCaller(hub, 'System Administrator'), scratchOrgs, closed };
}

const REQUEST = { ConnectedAppConsumerKey: 'PlatformCLI', Edition: 'Developer', OrgName: 'Fruit', DurationDays: 3 };

describe('a Dev Hub', () => {
  it('makes a scratch org whose authorization code works once', async () => {
    const { caller, scratchOrgs } = hubOf();
    const { body } = await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await setImmediate();
    const info = await caller.call('GET', `/sobjects/ScratchOrgInfo/${(body as { id: string }).id}`);
    expect(info.body).toMatchObject({
      Status: 'Active',
      LoginUrl: 'http://localhost:5001',
      SignupUsername: expect.stringMatching(/^test-[0-9a-z]{6}@example\.com$/u),
      SignupEmail: 'ingrid.solberg@acme.example'
    });
    const { AuthCode } = info.body as { AuthCode: string };
    const redeem = async (): Promise<Response | undefined> =>
      scratchOrgs[0]?.fetch(
        new Request('http://localhost:5001/services/oauth2/token', {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'authorization_code', code: AuthCode })
        })
      );
    const first = await redeem();
    expect(await first?.json()).toMatchObject({
      access_token: scratchOrgs[0]?.people[0]?.accessToken,
      instance_url: 'http://localhost:5001'
    });
    expect((await redeem())?.status).toBe(400);
  });

  it('gives its scratch orgs the seats that its caller asks for, and keeps its own', async () => {
    const { caller, scratchOrgs } = hubOf();
    await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await setImmediate();
    const [scratchOrg] = scratchOrgs;
    if (scratchOrg === undefined) throw new Error('no scratch org was made');
    const seats = "SELECT TotalLicenses FROM UserLicense WHERE Name = 'Customer Community'";
    expect(await createCaller(scratchOrg, 'System Administrator').query(seats)).toMatchObject({
      body: { records: [{ TotalLicenses: 270 }] }
    });
    expect(await caller.query(seats)).toMatchObject({ body: { records: [{ TotalLicenses: 20 }] } });
  });

  it('makes scratch orgs that share no username and no org id, with those of another Dev Hub neither', async () => {
    const [one, other] = [hubOf(), hubOf()];
    for (const { caller } of [one, one, other]) await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await setImmediate();
    const made = [...one.scratchOrgs, ...other.scratchOrgs];
    expect(new Set(made.map(({ people }) => people[0]?.username)).size).toBe(3);
    expect(new Set(made.map(({ org }) => org.id)).size).toBe(3);
  });

  it('ends a scratch org when its ActiveScratchOrg is deleted', async () => {
    const { caller, closed } = hubOf();
    await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await setImmediate();
    const active = await caller.query('SELECT Id FROM ActiveScratchOrg');
    const { records } = active.body as { records: { Id: string }[] };
    await caller.call('DELETE', `/sobjects/ActiveScratchOrg/${records[0]?.Id ?? ''}`);
    expect(closed).toEqual(['http://localhost:5001']);
    expect((await caller.query('SELECT Status FROM ScratchOrgInfo')).body).toMatchObject({
      records: [{ Status: 'Deleted' }]
    });
  });

  it('ends all its scratch orgs when it is closed', async () => {
    const { caller, closed } = hubOf();
    await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
    await setImmediate();
    await caller.localOrg.close();
    expect(closed).toHaveLength(2);
  });
});
