import { setImmediate } from 'node:timers/promises';
import { createLocalOrg, type LocalOrg } from './main.ts';
import { createCaller } from './testing/caller.ts';

const REQUEST = { ConnectedAppConsumerKey: 'PlatformCLI', Edition: 'Developer', OrgName: 'Fruit', DurationDays: 3 };

/** Everything that an org gives out and that opens something: by REST, by mail and as a Dev Hub. */
async function secretsOf(secret?: string): Promise<Readonly<Record<string, string>>> {
  const served = { url: 'http://localhost:5001', close: () => Promise.resolve() };
  const scratchOrgs: LocalOrg[] = [];
  const localOrg = createLocalOrg({
    org: 'ready',
    seed: 1,
    ...(secret === undefined ? {} : { secret }),
    hasControlRoutes: false,
    url: () => 'http://localhost:4280',
    hostScratchOrg: (scratchOrg) => Promise.resolve(void scratchOrgs.push(scratchOrg)).then(() => served)
  });
  const caller = createCaller(localOrg, 'System Administrator');
  const userId = caller.named('User', 'Zoë Müller-Lüdenscheidt').Id;
  const reset = await caller.call('DELETE', `/sobjects/User/${userId}/password`);
  const access = await caller.call('POST', '/services/oauth2/singleaccess');
  const created = await caller.call('POST', '/sobjects/ScratchOrgInfo', REQUEST);
  await setImmediate();
  const { id } = created.body as { id: string };
  const info = await caller.call('GET', `/sobjects/ScratchOrgInfo/${id}`);
  const { AuthCode } = info.body as { AuthCode: string };
  const token = await scratchOrgs[0]?.fetch(
    new Request('http://localhost:5001/services/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: AuthCode })
    })
  );
  const tokens = (await token?.json()) as { access_token: string; refresh_token: string };
  return {
    'access token': localOrg.people[0]?.accessToken ?? '',
    'mail link': localOrg.outbox[0]?.link ?? '',
    'temporary password': (reset.body as { NewPassword: string }).NewPassword,
    'session key': (access.body as { frontdoor_uri: string }).frontdoor_uri,
    'authorization code': AuthCode,
    'refresh token': tokens.refresh_token,
    'access token of a scratch org': tokens.access_token.split('!')[1] ?? ''
  };
}

describe('what opens an org', () => {
  it('is random, so that nobody who knows the code or the seed can guess it', async () => {
    const [one, other] = [await secretsOf(), await secretsOf()];
    for (const [name, secret] of Object.entries(one)) expect([name, secret]).not.toEqual([name, other[name]]);
    expect(Object.values(one)).not.toContain('');
  });

  it('is the same for the same secret, apart from scratch orgs', async () => {
    const known = async (): Promise<unknown> => {
      const all = await secretsOf('known');
      return [all['access token'], all['mail link'], all['temporary password'], all['session key']];
    };
    expect(await known()).toEqual(await known());
  });
});
