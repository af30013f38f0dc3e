import { guardRequests } from './main.ts';
import { callerOf } from './testing/caller.ts';
import { ROUTE_INVENTORY } from './testing/routeInventory.ts';

const { localOrg } = callerOf();
const guarded = guardRequests(localOrg.fetch);
const routes = ROUTE_INVENTORY.flatMap(({ methods, ...row }) => methods.map((method) => ({ ...row, method })));
const lines = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

/** A path of the route. */
function pathOf(path: string): string {
  return path
    .replace('/:site', '/acmehelp')
    .replace('v:version', 'v68.0')
    .replace('m/:version', 'm/68.0')
    .replace(':version', 'v68.0')
    .replace(/\{[^}]*\}/u, '')
    .replaceAll(/:\w+\??/gu, 'x');
}

async function send(method: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return guarded(new Request(url, { method, headers }));
}

describe('the routes of the local org', () => {
  it('are those of the inventory, each with its row', () => {
    const served = localOrg.endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(lines.map(([line]) => line).sort());
  });

  it('change nothing by GET, unless a row says what protects it', () => {
    const changing = routes.filter(({ method, changes }) => method === 'GET' && changes.includes('GET'));
    expect(changing.filter(({ why }) => why === undefined)).toEqual([]);
    expect(changing.map(({ path }) => path)).toEqual(['/services/oauth2/singleaccess', '/secur/frontdoor.jsp']);
  });

  it.each(lines)('refuse %s to pages of other sites and under other names', async (_line, { method, path }) => {
    const [crossSite, otherPort, oldBrowser, rebound] = [
      await send(method, `http://localhost${pathOf(path)}`, {
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'no-cors'
      }),
      await send(method, `http://localhost${pathOf(path)}`, {
        'Sec-Fetch-Site': 'same-site',
        'Sec-Fetch-Mode': 'cors'
      }),
      await send(method, `http://localhost${pathOf(path)}`, { Origin: 'https://evil.example' }),
      await send(method, `http://evil.example${pathOf(path)}`)
    ];
    expect([crossSite.status, otherPort.status, rebound.status]).toEqual([403, 403, 421]);
    if (method !== 'GET') expect(oldBrowser.status).toBe(403);
    for (const { headers } of [crossSite, otherPort, oldBrowser, rebound]) {
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Set-Cookie')).toBeNull();
    }
  });

  it.each(lines.filter(([, { opener }]) => opener === 'access token'))(
    'refuse %s without an access token, and a cookie does not replace it',
    async (_line, { method, path }) => {
      const token = localOrg.people[0]?.accessToken ?? '';
      for (const headers of [{}, { Cookie: `sid=${token}` }, { Authorization: 'Bearer x' }]) {
        const response = await send(method, `http://localhost${pathOf(path)}`, headers);
        expect([401, 403]).toContain(response.status);
      }
    }
  );
});
