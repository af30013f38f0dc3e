import { callerOf, type Answer, type Caller } from '../../../testing/caller.ts';

function parametersOf(caller: Caller, site: string, user: string): URLSearchParams {
  return new URLSearchParams({
    oid: caller.localOrg.org.id,
    retURL: '/',
    sunetworkid: caller.named('Network', site).Id,
    sunetworkuserid: caller.named('User', user).Id
  });
}

/** Opens the address that logs in to a site as a user, which asks first. */
function ask(caller: Caller, site: string, user: string): Promise<Answer> {
  return caller.call('GET', `/servlet/servlet.su?${parametersOf(caller, site, user).toString()}`);
}

/** Logs in to a site as a user, and follows the redirect to its page. */
async function logInAs(caller: Caller, site: string, user: string): Promise<Answer & { readonly page: unknown }> {
  const form = parametersOf(caller, site, user).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await caller.call('POST', '/servlet/servlet.su', form, headers);
  const location = answer.headers.get('Location');
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const page = location === null ? answer.body : (await caller.call('GET', location, undefined, { cookie })).body;
  return { ...answer, page };
}

describe('logging in to a site as its user', () => {
  it("opens the site's home page as that user, and does not change the user's last login", async () => {
    const caller = callerOf();
    const answer = await logInAs(caller, 'Acme Help', 'Zoë Müller-Lüdenscheidt');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/acmehelp/s/');
    expect(answer.page).toContain('Welcome, Zoë Müller-Lüdenscheidt!');
    expect(caller.named('User', 'Zoë Müller-Lüdenscheidt')['LastLoginDate']).toBeNull();
  });

  it('asks first, because a page of another site could open the address', async () => {
    const answer = await ask(callerOf(), 'Acme Help', 'Zoë Müller-Lüdenscheidt');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<h1>Log in to Acme Help as Zoë Müller-Lüdenscheidt?</h1>');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  });

  it.each([
    [
      'has no permission to manage external users',
      'Without permission',
      'ready',
      'Acme Help',
      'Zoë Müller-Lüdenscheidt'
    ],
    ['manages customers, and the user is a partner', 'Sales Ops', 'private-users', 'Acme Partners', '민준 김'],
    ['is no member of the site', 'Sales Ops', 'ready', 'Acme Help', 'Zoë Müller-Lüdenscheidt'],
    ['names an internal user', 'System Administrator', 'ready', 'Acme Help', 'Freja Lindqvist']
  ])('refuses a person who %s', async (_title, label, org, site, user) => {
    const caller = callerOf(org).as(label);
    for (const answer of [await ask(caller, site, user), await logInAs(caller, site, user)]) {
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('<h1>Insufficient Privileges</h1>');
      expect(answer.headers.get('Set-Cookie')).toBeNull();
    }
  });

  it.each([
    ['is no member of the site', 'ready', 'Acme Partners', 'Zoë Müller-Lüdenscheidt'],
    ['is inactive', 'inactive-user', 'Acme Help', 'Amélie Dubois'],
    ['belongs to a site that is not live', 'no-live-site', 'Acme Help', 'Zoë Müller-Lüdenscheidt']
  ])('refuses a user who %s', async (_title, org, site, user) => {
    const answer = await logInAs(callerOf(org), site, user);
    expect(answer.status).toBe(403);
    expect(answer.page).toContain('this portal user is not a member of an experience or your experience is down');
  });

  it.each(['GET', 'POST'])('needs a session for %s', async (method) => {
    const answer = await callerOf().call(method, '/servlet/servlet.su', undefined, { Authorization: '' });
    expect(answer.status).toBe(401);
  });
});
