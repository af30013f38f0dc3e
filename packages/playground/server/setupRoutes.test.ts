import { Hono } from 'hono';
import { orgOf } from '../testing/org.ts';
import { forwardAsPerson, setupRoutes } from './setupRoutes.ts';

const USER_ID = '005000010000009AAA';
const USER_PAGE = `/lightning/setup/ManageUsers/page?address=%2F${USER_ID}%3Fnoredirect%3D1`;

/** A local org with one person, who holds these permissions, and one user. `asked` records its requests. */
function appOf(...permissions: readonly string[]): { readonly app: Hono; readonly asked: string[] } {
  const asked: string[] = [];
  const localOrg = {
    ...orgOf(...permissions),
    fetch: (request: Request) => {
      const { pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname} ${request.headers.get('Authorization') ?? ''}`);
      const records = [{ Id: USER_ID, Name: 'Zoë <b>', Username: 'zoe@acme.example', Email: 'zoe@mail.example' }];
      if (pathname.endsWith('/query')) return Promise.resolve(Response.json({ records }));
      return Promise.resolve(new Response(null, { status: permissions.includes('ResetPasswords') ? 200 : 403 }));
    }
  };
  const app = new Hono();
  app.route('/lightning/setup', setupRoutes(localOrg));
  return { app, asked };
}

const post = (app: Hono, userId: string): Promise<Response> =>
  Promise.resolve(
    app.request('/lightning/setup/ManageUsers/resetPassword', {
      method: 'POST',
      body: new URLSearchParams({ userId })
    })
  );

describe('the page of a user in Setup', () => {
  it.each([
    ['a button when the person may reset passwords', ['ViewSetup', 'ResetPasswords'], 'Reset Password</button>'],
    ['the name of the permission that the person lacks', ['ViewSetup'], 'needs the permission Reset User Passwords']
  ])('has %s', async (_title, permissions, text) => {
    const page = await (await appOf(...permissions).app.request(USER_PAGE)).text();
    expect(page).toContain('zoe@acme.example');
    expect(page).toContain('Zoë &lt;b&gt;');
    expect(page).toContain(text);
  });

  it('is refused without the permission to view Setup', async () => {
    const response = await appOf().app.request(USER_PAGE);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Insufficient Privileges');
  });

  it('resets the password in the name of the signed-in person, and says so', async () => {
    const { app, asked } = appOf('ViewSetup', 'ResetPasswords');
    const response = await post(app, USER_ID);
    expect(response.status).toBe(303);
    expect(asked).toEqual([`DELETE /services/data/v68.0/sobjects/User/${USER_ID}/password Bearer 00D!token`]);
    const page = await app.request(response.headers.get('Location') ?? '');
    expect(await page.text()).toContain('a mail went to zoe@mail.example');
  });

  it.each([
    ['a person without the permission', USER_ID, 403],
    ['an id that is no user', '../../Account', 400]
  ])('resets no password for %s', async (_title, userId, status) => {
    expect((await post(appOf('ViewSetup').app, userId)).status).toBe(status);
  });
});

it.each([
  ['SetupNetworks', 'Digital Experiences → All Sites'],
  ['EnhancedProfiles', 'Profiles'],
  ['ManageUsers', 'Users'],
  ['SomethingElse', 'SomethingElse']
])('the page %s of Setup names the page “%s” of an org', async (node, name) => {
  const page = await appOf('ViewSetup').app.request(`/lightning/setup/${node}/home`);
  expect(await page.text()).toContain(`the page “${name}” of Setup`);
});

it('forwards a servlet, and the form that it shows, in the name of the signed-in person', async () => {
  const fetch = async (request: Request): Promise<Response> => {
    const said = `${new URL(request.url).search}${await request.text()}`;
    return new Response(`${request.method} ${request.headers.get('Authorization') ?? ''} ${said}`);
  };
  const app = new Hono();
  app.on(['GET', 'POST'], '/servlet/*', forwardAsPerson({ ...orgOf(), fetch }));
  const page = await app.request('/servlet/servlet.su?sunetworkid=0DB');
  expect(await page.text()).toBe('GET Bearer 00D!token ?sunetworkid=0DB');
  const form = { method: 'POST', body: new URLSearchParams({ sunetworkid: '0DB' }) };
  expect(await (await app.request('/servlet/servlet.su', form)).text()).toBe('POST Bearer 00D!token sunetworkid=0DB');
});
