import { createLocalOrg, describeStartingOrgs, guardRequests } from 'sfdx-local-org';
import { deployedSource } from '../source/deployed.ts';
import { createApp } from './app.ts';

const SERVER = 'http://localhost:4280';
const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => SERVER });
const build = {
  imports: () => ({}),
  laterModule: (specifier: string) => Promise.resolve(specifier === 'lightning/known' ? 'export {};' : undefined),
  projectModule: (state: string, specifier: string) =>
    Promise.resolve(`${state} ${specifier}` === '0a1b c/known' ? 'export {};' : undefined),
  serve: ({ fileName }: { readonly fileName: string }) => `/playground/modules/${fileName}`,
  file: (fileName: string) => (fileName === 'known.js' ? 'export default 1;' : undefined)
};
const source = deployedSource(localOrg, build);
const shown: string[] = [];
const app = createApp({
  localOrg,
  startingOrgs: describeStartingOrgs(),
  build,
  shownSource: () => source,
  showSource: (name) => void shown.push(name)
});
const guarded = guardRequests(async (request) => app.fetch(request));
const ASSIGNMENTS = ':id{0PS\\w+}/PermissionSetAssignment';
const USER = localOrg.people[0]?.userId ?? '';

/** Every route of the pages: its path, a request for it, and whether it changes who is signed in or what is shown. */
const ROUTES: readonly (readonly [method: string, path: string, example: string, changes: boolean])[] = [
  ['GET', '/', '/', false],
  ['GET', '/lightning/*', '/lightning/o/Contact/list', false],
  ['GET', '/flow/*', '/flow/x', false],
  ['GET', '/playground/component/:bundle', '/playground/component/card', false],
  ['GET', '/playground/outbox', '/playground/outbox', false],
  ['GET', '/playground/users', '/playground/users', false],
  ['GET', '/lightning/setup/:node/:page', '/lightning/setup/Roles/home', false],
  ['GET', '/lightning/setup/ManageUsers/home', '/lightning/setup/ManageUsers/home', false],
  ['GET', '/lightning/setup/ManageUsers/page', '/lightning/setup/ManageUsers/page', false],
  ['POST', '/lightning/setup/ManageUsers/edit', '/lightning/setup/ManageUsers/edit', true],
  ['GET', '/lightning/setup/EnhancedProfiles/home', '/lightning/setup/EnhancedProfiles/home', false],
  ['POST', '/lightning/setup/EnhancedProfiles/clone', '/lightning/setup/EnhancedProfiles/clone', true],
  ['GET', '/lightning/setup/PermSets/home', '/lightning/setup/PermSets/home', false],
  [
    'GET',
    `/lightning/setup/PermSets/${ASSIGNMENTS}/home`,
    '/lightning/setup/PermSets/0PS1/PermissionSetAssignment/home',
    false
  ],
  [
    'POST',
    `/lightning/setup/PermSets/${ASSIGNMENTS}/add`,
    '/lightning/setup/PermSets/0PS1/PermissionSetAssignment/add',
    true
  ],
  ['GET', '/lightning/setup/CompanyProfileInfo/home', '/lightning/setup/CompanyProfileInfo/home', false],
  ['POST', '/lightning/setup/CompanyProfileInfo/seats', '/lightning/setup/CompanyProfileInfo/seats', true],
  ['GET', '/lightning/setup/SetupNetworks/home', '/lightning/setup/SetupNetworks/home', false],
  ['GET', '/lightning/setup/NetworkSettings/home', '/lightning/setup/NetworkSettings/home', false],
  ['POST', '/lightning/setup/NetworkSettings/save', '/lightning/setup/NetworkSettings/save', true],
  ['GET', '/:site{[\\w-]+}/communitySetup/cwApp.app', '/acmehelp/communitySetup/cwApp.app', false],
  ['POST', '/:site{[\\w-]+}/communitySetup/save', '/acmehelp/communitySetup/save', true],
  ['POST', '/lightning/setup/ManageUsers/login', '/lightning/setup/ManageUsers/login', true],
  ['POST', '/lightning/setup/ManageUsers/resetPassword', '/lightning/setup/ManageUsers/resetPassword', true],
  // The local org shows a form by GET; a POST logs in.
  ['GET', '/servlet/*', '/servlet/servlet.su', false],
  ['POST', '/servlet/*', '/servlet/servlet.su', true],
  ['GET', '/playground/modules/:file', '/playground/modules/known.js', false],
  ['GET', '/playground/on-demand/:module{.+}', '/playground/on-demand/lightning/known', false],
  ['GET', '/playground/projects/:state/:module{.+}', '/playground/projects/0a1b/c/known', false],
  ['GET', '/playground/person/:scope/:name', '/playground/person/user/Id', false],
  ['GET', '/playground/scoped/:module{.+}', '/playground/scoped/schema/Contact', false],
  ['GET', '/playground/:file{(?:start\\.js|host\\.css|shell\\.css|pages\\.css)}', '/playground/start.js', false],
  ['GET', '/playground/:file{slds[12]\\.css}', '/playground/slds2.css', false],
  ['GET', '/playground/fonts.css', '/playground/fonts.css', false],
  ['GET', '/playground/fonts/:file', '/playground/fonts/inter-latin-wght-normal.woff2', false],
  ['GET', '/playground/slds/*', '/playground/slds/package.json', false],
  ['POST', '/playground/person', '/playground/person', true],
  ['POST', '/playground/org', '/playground/org', true],
  ['POST', '/playground/source', '/playground/source', true],
  ['GET', '/playground/data/outbox', '/playground/data/outbox', false],
  ['GET', '/playground/outbox/:file{.+\\.eml}', '/playground/outbox/x.eml', false],
  ['GET', '/playground/data/users', '/playground/data/users', false]
];

async function send(method: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body =
    method === 'POST' ? new URLSearchParams({ username: 'x', name: 'ready', source: 'deployed', userId: USER }) : null;
  return guarded(new Request(url, { method, headers, body }));
}

describe('the routes of the playground', () => {
  it('have a row each', () => {
    const served = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].sort()).toEqual(ROUTES.map(([method, path]) => `${method} ${path}`).sort());
  });

  it('change nothing by GET', () => {
    expect(ROUTES.filter(([method, , , changes]) => method === 'GET' && changes)).toEqual([]);
  });

  it.each(ROUTES)('refuse %s %s to pages of other sites and under other names', async (method, _path, example) => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' };
    expect((await send(method, `${SERVER}${example}`, headers)).status).toBe(403);
    expect((await send(method, `${SERVER}${example}`, { ...headers, 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
    expect((await send(method, `http://evil.example${example}`)).status).toBe(421);
    if (method === 'POST') {
      const form = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
      expect((await send(method, `${SERVER}${example}`, form)).status).toBe(403);
      expect((await send(method, `${SERVER}${example}`, { Origin: 'https://evil.example' })).status).toBe(403);
    }
    expect([localOrg.outbox, shown]).toEqual([[], []]);
  });

  it.each(ROUTES.filter(([method]) => method === 'GET'))(
    'forbid frames and other types for %s %s',
    async (method, _path, example) => {
      const response = await send(method, `${SERVER}${example}`);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('X-Frame-Options')).toBe('DENY');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    }
  );
});

it('the first page keeps the language that the URL asks for', async () => {
  const response = await send('GET', `${SERVER}/?language=en_US`);
  expect([response.status, response.headers.get('Location')]).toEqual([302, '/']);
  expect(response.headers.get('Set-Cookie')).toMatch(/^playground-language=en_US; /u);
});

describe('a page or a file that does not exist', () => {
  it.each([
    '/playground/slds/../package.json',
    '/playground/slds/..%2fpackage.json',
    '/playground/slds/..%2f..%2f..%2f..%2fpackage.json',
    '/playground/slds/%2e%2e/%2e%2e/package.json',
    '/playground/slds/..%5cpackage.json',
    '/playground/slds/%2e%2e%5c%2e%2e%5cpackage.json',
    '/playground/slds//etc/passwd',
    '/playground/slds/%00',
    '/playground/slds/%ff',
    '/playground/slds/styles/..;/package.json',
    '/playground/app.ts',
    '/playground/start.js%00.css',
    '/playground/..%2fapp.ts',
    '/playground/fonts/__proto__',
    '/playground/fonts/..%2fpackage.json',
    '/playground/modules/..%2fapp.ts',
    '/playground/modules/__proto__',
    '/playground/on-demand/lightning/__proto__',
    '/playground/person/user/constructor',
    '/playground/person/__proto__/x',
    '/playground/scoped/__proto__',
    '/playground/outbox/__proto__.eml',
    '/playground/outbox/..%2f..%2fpackage.eml'
  ])('answers %s with 404', async (path) => {
    const response = await send('GET', `${SERVER}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('"version"');
  });

  it.each(['__proto__', 'constructor', 'toString', '<script>alert(1)</script>'])(
    'shows the Setup page %s by its escaped name',
    async (node) => {
      const page = await (await send('GET', `${SERVER}/lightning/setup/${encodeURIComponent(node)}/home`)).text();
      expect(page).toContain(`this is the page “${node.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}” of Setup`);
    }
  );

  it.each([
    '/lightning/o/Contact/list?language=__proto__',
    '/lightning/x?language=de%0d%0aSet-Cookie:%20a=b',
    '/lightning//evil.example?language=en_US',
    '//evil.example/lightning?language=en_US',
    '/lightning/%0d%0aSet-Cookie:a=b?language=en_US',
    '/lightning/r/Contact/%3C%2Fscript%3E/view'
  ])('keeps %s within the server, and sets no cookie but its own', async (path) => {
    const response = await send('GET', `${SERVER}${path}`);
    expect(response.status).toBeLessThan(500);
    const location = response.headers.get('Location') ?? '/';
    expect(new URL(location, SERVER).origin).toBe(SERVER);
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/^playground-language=en_US; /u);
    expect(await response.text()).not.toContain('</script>/view');
  });
});
