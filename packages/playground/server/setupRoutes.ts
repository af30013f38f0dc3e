import { Hono, type Context } from 'hono';
import type { LocalOrg, Person } from 'sfdx-local-org';
import { callAs, querySoql, textIn } from '../org/callOrg.ts';
import type { OrgPeople } from '../org/people.ts';
import { selectedPerson, selectedAppearance } from './selection.ts';
import { deniedPage, setupPage, userPage, type SetupUser } from './setupPages.ts';

const FIELDS = 'Id, Name, Username, Email, IsActive, LastLoginDate, Profile.Name, Profile.UserLicense.Name';

/**
 * Setup, below `/lightning/setup`. Only the page of a user exists, with Reset Password; any other page names the page
 * of an org. Setup needs View Setup and Configuration; a reset needs Reset User Passwords and Unlock Users.
 */
export function setupRoutes(localOrg: OrgPeople & Pick<LocalOrg, 'fetch'>): Hono {
  const app = new Hono();

  app.get('/:node/:page', async (c) => {
    c.header('Cache-Control', 'no-store');
    const person = selectedPerson(c, localOrg);
    const appearance = selectedAppearance(c);
    if (!localOrg.org.access(person).has('ViewSetup')) return c.html(deniedPage(appearance), 403);
    const node = c.req.param('node');
    const userId = node === 'ManageUsers' ? userIdIn(c.req.query('address') ?? '') : null;
    const user = userId === null ? null : await readUser(localOrg, person, userId);
    if (user === null) return c.html(setupPage(appearance, node));
    const mayReset = localOrg.org.access(person).has('ResetPasswords');
    return c.html(userPage(appearance, user, { mayReset, isReset: c.req.query('reset') === 'done' }));
  });

  app.post('/ManageUsers/resetPassword', async (c) => {
    const userId = (await c.req.raw.formData()).get('userId');
    if (typeof userId !== 'string' || userIdIn(`/${userId}`) === null) {
      return c.text('There is no such user', 400);
    }
    const isReset = await resetPassword(localOrg, selectedPerson(c, localOrg), userId);
    return isReset ? c.redirect(userPageUrl(userId), 303) : c.html(deniedPage(selectedAppearance(c)), 403);
  });

  return app;
}

/** Forwards `/servlet/…` to the org in the name of the signed-in person, because pages have no session cookie here. */
export function forwardAsPerson(
  localOrg: Pick<LocalOrg, 'name' | 'people' | 'fetch'>
): (c: Context) => Promise<Response> {
  return async (c) => {
    const headers = new Headers(c.req.raw.headers);
    headers.set('Authorization', `Bearer ${selectedPerson(c, localOrg).accessToken}`);
    const { method, url } = c.req;
    const body = method === 'GET' ? null : await c.req.text();
    return localOrg.fetch(new Request(url, { method, headers, body }));
  };
}

/** The id of the user in `address=/005…?noredirect=1`. */
function userIdIn(address: string): string | null {
  return /^\/(005\w{12}(?:\w{3})?)(?:\?|$)/u.exec(address)?.[1] ?? null;
}

function userPageUrl(userId: string): string {
  return `/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${userId}?noredirect=1`)}&reset=done`;
}

async function readUser(localOrg: Pick<LocalOrg, 'fetch'>, person: Person, userId: string): Promise<SetupUser | null> {
  const [user] = (await querySoql(localOrg, person, `SELECT ${FIELDS} FROM User WHERE Id = '${userId}'`)) ?? [];
  if (user === undefined) return null;
  return {
    id: textIn(user, 'Id'),
    name: textIn(user, 'Name'),
    username: textIn(user, 'Username'),
    email: textIn(user, 'Email'),
    isActive: user['IsActive'] === true,
    profile: textIn(user, 'Profile.Name'),
    license: textIn(user, 'Profile.UserLicense.Name'),
    lastLogin: textIn(user, 'LastLoginDate')
  };
}

async function resetPassword(localOrg: Pick<LocalOrg, 'fetch'>, person: Person, userId: string): Promise<boolean> {
  return (await callAs(localOrg, person, `/sobjects/User/${userId}/password`, 'DELETE')).ok;
}
