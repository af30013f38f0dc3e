import type { Mail } from '../../engine/mail/mail.ts';
import type { Org } from '../../engine/org/org.ts';
import { admin, amelie, insert, readyOrg, recordNamed, update, withFields, written } from '../../testing/readyOrg.ts';
import { browserAt, linkOf, type SiteBrowser } from '../../testing/siteBrowser.ts';
import { siteRoutes } from './routes.ts';

const USERNAME = 'amelie.dubois@northwind.example.acme';
const PASSWORD = 'correct horse 7';

function enableAmelie(org: Org): Mail {
  insert(org, 'User', amelie(org));
  const mail = org.outbox.at(-1);
  if (mail === undefined) throw new Error('No welcome mail');
  return mail;
}

async function setPassword(browser: SiteBrowser, mail: Mail, password = PASSWORD): Promise<Response> {
  return browser.post('/acmehelp/login/set-password', {
    token: linkOf(mail).token,
    password,
    confirmation: password
  });
}

describe('a site', () => {
  it('takes a new user from the welcome mail to the home page, logs out, and logs in again', async () => {
    const org = readyOrg();
    const browser = browserAt(org);
    const mail = enableAmelie(org);

    const form = await browser.get(linkOf(mail).path);
    expect(form.status).toBe(200);
    expect(await form.text()).toContain(USERNAME);

    const set = await setPassword(browser, mail);
    expect([set.status, set.headers.get('location')]).toEqual([303, '/acmehelp/s/']);
    expect(set.headers.get('set-cookie')).toMatch(/^sid=.+; Path=\/acmehelp; HttpOnly; SameSite=Lax$/);
    const firstLogin = recordNamed(org, 'User', USERNAME)['LastLoginDate'];
    expect(firstLogin).not.toBeNull();

    const home = await (await browser.get('/acmehelp/s/')).text();
    for (const text of ['Welcome, Amélie Dubois!', USERNAME, 'Acme Customer', 'Northwind Ångström AB', 'Log Out']) {
      expect(home).toContain(text);
    }

    expect((await browser.post('/acmehelp/logout', {})).headers.get('location')).toBe('/acmehelp/login');
    expect((await browser.get('/acmehelp/s/')).headers.get('location')).toBe('/acmehelp/login');

    org.clock.advance(60_000);
    const login = await browser.post('/acmehelp/login', { username: USERNAME.toUpperCase(), password: PASSWORD });
    expect(login.headers.get('location')).toBe('/acmehelp/s/');
    expect(recordNamed(org, 'User', USERNAME)['LastLoginDate']).not.toBe(firstLogin);
  });

  it.each([
    ['a wrong password', (): void => undefined, 'wrong horse 7'],
    [
      'an inactive user',
      (org: Org) => update(org, recordNamed(org, 'User', USERNAME).Id, { IsActive: false }),
      PASSWORD
    ],
    [
      'a user of another site',
      (org: Org) => {
        const profile = recordNamed(org, 'Profile', 'Acme Partner');
        return update(org, recordNamed(org, 'User', USERNAME).Id, { ProfileId: profile.Id });
      },
      PASSWORD
    ]
  ])('answers %s with the same message', async (_who, change, password) => {
    const org = readyOrg();
    const browser = browserAt(org);
    await setPassword(browserAt(org), enableAmelie(org));
    change(org);
    const response = await browser.post('/acmehelp/login', { username: USERNAME, password });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain(
      'Your login attempt has failed. Make sure the username and password are correct.'
    );
    expect((await browser.get('/acmehelp/s/')).status).toBe(303);
  });

  // Spring '21 release notes, "Users with Standard External Profiles Can No Longer Log In" [F-011].
  it.each([
    [true, '/acmehelp/s/'],
    [false, null]
  ])('lets users of a standard profile in if the org allows them: %s', async (standardExternalProfiles, location) => {
    const org = readyOrg({ standardExternalProfiles }, (starting) => ({
      ...starting,
      standardProfiles: [...starting.standardProfiles, 'acmeCustomerProfile']
    }));
    const browser = browserAt(org);
    const username = String(recordNamed(org, 'User', 'Zoë Müller-Lüdenscheidt')['Username']);
    await browser.post('/acmehelp/login/forgot', { username });
    const { token } = linkOf(org.outbox.at(-1));
    await browser.post('/acmehelp/login/set-password', { token, password: PASSWORD, confirmation: PASSWORD });
    const login = await browserAt(org).post('/acmehelp/login', { username, password: PASSWORD });
    expect(login.headers.get('location')).toBe(location);
  });

  it.each([
    [{ username: '', password: 'x' }, 'Enter a value in the User Name field.'],
    [{ username: USERNAME, password: '' }, 'Enter a value in the Password field.']
  ])('asks for the missing value of %j', async (form, message) => {
    const response = await browserAt(readyOrg()).post('/acmehelp/login', form);
    expect(await response.text()).toContain(message);
  });

  it.each([
    ['UnderConstruction', 'Under Construction'],
    ['DownForMaintenance', 'Down For Maintenance']
  ])('is closed while its status is %s', async (Status, title) => {
    const org = readyOrg({}, withFields('acmeHelp', { Status }));
    for (const path of ['/acmehelp', '/acmehelp/login', '/acmehelp/s/']) {
      const response = await browserAt(org).get(path);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain(`<h1>${title}</h1>`);
    }
  });

  it('ignores the cookie of another site, and of the org before a reset', async () => {
    let org = readyOrg();
    const app = siteRoutes(() => org);
    const body = new URLSearchParams({
      token: linkOf(enableAmelie(org)).token,
      password: PASSWORD,
      confirmation: PASSWORD
    });
    const set = await app.request('/acmehelp/login/set-password', { method: 'POST', body });
    const cookie = (set.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const statusOf = async (path: string) => (await app.request(path, { headers: { cookie } })).status;
    expect([await statusOf('/acmehelp/s/'), await statusOf('/acmepartners/s/')]).toEqual([200, 303]);
    org = readyOrg();
    expect(await statusOf('/acmehelp/s/')).toBe(303);
  });

  it('escapes entered texts', async () => {
    const org = readyOrg();
    const response = await browserAt(org).post('/acmehelp/login', {
      username: '"><script>alert(1)</script>',
      password: 'x'
    });
    expect(await response.text()).not.toContain('<script>');
  });

  it('passes on paths that belong to no site', async () => {
    expect((await browserAt(readyOrg()).get('/nosuchsite/login')).status).toBe(404);
  });
});

describe('a set-password link', () => {
  it('works once', async () => {
    const org = readyOrg();
    const mail = enableAmelie(org);
    await setPassword(browserAt(org), mail);
    const again = await browserAt(org).get(linkOf(mail).path);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('already been used');
  });

  it('expires after 24 hours of the org’s clock, and then offers a new one', async () => {
    const org = readyOrg();
    const browser = browserAt(org);
    const mail = enableAmelie(org);
    org.clock.advance(24 * 60 * 60 * 1000 - 60_000);
    expect((await browser.get(linkOf(mail).path)).status).toBe(200);
    org.clock.advance(60_000);
    const expired = await browser.get(linkOf(mail).path);
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain('href="/acmehelp/login/forgot"');
    expect((await setPassword(browser, mail)).status).toBe(410);

    await browser.post('/acmehelp/login/forgot', { username: USERNAME });
    const reset = org.outbox.at(-1);
    expect(reset?.subject).toBe('Finish resetting your Acme Help password');
    expect((await browser.get(linkOf(reset).path)).status).toBe(200);
  });

  it.each([
    ['short1', 'short1', 'Your password must be at least 8 characters long.'],
    ['only letters', 'only letters', 'Your password must include letters and numbers'],
    [PASSWORD, `${PASSWORD}!`, 'Your passwords do not match.']
  ])('stays open when the password %s is refused', async (password, confirmation, message) => {
    const org = readyOrg();
    const browser = browserAt(org);
    const mail = enableAmelie(org);
    const { token } = linkOf(mail);
    const response = await browser.post('/acmehelp/login/set-password', { token, password, confirmation });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
    expect((await setPassword(browser, mail)).status).toBe(303);
  });

  it('is not mailed for an unknown username, with the same answer', async () => {
    const org = readyOrg();
    const unknown = await browserAt(org).post('/acmehelp/login/forgot', { username: 'nobody@acme.example' });
    const known = await browserAt(org).post('/acmehelp/login/forgot', { username: admin(org).username });
    expect(await unknown.text()).toBe(await known.text());
    expect(org.outbox.map(({ userId }) => userId)).toEqual([admin(org).userId]);
  });

  it('follows a login with a temporary password', async () => {
    const org = readyOrg();
    const user = written(org, insert(org, 'User', amelie(org)));
    const temporary = org.passwords.reset(user.Id);
    const response = await browserAt(org).post('/acmehelp/login', { username: USERNAME, password: temporary });
    expect(response.headers.get('location')).toMatch(/^\/acmehelp\/login\/set-password\?token=/);
  });
});
