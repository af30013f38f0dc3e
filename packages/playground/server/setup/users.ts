import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { callAs, changeAs } from '../../org/callOrg.ts';
import type { Html } from '../pageHtml.ts';
import { selectedPerson, selectPerson } from '../selection.ts';
import { checkboxField, form, hiddenField, readForm, selectField, table } from './forms.ts';
import {
  ifMay,
  may,
  outcome,
  saved,
  showDenied,
  showOtherPage,
  showSetup,
  type SetupDoors,
  type SetupOrg
} from './setupPage.ts';
import { readProfilesLike, readRoles, readUser, readUsers, type SetupUser } from './userData.ts';

/** The list of users, a user with Reset Password, and the form that changes role, profile and status. */
export function userRoutes(localOrg: SetupOrg & Pick<SetupDoors, 'org'>): Hono {
  const app = new Hono();

  app.get('/ManageUsers/home', async (c) => {
    const users = await readUsers(localOrg, selectedPerson(c, localOrg));
    const rows = users.map(({ id, name, username, isActive, profile }) => [
      html`<a href="${userUrl(id)}">${name}</a>`,
      username,
      isActive ? 'Active' : 'Inactive',
      profile
    ]);
    const content = table('Users', ['Full Name', 'Username', 'Active', 'Profile'], rows);
    return showSetup(c, { node: 'ManageUsers', title: 'Users', content: [content] });
  });

  app.get('/ManageUsers/page', async (c) => {
    const { userId, isEdit } = addressOf(c.req.query('address') ?? '');
    const user = userId === null ? null : await readUser(localOrg, selectedPerson(c, localOrg), userId);
    if (user === null) return showOtherPage(c, 'ManageUsers');
    return isEdit ? showForm(c, localOrg, user) : showUser(c, localOrg, user);
  });

  app.post('/ManageUsers/edit', async (c) => {
    const posted = await readForm(c.req.raw);
    const person = selectedPerson(c, localOrg);
    const user = isUserId(posted('userId')) ? await readUser(localOrg, person, posted('userId')) : null;
    if (user === null) return c.text('There is no such user', 400);
    // Only what changed is sent, because a person may not be allowed to set the rest.
    const before = { UserRoleId: user.roleId, ProfileId: user.profileId, IsActive: user.isActive ? 'on' : '' };
    const changes = Object.entries(before).filter(([field, value]) => posted(field) !== value);
    const fields = Object.fromEntries(
      changes.map(([field]) => [field, field === 'IsActive' ? posted(field) === 'on' : posted(field) || null])
    );
    const refusal = await changeAs(localOrg, person, `/sobjects/User/${user.id}`, 'PATCH', fields);
    return refusal === null ? saved(c, userUrl(user.id)) : showForm(c, localOrg, user, refusal);
  });

  app.post('/ManageUsers/resetPassword', async (c) => {
    const userId = (await readForm(c.req.raw))('userId');
    if (!isUserId(userId)) return c.text('There is no such user', 400);
    const { ok } = await callAs(localOrg, selectedPerson(c, localOrg), `/sobjects/User/${userId}/password`, 'DELETE');
    return ok ? c.redirect(`${userUrl(userId)}&reset=done`, 303) : showDenied(c);
  });

  app.post('/ManageUsers/login', async (c) => {
    const userId = (await readForm(c.req.raw))('userId');
    const user = isUserId(userId) ? await readUser(localOrg, selectedPerson(c, localOrg), userId) : null;
    if (user === null) return c.text('There is no such user', 400);
    if (!mayLogInAs(c, localOrg, user)) return showDenied(c);
    selectPerson(c, localOrg.org.addPerson(user.id).username);
    return c.redirect('/', 303);
  });

  return app;
}

/**
 * Whether the person may log in as another internal user. Source: Salesforce Help, "Log In as Another User": administrators, where
 * the org lets them log in as any user. That setting is on here.
 */
function mayLogInAs(c: Context, localOrg: SetupOrg, { isActive, isExternal }: SetupUser): boolean {
  return isActive && !isExternal && may(c, localOrg, 'ModifyAllData');
}

function showUser(c: Context, localOrg: SetupOrg, user: SetupUser): Response | Promise<Response> {
  const entries = [
    ['Username', user.username],
    ['Email', user.email],
    ['Role', user.role],
    ['Active', user.isActive ? 'Yes' : 'No'],
    ['Profile', user.profile],
    ['User License', user.license],
    ['Last Login', user.lastLogin]
  ];
  const content: Html[] = [
    html`${
      c.req.query('reset') === 'done'
        ? outcome(
            'status',
            '',
            html`The password was reset, and a mail went to ${user.email}: <a href="/playground/outbox">Outbox</a>`
          )
        : ''
    }`,
    html`<dl class="slds-dl_horizontal">
      ${entries.map(
        ([label, value]) =>
          html`<dt class="slds-dl_horizontal__label">${label}</dt>
            <dd class="slds-dl_horizontal__detail">${value}</dd>`
      )}
    </dl>`,
    ifMay(
      c,
      localOrg,
      managing(user),
      () => html`<p><a class="slds-button slds-button_neutral" href="${userUrl(user.id, '/e')}">Edit</a></p>`
    ),
    may(c, localOrg, 'ResetPasswords')
      ? html`<form method="post" action="/lightning/setup/ManageUsers/resetPassword">
          ${hiddenField('userId', user.id)}
          <button type="submit" class="slds-button slds-button_neutral">Reset Password</button>
        </form>`
      : html`<p>Resetting a password needs the permission Reset User Passwords and Unlock Users.</p>`,
    mayLogInAs(c, localOrg, user)
      ? html`<form method="post" action="/lightning/setup/ManageUsers/login">
          ${hiddenField('userId', user.id)}
          <button type="submit" class="slds-button slds-button_neutral">Login</button>
        </form>`
      : html``
  ];
  return showSetup(c, { node: 'ManageUsers', title: user.name, content });
}

async function showForm(
  c: Context,
  localOrg: SetupOrg,
  user: SetupUser,
  refusal: string | null = null
): Promise<Response> {
  const person = selectedPerson(c, localOrg);
  const roles = user.isExternal ? null : await readRoles(localOrg, person);
  const profiles = await readProfilesLike(localOrg, person, user);
  const content = ifMay(c, localOrg, managing(user), () =>
    form('/lightning/setup/ManageUsers/edit', 'Save', [
      hiddenField('userId', user.id),
      roles === null
        ? hiddenField('UserRoleId', user.roleId)
        : selectField('UserRoleId', 'Role', [{ value: '', label: '<None Specified>' }, ...roles], user.roleId),
      selectField('ProfileId', 'Profile', profiles, user.profileId),
      checkboxField('IsActive', 'Active', user.isActive)
    ])
  );
  return showSetup(c, { node: 'ManageUsers', title: `User Edit: ${user.name}`, content: [content], refusal });
}

/** Source: Object Reference, "User", Special Access Rules [F-005]. */
function managing({ isExternal }: SetupUser): readonly [label: string, permission: string, ...others: string[]] {
  return isExternal
    ? ['Manage External Users', 'ManagePartners', 'ManageCssUsers']
    : ['Manage Internal Users', 'ManageInternalUsers', 'ManageUsers'];
}

/** The user in `address=/005…?noredirect=1`, and whether the form is asked for: `/005…/e`. */
function addressOf(address: string): { readonly userId: string | null; readonly isEdit: boolean } {
  const [, userId = '', edit] = /^\/(\w+)(\/e)?(?:\?|$)/u.exec(address) ?? [];
  return { userId: isUserId(userId) ? userId : null, isEdit: edit !== undefined };
}

function isUserId(text: string): boolean {
  return /^005\w{12}(?:\w{3})?$/u.test(text);
}

function userUrl(userId: string, form = ''): string {
  return `/lightning/setup/ManageUsers/page?address=${encodeURIComponent(`/${userId}${form}?noredirect=1`)}`;
}
