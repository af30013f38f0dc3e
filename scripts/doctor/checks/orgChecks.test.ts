import type { Json } from 'sf-cli/json';
import { linksTo } from '../links.ts';
import { readingOf } from '../testing/readings.ts';
import { experiences } from './experiences.ts';
import { licenses } from './licenses.ts';
import { permissions } from './permissions.ts';
import { profiles } from './profiles.ts';
import { siteMembers } from './siteMembers.ts';
import { sender } from './sender.ts';
import { sites } from './sites.ts';
import { standardProfiles } from './standardProfiles.ts';
import { welcomeMail } from './welcomeMail.ts';

const links = linksTo('https://acme.my.salesforce.com');
const permissionRow = (held: Json) => ({ 'FROM UserPermissionAccess': [held] });

describe('the check of standard profiles', () => {
  const onlyStandard = {
    'FROM Profile': [{ Id: '00e2', Name: 'Customer Community User', UserType: 'CspLitePortal', UserLicenseId: '1001' }]
  };
  it.each([
    ['is right when the org allows them', {}, true, 'pass'],
    ['is right when the org refuses them and has own profiles', {}, false, 'pass'],
    ['is right when the setting is hidden and the org has own profiles', {}, undefined, 'unknown'],
    ['is right when the org refuses them and has no others', onlyStandard, false, 'blocked'],
    ['is right when the setting is hidden and the org has no others', onlyStandard, undefined, 'warning'],
    ['is right when the org allows them and has no others', onlyStandard, true, 'pass']
  ])('%s', async (_title, rows, allowed, status) => {
    // XML has a boolean as text.
    const setting = allowed === undefined ? undefined : { enableOotbProfExtUserOpsEnable: String(allowed) };
    expect(standardProfiles(await readingOf(rows, setting), links)).toMatchObject({
      status,
      facts: { allowed: allowed ?? null }
    });
  });

  it('has no finding without such profiles', async () => {
    const own = [{ Id: '00e1', Name: 'Acme Customer', UserType: 'CspLitePortal', UserLicenseId: '1001' }];
    expect(standardProfiles(await readingOf({ 'FROM Profile': own }), links)).toBeNull();
  });

  it('names the licenses that have no other profile', async () => {
    const rows = [
      { Id: '00e1', Name: 'Acme Customer', UserType: 'CspLitePortal', UserLicenseId: '1001' },
      { Id: '00e3', Name: 'Partner Community User', UserType: 'PowerPartner', UserLicenseId: '1002' }
    ];
    const two = [
      { Id: '1001', Name: 'Customer Community' },
      { Id: '1002', Name: 'Partner Community' }
    ];
    const reading = await readingOf(
      { 'FROM Profile': rows, 'FROM UserLicense': two },
      { enableOotbProfExtUserOpsEnable: false }
    );
    expect(standardProfiles(reading, links)?.cause).toContain('Licenses without such: Partner Community.');
  });
});

describe('the check of Digital Experiences', () => {
  it.each([
    ['passes with sites', {}, undefined, 'pass'],
    ['passes when sites can be read, although the user sees none', { 'FROM Network ': [] }, undefined, 'pass'],
    [
      'passes when only the setting is readable and on',
      { 'FROM Network ': 'INSUFFICIENT_ACCESS' },
      { enableNetworksEnabled: true },
      'pass'
    ],
    [
      'blocks when the setting is off',
      { 'FROM Network ': 'INSUFFICIENT_ACCESS' },
      { enableNetworksEnabled: false },
      'blocked'
    ],
    ['is unknown when nothing can be read', { 'FROM Network ': 'INSUFFICIENT_ACCESS' }, undefined, 'unknown']
  ])('%s', async (_title, rows, setting, status) => {
    expect(experiences(await readingOf(rows, setting), links).status).toBe(status);
  });
});

describe('the checks of sites', () => {
  const preview = { Id: '0DB1', Name: 'Beta', Status: 'UnderConstruction', OptionsSendWelcomeEmail: true };
  const seesOwnOnly = permissionRow({ PermissionsManagePartners: true, PermissionsViewSetup: true });
  it.each([
    ['judge an org with a live site', {}, ['pass', 'pass', 'pass']],
    ['judge an org without a live site', { 'FROM Network ': [preview] }, ['warning', 'warning', 'warning']],
    ['judge an org without sites', { 'FROM Network ': [] }, ['warning', 'warning', 'warning']],
    [
      'judge an org of which the user sees only some sites',
      { 'FROM Network ': [preview], ...seesOwnOnly },
      ['unknown', 'unknown', 'unknown']
    ],
    [
      'judge a site without external profiles among its members',
      { 'FROM NetworkMemberGroup': [] },
      ['pass', 'warning', 'pass']
    ],
    [
      'judge a site whose members can’t be read',
      { 'FROM NetworkMemberGroup': 'INVALID_TYPE' },
      ['pass', 'unknown', 'pass']
    ]
  ])('%s', async (_title, rows, statuses) => {
    const reading = await readingOf(rows);
    expect([sites, siteMembers, welcomeMail].map((check) => check(reading, links).status)).toEqual(statuses);
  });

  it('name permission sets among the members', async () => {
    const reading = await readingOf({
      'FROM NetworkMemberGroup': [{ NetworkId: '0DB1', ParentId: '0PS1' }],
      'FROM PermissionSet': [{ Id: '0PS1', Label: 'Portal' }]
    });
    expect(sites(reading, links).lines).toEqual(['Acme Help, Live: Portal (permission set)']);
  });
});

describe('the check of the sender of site mail', () => {
  const key = (more: Json) => ({
    'FROM EmailDomainKey': [{ Domain: 'Acme.example', DomainMatch: 'DomainOnly', IsActive: true, ...more }]
  });
  const authorized = (IsDomainOwnershipVerified: boolean) => ({
    'FROM AuthorizedEmailDomain': [{ DomainName: 'acme.example', IsDomainOwnershipVerified }]
  });
  const unverified = key({ IsActive: false });
  const sentFrom = (EmailSenderAddress: string) => ({
    'FROM Network ': [{ Id: '0DB1', Name: 'Acme Help', Status: 'Live', EmailSenderAddress }]
  });
  it.each([
    ['passes with an active DKIM key', {}, 'pass'],
    ['passes with a verified authorized domain', { ...unverified, ...authorized(true) }, 'pass'],
    ['passes with an address of a public provider', sentFrom('acme@gmail.com'), 'pass'],
    ['warns of an inactive key', unverified, 'warning'],
    ['warns of a key for subdomains', key({ DomainMatch: 'SubdomainsOnly' }), 'warning'],
    ['warns of a subdomain', sentFrom('a@mail.acme.example'), 'warning'],
    ['warns of a domain that is authorized only', { ...unverified, ...authorized(false) }, 'warning'],
    [
      'is unknown without the authorized domains',
      { ...unverified, 'FROM AuthorizedEmailDomain': 'INVALID_TYPE' },
      'unknown'
    ],
    ['is unknown without an address', sentFrom(''), 'unknown'],
    ['is not made without a live site', { 'FROM Network ': [] }, undefined]
  ])('%s', async (_title, rows, status) => {
    expect(sender(await readingOf(rows), links)?.status).toBe(status);
  });

  it('names the address, the site and the domain', async () => {
    const finding = sender(await readingOf(unverified), links);
    expect(finding?.cause).toMatch(/help@acme\.example \(Acme Help\)/u);
    expect(finding?.fix).toMatch(/DKIM key for acme\.example/u);
  });
});

describe('the check of external licenses', () => {
  const licenseRow = (more: Json) => ({ 'FROM UserLicense': [{ Id: '1001', Name: 'Customer Community', ...more }] });
  it.each([
    [
      'passes with free seats',
      { TotalLicenses: 5, UsedLicenses: 2 },
      'pass',
      'Customer Community: 2 of 5 used, 3 left'
    ],
    [
      'blocks without a free seat',
      { TotalLicenses: 5, UsedLicenses: 5 },
      'blocked',
      'Customer Community: 5 of 5 used, 0 left'
    ],
    ['is unknown without counts', {}, 'unknown', 'Customer Community: ? of ? used, ? left'],
    [
      'counts the log-ins of a login-based license',
      {
        LicenseDefinitionKey: 'PID_Customer_Community_Login',
        TotalLicenses: 20,
        UsedLicenses: 1,
        MonthlyLoginsEntitlement: 400,
        MonthlyLoginsUsed: 7
      },
      'pass',
      'Customer Community: login-based, 7 of 400 log-ins a month used; 1 of 20 used, 19 left'
    ]
  ])('%s', async (_title, row, status, line) => {
    expect(licenses(await readingOf(licenseRow(row)), links)).toMatchObject({ status, lines: [line] });
  });

  const counts = licenseRow({ TotalLicenses: 5, UsedLicenses: 5 });
  it.each([
    [
      'says how many seats could be freed',
      [{ licenseId: '1001', users: 4 }],
      '; 4 could be freed: no log-in for 90 days',
      4
    ],
    ['is silent about idle users of another license', [{ licenseId: '1009', users: 4 }], '', 0],
    ['is silent about idle users that can’t be counted', 'INSUFFICIENT_ACCESS', '', null]
  ])('%s', async (_title, idle, words, idleUsers) => {
    expect(licenses(await readingOf({ ...counts, 'FROM User WHERE': idle }), links)).toMatchObject({
      lines: [`Customer Community: 5 of 5 used, 0 left${words}`],
      facts: { licenses: [{ idleUsers }] }
    });
  });
});

describe('the check of external profiles', () => {
  it.each([
    ['blocks without any', [{ Id: '00e9', Name: 'Standard User', UserType: 'Standard' }], {}, 'blocked'],
    [
      'is unknown to a user who may see only the own profile',
      [{ Id: '00e9', Name: 'Standard User', UserType: 'Standard' }],
      permissionRow({ PermissionsManagePartners: true, PermissionsViewSetup: false }),
      'unknown'
    ],
    ['is unknown when they can’t be read', 'INVALID_TYPE', {}, 'unknown']
  ])('%s', async (_title, rows, more, status) => {
    expect(profiles(await readingOf({ 'FROM Profile': rows, ...more }), links).status).toBe(status);
  });
});

describe('the check of permissions', () => {
  const all = { PermissionsManagePartners: true, PermissionsViewSetup: true, PermissionsViewRoles: true };
  it.each([
    ['passes with all of them', all, 'pass', /may create external users/u],
    [
      'warns when they allow customer users only',
      { ...all, PermissionsManagePartners: false, PermissionsManageCssUsers: true },
      'warning',
      /customer users only/u
    ],
    [
      'blocks when they allow no users',
      { ...all, PermissionsManagePartners: false, PermissionsManageCssUsers: false },
      'blocked',
      /neither/u
    ],
    [
      'warns when the user can’t view setup',
      { ...all, PermissionsViewSetup: false },
      'warning',
      /lack View Setup and Configuration/u
    ],
    ['is unknown when they can’t be read', {}, 'unknown', /can’t be read/u]
  ])('%s', async (_title, row, status, cause) => {
    const finding = permissions(await readingOf(permissionRow(row)), links);
    expect(finding).toMatchObject({ status, cause: expect.stringMatching(cause) });
  });

  it('reads them one by one when the org lacks one of them', async () => {
    const reading = await readingOf({
      'SELECT PermissionsManagePartners, ': 'INVALID_FIELD',
      'SELECT PermissionsManagePartners FROM': [{ PermissionsManagePartners: true }],
      'SELECT PermissionsViewSetup FROM': [{ PermissionsViewSetup: true }],
      'SELECT PermissionsViewRoles FROM': [{ PermissionsViewRoles: true }],
      'FROM UserPermissionAccess': 'INVALID_FIELD'
    });
    expect(permissions(reading, links)).toMatchObject({
      status: 'pass',
      facts: { permissions: { ManagePartners: true, ViewAllUsers: false } }
    });
  });
});
