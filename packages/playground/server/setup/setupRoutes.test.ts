import { Hono } from 'hono';
import { createLocalOrg, type LocalOrg } from 'sfdx-local-org';
import { callAs, querySoql, type QueriedRecord } from '../../org/callOrg.ts';
import { administrator } from '../../org/people.ts';
import { orgOf } from '../../testing/org.ts';
import { forwardAsPerson, setupRoutes } from './setupRoutes.ts';
import { siteAdministrationRoutes } from './sites.ts';

const HOME = '/lightning/setup';

/** A local org with its pages of Setup, and a person who is signed in. */
interface Setup {
  readonly localOrg: LocalOrg;
  get(path: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** The only record that the administrator finds. */
  find(soql: string): Promise<QueriedRecord>;
  idOf(object: string, name: string): Promise<string>;
}

function setupOf(org = 'ready', label = 'System Administrator'): Setup {
  const localOrg = createLocalOrg({ org, seed: 1, hasControlRoutes: false, url: () => 'http://localhost' });
  const { username } = localOrg.people.find((person) => person.label === label) ?? { username: '' };
  const app = new Hono();
  app.route(HOME, setupRoutes(localOrg));
  app.route('/', siteAdministrationRoutes(localOrg));
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(path, { ...init, headers: { Cookie: `playground-person=${encodeURIComponent(username)}` } });
  const find: Setup['find'] = async (soql) =>
    (await querySoql(localOrg, administrator(localOrg), soql))?.[0] ?? { found: 'nothing' };
  return {
    localOrg,
    get: (path) => send(path, {}),
    post: (path, fields) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    find,
    idOf: async (object, name) => String((await find(`SELECT Id FROM ${object} WHERE Name = '${name}'`))['Id'])
  };
}

const pageOf = (userId: string, form = ''): string =>
  `${HOME}/ManageUsers/page?address=${encodeURIComponent(`/${userId}${form}?noredirect=1`)}`;

const USER = 'Dana Whitfield';

describe('the page of a user in Setup', () => {
  it.each([
    ['a button when the person may reset passwords', 'System Administrator', 'Reset Password</button>'],
    ['the name of the permission that the person lacks', 'Sales Ops', 'needs the permission Reset User Passwords'],
    ['no form for who may not manage internal users', 'Sales Ops', 'you need the permission Manage Internal Users']
  ])('has %s', async (_title, person, text) => {
    const setup = setupOf('ready', person);
    const page = await (await setup.get(pageOf(await setup.idOf('User', USER)))).text();
    expect(page).toContain('dana.whitfield@acme.example');
    expect(page).toContain(text);
  });

  it('shows a name as text', async () => {
    const setup = setupOf();
    const id = await setup.idOf('User', USER);
    await callAs(setup.localOrg, administrator(setup.localOrg), `/sobjects/User/${id}`, 'PATCH', { LastName: '<b>' });
    expect(await (await setup.get(pageOf(id))).text()).toContain('Dana &lt;b&gt;');
  });

  it('resets the password in the name of the signed-in person, and says so', async () => {
    const setup = setupOf();
    const userId = await setup.idOf('User', USER);
    const response = await setup.post(`${HOME}/ManageUsers/resetPassword`, { userId });
    expect(response.status).toBe(303);
    expect(setup.localOrg.outbox.map(({ to }) => to)).toEqual(['Dana Whitfield <dana.whitfield@acme.example>']);
    const page = await setup.get(response.headers.get('Location') ?? '');
    expect(await page.text()).toContain('a mail went to dana.whitfield@acme.example');
  });

  it('resets no password for a person without the permission, and for an id that is no user', async () => {
    const setup = setupOf('ready', 'Sales Ops');
    const reset = async (userId: string): Promise<number> =>
      (await setup.post(`${HOME}/ManageUsers/resetPassword`, { userId })).status;
    expect([await reset(await setup.idOf('User', USER)), await reset('../../Account')]).toEqual([403, 400]);
    expect(setup.localOrg.outbox).toEqual([]);
  });
});

describe('the button Login of a user in Setup', () => {
  it('signs an administrator in as a user who was created later', async () => {
    const setup = setupOf('ready');
    const userId = await setup.idOf('User', USER);
    expect(await (await setup.get(pageOf(userId))).text()).toContain('Login</button>');
    const response = await setup.post(`${HOME}/ManageUsers/login`, { userId });
    expect(response.status).toBe(303);
    expect(response.headers.get('Set-Cookie')).toContain('playground-person=dana.whitfield%40acme.example');
    expect(setup.localOrg.people.map(({ username }) => username)).toContain('dana.whitfield@acme.example');
  });

  it('is not there for others, who are refused, and for an id that is no user', async () => {
    const setup = setupOf('ready', 'Sales Ops');
    const userId = await setup.idOf('User', USER);
    expect(await (await setup.get(pageOf(userId))).text()).not.toContain('Login</button>');
    const statusOf = async (id: string): Promise<number> =>
      (await setup.post(`${HOME}/ManageUsers/login`, { userId: id })).status;
    expect([await statusOf(userId), await statusOf('../../Account')]).toEqual([403, 400]);
  });
});

/** A form of Setup: where it is, what is posted, and what the org then has. */
const FORMS: readonly (readonly [
  title: string,
  org: string,
  post: (setup: Setup) => Promise<readonly [path: string, fields: Readonly<Record<string, string>>]>,
  soql: string,
  expected: QueriedRecord
])[] = [
  [
    'role, profile and status of a user',
    'ready',
    async ({ idOf }) => [
      `${HOME}/ManageUsers/edit`,
      {
        userId: await idOf('User', USER),
        UserRoleId: await idOf('UserRole', 'Nordic Sales'),
        ProfileId: await idOf('Profile', 'Acme Sales')
      }
    ],
    `SELECT UserRole.Name, Profile.Name, IsActive FROM User WHERE Name = '${USER}'`,
    { UserRole: { Name: 'Nordic Sales' }, Profile: { Name: 'Acme Sales' }, IsActive: false }
  ],
  [
    'the status of an external user, who has no role here',
    'inactive-user',
    async ({ idOf, find }) => [
      `${HOME}/ManageUsers/edit`,
      {
        userId: String((await find("SELECT Id FROM User WHERE Contact.Name = 'Amélie Dubois'"))['Id']),
        UserRoleId: '',
        ProfileId: await idOf('Profile', 'Acme Customer'),
        IsActive: 'on'
      }
    ],
    "SELECT IsActive FROM User WHERE Contact.Name = 'Amélie Dubois'",
    { IsActive: true }
  ],
  [
    'the seats of a license',
    'no-seats',
    async ({ idOf }) => [
      `${HOME}/CompanyProfileInfo/seats`,
      { [await idOf('UserLicense', 'Customer Community')]: '4' }
    ],
    "SELECT TotalLicenses FROM UserLicense WHERE Name = 'Customer Community'",
    { TotalLicenses: 4 }
  ],
  [
    'a clone of a profile',
    'ready',
    async ({ idOf }) => [
      `${HOME}/EnhancedProfiles/clone`,
      { ProfileId: await idOf('Profile', 'Customer Community User'), Name: 'My Customer' }
    ],
    "SELECT UserType, UserLicense.Name FROM Profile WHERE Name = 'My Customer'",
    { UserType: 'CspLitePortal', UserLicense: { Name: 'Customer Community' } }
  ],
  [
    'an assignment of a permission set',
    'ready',
    async ({ idOf }) => [
      `${HOME}/PermSets/${await idOf('PermissionSet', 'External_User_Enabler')}/PermissionSetAssignment/add`,
      { AssigneeId: await idOf('User', 'Kofi Mensah') }
    ],
    "SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Name = 'Kofi Mensah'",
    { PermissionSet: { Name: 'External_User_Enabler' } }
  ],
  [
    'that a site is live',
    'no-live-site',
    () => Promise.resolve(['/acmehelp/communitySetup/save', { change: 'status', Status: 'Live' }]),
    "SELECT Status FROM Network WHERE Name = 'Acme Help'",
    { Status: 'Live' }
  ],
  [
    'that a site sends a welcome email',
    'welcome-mail-off',
    () => Promise.resolve(['/acmehelp/communitySetup/save', { change: 'emails', OptionsSendWelcomeEmail: 'on' }]),
    "SELECT OptionsSendWelcomeEmail FROM Network WHERE Name = 'Acme Help'",
    { OptionsSendWelcomeEmail: true }
  ],
  [
    'a profile as a member of a site',
    'ready',
    async ({ idOf }) => [
      '/acmebeta/communitySetup/save',
      { change: 'members', ParentId: await idOf('Profile', 'Acme Customer') }
    ],
    "SELECT AssignmentStatus FROM NetworkMemberGroup WHERE Network.Name = 'Acme Beta' AND ParentId IN (SELECT Id FROM Profile WHERE Name = 'Acme Customer')",
    { AssignmentStatus: 'Added' }
  ],
  [
    'that a profile is no member of a site any more',
    'ready',
    async ({ idOf }) => [
      '/acmehelp/communitySetup/save',
      { change: 'removedMember', ParentId: await idOf('Profile', 'Acme Customer') }
    ],
    "SELECT ParentId FROM NetworkMemberGroup WHERE Network.Name = 'Acme Help' AND ParentId IN (SELECT Id FROM Profile WHERE Name = 'Acme Customer')",
    { found: 'nothing' }
  ],
  [
    'that Digital Experiences are on',
    'no-digital-experiences',
    () => Promise.resolve([`${HOME}/NetworkSettings/save`, { experiences: 'on' }]),
    'SELECT ContactId FROM User LIMIT 1',
    { ContactId: null }
  ]
];

describe('a form of Setup', () => {
  it.each(FORMS)('saves %s', async (_title, org, post, soql, expected) => {
    const setup = setupOf(org);
    expect(await setup.find(soql)).not.toMatchObject(expected);
    const response = await setup.post(...(await post(setup)));
    expect([response.status, await response.text()]).toEqual([303, '']);
    expect(await setup.find(soql)).toMatchObject(expected);
    const page = await setup.get(response.headers.get('Location') ?? '');
    expect(await page.text()).toContain('Your changes are saved.');
  });

  it('allows standard external profiles once Digital Experiences are on', async () => {
    const { localOrg, post } = setupOf();
    await post(`${HOME}/NetworkSettings/save`, { standardProfiles: 'on' });
    expect(localOrg.org.metadata.settings.standardExternalProfiles).toBe(true);
  });

  it.each([
    ['a part of a seat', 'CompanyProfileInfo/seats', 'Enter a whole number of licenses for Customer Community.'],
    ['a profile of no other', 'EnhancedProfiles/clone', 'Select an existing profile.']
  ])('says why it refuses %s', async (_title, path, text) => {
    const { post, idOf } = setupOf();
    const response = await post(`${HOME}/${path}`, { [await idOf('UserLicense', 'Customer Community')]: '1.5' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(text);
  });

  it('shows the words of the org when it refuses a change', async () => {
    const setup = setupOf('no-seats');
    const userId = await setup.idOf('User', 'Noa Ben-David');
    const fields = { userId, UserRoleId: '005000000000000AAA', ProfileId: 'x', IsActive: '' };
    const response = await setup.post(`${HOME}/ManageUsers/edit`, fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/role="alert"[^>]*>[^<]*\w/u);
  });

  it.each(['ManageUsers/edit', 'CompanyProfileInfo/seats', 'EnhancedProfiles/clone', 'NetworkSettings/save'])(
    'is refused at %s without the permission to view Setup',
    async (path) => {
      const response = await setupOf('ready', 'Without permission').post(`${HOME}/${path}`, {});
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('Insufficient Privileges');
    }
  );

  it('of a site is refused without Create and Set Up Experiences', async () => {
    const { post, find } = setupOf('no-live-site', 'Sales Ops');
    const response = await post('/acmehelp/communitySetup/save', { change: 'status', Status: 'Live' });
    expect(response.status).toBe(403);
    expect(await find("SELECT Status FROM Network WHERE Name = 'Acme Help'")).toMatchObject({
      Status: 'UnderConstruction'
    });
  });
});

it.each([
  ['SetupNetworks', 'Acme Help'],
  ['NetworkSettings', 'Enable Digital Experiences'],
  ['EnhancedProfiles', 'Existing Profile'],
  ['CompanyProfileInfo', 'In the local org you can set the number'],
  ['PermSets', 'External User Enabler'],
  ['ManageUsers', 'Dana Whitfield'],
  ['SecuritySharing', 'this is the page “Sharing Settings” of Setup'],
  ['SomethingElse', 'this is the page “SomethingElse” of Setup']
])('the page %s of Setup shows “%s”', async (node, text) => {
  expect(await (await setupOf().get(`${HOME}/${node}/home`)).text()).toContain(text);
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
