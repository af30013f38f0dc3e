import { guardRequests } from './main.ts';
import { createCaller, callerOf } from './testing/caller.ts';
import { FOREIGN_ADDRESSES } from './testing/hostile/addresses.ts';
import { HOSTILE_EXCESSES } from './testing/hostile/excesses.ts';
import { HOSTILE_NAMES } from './testing/hostile/names.ts';

const { localOrg } = callerOf();
const guarded = guardRequests(localOrg.fetch);
const caller = createCaller(
  { ...localOrg, org: localOrg.org, fetch: async (request) => guarded(request) },
  'System Administrator'
);

/** Far more than any of them needs on a busy machine. */
const MOST_MILLISECONDS = 5000;

describe('the local org answers', () => {
  it.each([...HOSTILE_NAMES, ...HOSTILE_EXCESSES].map((request) => [request.title, request] as const))(
    '%s at once, with a documented refusal or its own',
    async (_title, { method, path, body, headers, status, says }) => {
      const start = performance.now();
      const answer = await caller.call(method, path, body, headers);
      expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      expect([answer.status, text]).toEqual([status, expect.stringContaining(says) as string]);
      expect(text).not.toMatch(/\n\s+at |native code|\[object |UNKNOWN_EXCEPTION: (?!The request)/u);
    }
  );

  it.each(FOREIGN_ADDRESSES)('startURL %j with a redirect to its own pages', async (target) => {
    for (const parameter of ['startURL', 'redirect_uri']) {
      const access = await caller.call(
        'GET',
        `/services/oauth2/singleaccess?redirect_uri=${encodeURIComponent(target)}`
      );
      const url = new URL((access.body as { frontdoor_uri: string }).frontdoor_uri);
      if (parameter === 'startURL') url.searchParams.set('startURL', target);
      const response = await guarded(new Request(url));
      const location = response.headers.get('Location') ?? '';
      expect([response.status, new URL(location, 'http://localhost:4280').origin]).toEqual([
        302,
        'http://localhost:4280'
      ]);
    }
  });

  it('startURL with its own page when it names one', async () => {
    const access = await caller.call(
      'GET',
      '/services/oauth2/singleaccess?redirect_uri=%2Flightning%2Fpage%3Fa%3D1%23b'
    );
    const { frontdoor_uri: url } = access.body as { frontdoor_uri: string };
    const { headers } = await guarded(new Request(url));
    expect(headers.get('Location')).toBe('/lightning/page?a=1#b');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  it('no cookie: only a bearer token opens an API', async () => {
    const token = localOrg.people[0]?.accessToken ?? '';
    const headers = { Authorization: '', Cookie: `sid=${token}` };
    for (const path of ['/limits', '/services/oauth2/userinfo', '/servlet/servlet.su']) {
      expect([401, 403]).toContain((await caller.call('GET', path, undefined, headers)).status);
    }
  });
});
