import type { Org } from '../../engine/org/org.ts';
import { createCaller } from '../../testing/caller.ts';
import { createLocalOrg } from '../../main.ts';
import { admin, recordNamed, update } from '../../testing/readyOrg.ts';
import { browsersAt, linkOf, type SiteBrowser } from '../../testing/siteBrowser.ts';

const NAME = 'Zoë Müller-Lüdenscheidt';
const PASSWORD = 'correct horse 7';

function orgOfZoe() {
  const localOrg = createLocalOrg({
    org: 'ready',
    seed: 1,
    hasControlRoutes: false,
    url: () => 'http://localhost:4280'
  });
  const { org } = localOrg;
  const user = recordNamed(org, 'User', NAME);
  org.passwords.set(user.Id, PASSWORD);
  const logIn = async (browser: SiteBrowser, password = PASSWORD): Promise<number> =>
    (await browser.post('/acmehelp/login', { username: String(user['Username']), password })).status;
  return { localOrg, org, user, open: browsersAt(org), logIn };
}

async function isLoggedIn(browser: SiteBrowser): Promise<boolean> {
  return (await browser.get('/acmehelp/s/')).status === 200;
}

describe('a session of a site', () => {
  it.each<[string, (org: Org, userId: string, browser: SiteBrowser) => unknown]>([
    ['sets another password', (org, userId) => org.passwords.set(userId, 'another horse 8')],
    ['gets a password from an administrator', (org, userId) => org.passwords.reset(userId)],
    ['is deactivated', (org, userId) => update(org, userId, { IsActive: false })]
  ])('ends, wherever it is open, when its user %s', async (_title, change) => {
    const { org, user, open, logIn } = orgOfZoe();
    const [one, other] = [open(), open()];
    for (const browser of [one, other]) expect(await logIn(browser)).toBe(303);
    expect([await isLoggedIn(one), await isLoggedIn(other)]).toEqual([true, true]);
    change(org, user.Id, one);
    expect([await isLoggedIn(one), await isLoggedIn(other)]).toEqual([false, false]);
  });

  it('ends in other browsers when a mailed link sets a password, and begins in the one that did', async () => {
    const { org, open, logIn, user } = orgOfZoe();
    const [one, other] = [open(), open()];
    await logIn(one);
    await other.post('/acmehelp/login/forgot', { username: String(user['Username']) });
    const { token } = linkOf(org.outbox.at(-1));
    const password = 'another horse 8';
    await other.post('/acmehelp/login/set-password', { token, password, confirmation: password });
    expect([await isLoggedIn(one), await isLoggedIn(other)]).toEqual([false, true]);
  });
});

describe('wrong passwords', () => {
  it('lock a user out after ten of them, for fifteen minutes, with the same message', async () => {
    const { org, open, logIn } = orgOfZoe();
    for (let attempt = 0; attempt < 10; attempt++) expect(await logIn(open(), 'wrong horse 7')).toBe(401);
    const refused = await open().post('/acmehelp/login', { username: 'zoe', password: PASSWORD });
    expect(await refused.text()).toContain('Your login attempt has failed.');
    expect(await logIn(open())).toBe(401);
    org.clock.advance(15 * 60_000 - 1000);
    expect(await logIn(open())).toBe(401);
    org.clock.advance(1000);
    expect(await logIn(open())).toBe(303);
  });

  it('count from the beginning after a good one, and are forgotten with another password', async () => {
    const { org, user, open, logIn } = orgOfZoe();
    for (let attempt = 0; attempt < 9; attempt++) await logIn(open(), 'wrong horse 7');
    expect(await logIn(open())).toBe(303);
    for (let attempt = 0; attempt < 10; attempt++) await logIn(open(), 'wrong horse 7');
    expect(await logIn(open())).toBe(401);
    org.passwords.set(user.Id, 'another horse 8');
    expect(await logIn(open(), 'another horse 8')).toBe(303);
  });

  it('leave a session open that began before', async () => {
    const { open, logIn } = orgOfZoe();
    const browser = open();
    await logIn(browser);
    for (let attempt = 0; attempt < 10; attempt++) await logIn(open(), 'wrong horse 7');
    expect(await isLoggedIn(browser)).toBe(true);
  });
});

it('the access token of a deactivated person opens nothing', async () => {
  const { localOrg, org } = orgOfZoe();
  const caller = createCaller(localOrg, 'Sales Ops');
  expect((await caller.call('GET', '/limits')).status).toBe(200);
  const person = localOrg.people.find(({ label }) => label === 'Sales Ops') ?? admin(org);
  expect(update(org, person.userId, { IsActive: false })).toMatchObject({ success: true });
  expect((await caller.call('GET', '/limits')).body).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
});
