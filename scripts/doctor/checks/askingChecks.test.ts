import { known, refused } from 'sf-cli/answer';
import type { Json } from 'sf-cli/json';
import { linksTo } from '../links.ts';
import { answeringOrg, type Answers } from '../testing/answeringOrg.ts';
import { readingOf } from '../testing/readings.ts';
import { accountOwners } from './accountOwners.ts';
import { component, quickAction } from './components.ts';
import { graphqlMetadata, graphqlTypes, graphqlUserLicense } from './graphql.ts';
import { partnerPermissionSet, permissionSet } from './permissionSet.ts';
import { role } from './role.ts';
import { settings } from './settings.ts';
import { licenseSpan, permissionSetAssignment, userFields, userPicklists } from './uiApi.ts';

const links = linksTo('https://acme.my.salesforce.com');
type Rows = NonNullable<Answers['rows']>;
const org = (rows: Rows) => answeringOrg({ rows });

describe('the check of account owners', () => {
  const owners = (ready: number, withoutRole: number, inactive: number): Rows => ({
    'SELECT COUNT() FROM User WHERE Id IN (SELECT OwnerId FROM Account) AND IsActive = true AND UserRoleId != null':
      ready,
    'SELECT COUNT() FROM User WHERE Id IN (SELECT OwnerId FROM Account) AND IsActive = true AND UserRoleId = null':
      withoutRole,
    'SELECT COUNT() FROM User WHERE Id IN (SELECT OwnerId FROM Account) AND IsActive = false': inactive,
    'SELECT Id, Name, Username FROM User': [{ Id: '005000000000001AAA', Name: 'Dana', Username: 'dana@acme.example' }]
  });
  it.each([
    ['passes when all have a role', owners(3, 0, 0), 'pass', /with a role: 3/u],
    ['warns when some have none', owners(3, 2, 1), 'warning', /without a role: 2; inactive: 1/u],
    ['blocks when none has one, as in a new scratch org', owners(0, 1, 0), 'blocked', /No contact can become a user/u],
    ['passes when there are no accounts', owners(0, 0, 0), 'pass', /no accounts/u],
    ['is unknown when roles are hidden', { 'FROM User': 'INVALID_FIELD' }, 'unknown', /INVALID_FIELD.*View Roles/u]
  ])('%s', async (_title, rows, status, cause) => {
    expect(await accountOwners(org(rows), links)).toMatchObject({ status, cause: expect.stringMatching(cause) });
  });

  it('links to the page on which an owner gets a role', async () => {
    const link =
      'https://acme.my.salesforce.com/lightning/setup/ManageUsers/page?address=%2F005000000000001AAA%3Fnoredirect%3D1';
    expect(await accountOwners(org(owners(1, 1, 0)), links)).toMatchObject({
      link,
      lines: ['No role: Dana, dana@acme.example'],
      facts: { examples: [{ name: 'Dana', username: 'dana@acme.example', link }] }
    });
  });
});

describe('the check of the role', () => {
  it.each([
    [
      'passes when the user has one',
      [{ Id: '0051', Name: 'Ada', UserRoleId: '00E1', UserRole: { Name: 'CEO' } }],
      'pass',
      /Ada has the role CEO/u
    ],
    [
      'warns when the user has none, as in a new scratch org',
      [{ Id: '0051', Name: 'Ada', UserRoleId: null }],
      'warning',
      /Ada has no role/u
    ],
    ['is unknown when roles are hidden', 'INVALID_FIELD', 'unknown', /INVALID_FIELD/u],
    ['is unknown when the user can’t be read', [], 'unknown', /no user ada@acme\.example/u]
  ])('%s', async (_title, rows, status, cause) => {
    expect(await role(org({ 'FROM User': rows }), links)).toMatchObject({
      status,
      cause: expect.stringMatching(cause)
    });
  });
});

describe('the checks of the product', () => {
  const deploy = 'npm run deploy -- --target-org acme';
  it.each([
    [
      'pass when component and quick action are deployed',
      { 'FROM Lightning': [{ Id: '0Rb1' }], 'FROM QuickAction': [{ SobjectType: 'Contact' }] },
      'pass',
      null
    ],
    ['are blocked when they are not deployed', { 'FROM Lightning': [], 'FROM QuickAction': [] }, 'blocked', deploy],
    ['are unknown when they can’t be read', {}, 'unknown', null]
  ])('%s', async (_title, rows, status, fix) => {
    expect(await component(org(rows))).toMatchObject({ status, fix });
    expect(await quickAction(org(rows), links.setup('ObjectManager'))).toMatchObject({ status, fix });
  });

  const assigned = [{ Assignee: { Name: 'Tomás', Username: 't@acme.example' } }];
  it.each<[string, Rows, string, RegExp]>([
    [
      'passes when it is assigned',
      { 'FROM PermissionSet WHERE': [{ Id: '0PS1' }], Assignment: assigned },
      'pass',
      /to Tomás\./u
    ],
    [
      'warns when it is assigned to nobody',
      { 'FROM PermissionSet WHERE': [{ Id: '0PS1' }], Assignment: [] },
      'warning',
      /nobody/u
    ],
    ['warns when it is not deployed', { 'FROM PermissionSet WHERE': [], Assignment: [] }, 'warning', /not deployed/u],
    [
      'is unknown when the assignments can’t be read',
      { 'FROM PermissionSet WHERE': [{ Id: '0PS1' }] },
      'unknown',
      /who holds it/u
    ],
    ['is unknown when it can’t be read', {}, 'unknown', /can’t be read/u]
  ])('the check of a permission set %s', async (_title, rows, status, cause) => {
    const expected = { status, cause: expect.stringMatching(cause) as string };
    expect(await permissionSet(org(rows), links)).toMatchObject(expected);
    expect(await partnerPermissionSet(org({ 'FROM Account': 3, ...rows }), links)).toMatchObject(expected);
  });

  it('the right to make partner accounts is not asked for in an org without them', async () => {
    expect(await partnerPermissionSet(org({ 'FROM Account': 'INVALID_FIELD' }), links)).toBeNull();
  });

  const noList = { 'FROM External_User_Profile__mdt': [] };
  it.each<[string, Rows, string, RegExp]>([
    ['passes when the defaults apply', { 'FROM External_User_Setting__mdt': [], ...noList }, 'pass', /defaults/u],
    [
      'passes when its profiles and sites exist',
      {
        'FROM External_User_Setting__mdt': [{ Default_Customer_Profile__c: 'Acme Customer' }],
        'FROM External_User_Profile__mdt': [{ Profile__c: 'Acme Customer', Site__c: 'Acme Help' }]
      },
      'pass',
      /allow-list: 1\./u
    ],
    [
      'warns when a profile or a site does not exist',
      {
        'FROM External_User_Setting__mdt': [{ Default_Partner_Profile__c: 'Acme Partner' }],
        'FROM External_User_Profile__mdt': [{ Profile__c: 'Acme Custmer', Site__c: 'Acme Hlep' }]
      },
      'warning',
      /Acme Partner, Acme Custmer, Acme Hlep/u
    ],
    ['is unknown when the metadata types are not deployed', {}, 'unknown', /not deployed/u]
  ])('the check of the settings %s', async (_title, rows, status, cause) => {
    const finding = await settings(org(rows), links, await readingOf());
    expect(finding).toMatchObject({ status, cause: expect.stringMatching(cause) });
  });
});

describe('the checks of GraphQL', () => {
  const answers = answeringOrg({ graphql: () => known({}), rows: { __mdt: 0 } });
  const refuses = answeringOrg({ graphql: () => refused('ValidationError', 'undefined'), rows: { __mdt: 0 } });

  it('pass when it answers', async () => {
    const found = [
      ...(await graphqlTypes(answers, false)),
      await graphqlMetadata(answers),
      await graphqlUserLicense(answers)
    ];
    expect(found.map(({ status }) => status)).toEqual(['pass', 'pass', 'pass', 'pass', 'pass']);
  });

  it('warn when it refuses, apart from UserLicense', async () => {
    const found = [
      ...(await graphqlTypes(refuses, false)),
      await graphqlMetadata(refuses),
      await graphqlUserLicense(refuses)
    ];
    expect(found.map(({ status }) => status)).toEqual(['warning', 'warning', 'warning', 'warning', 'pass']);
  });

  it('are unknown for types that are not deployed or need Digital Experiences', async () => {
    const bare = answeringOrg({ graphql: () => refused('ValidationError', 'undefined') });
    const found = [...(await graphqlTypes(bare, true)), await graphqlMetadata(bare)];
    expect(found.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

describe('the checks of UI API', () => {
  const createable = (names: string): Json =>
    Object.fromEntries(names.split(' ').map((name) => [name, { createable: true }]));
  const OTHERS =
    'Username Email Alias CommunityNickname FirstName LastName TimeZoneSidKey LocaleSidKey LanguageLocaleKey EmailEncodingKey';
  it.each([
    ['every field', `ContactId ProfileId ${OTHERS}`, true, false, 'pass'],
    ['no Alias', `ContactId ProfileId ${OTHERS.replace('Alias ', '')}`, true, false, 'blocked'],
    ['no ProfileId, without View Setup', `ContactId ${OTHERS}`, false, false, 'warning'],
    ['no ProfileId, with View Setup', `ContactId ${OTHERS}`, true, false, 'blocked'],
    ['no ContactId, without Digital Experiences', `ProfileId ${OTHERS}`, true, true, 'unknown'],
    ['no ContactId, with Digital Experiences', `ProfileId ${OTHERS}`, true, false, 'blocked']
  ])('judge the fields of a new user: %s', async (_title, fields, viewsSetup, areOff, status) => {
    const reading = await readingOf({ 'FROM UserPermissionAccess': [{ PermissionsViewSetup: viewsSetup }] });
    expect(userFields({ ...reading, userFields: known(createable(fields)) }, areOff).status).toBe(status);
  });

  const values = answeringOrg({ uiApi: () => known({ values: [{ value: 'x' }] }) });
  const license = (fields: Json) =>
    answeringOrg({ uiApi: () => known({ fields: { UserLicense: { value: { fields } } } }) });
  const seats = { Name: { value: 'CC' }, TotalLicenses: { value: 5 }, UsedLicenses: { value: 2 } };

  it('pass with picklists and seats on a profile, with or without assignments of permission sets', async () => {
    const reading = await readingOf();
    expect(await userPicklists(values, reading)).toMatchObject({ status: 'pass' });
    expect(await licenseSpan(license(seats), reading)).toMatchObject({ status: 'pass', facts: { total: 5, used: 2 } });
    expect(await permissionSetAssignment(values)).toMatchObject({ status: 'pass', facts: { served: true } });
    expect(await permissionSetAssignment(org({}))).toMatchObject({ status: 'pass', facts: { served: false } });
  });

  it('warn when the action would lack picklists or seats', async () => {
    const reading = await readingOf();
    expect(await userPicklists(org({}), reading)).toMatchObject({ status: 'warning' });
    expect(await licenseSpan(license({ Name: { value: 'CC' } }), reading)).toMatchObject({ status: 'warning' });
    expect(await licenseSpan(org({}), reading)).toMatchObject({ status: 'warning' });
    const blind = await readingOf({ 'FROM UserPermissionAccess': [{ PermissionsViewSetup: false }] });
    expect(await licenseSpan(license({}), blind)).toMatchObject({ status: 'unknown' });
  });
});
