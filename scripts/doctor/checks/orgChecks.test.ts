import type { Json } from 'sf-cli/json';
import { linksTo } from '../links.ts';
import { readingOf } from '../testing/readings.ts';
import { experiences } from './experiences.ts';
import { licenses } from './licenses.ts';
import { permissions } from './permissions.ts';
import { profiles } from './profiles.ts';
import { siteMembers } from './siteMembers.ts';
import { sites } from './sites.ts';
import { standardProfiles } from './standardProfiles.ts';
import { welcomeMail } from './welcomeMail.ts';

const links = linksTo('https://acme.my.salesforce.com');
const permissionRow = (held: Json) => ({ 'FROM UserPermissionAccess': [held] });

describe('standard external profiles', () => {
  const onlyStandard = {
    'FROM Profile': [{ Id: '00e2', Name: 'Customer Community User', UserType: 'CspLitePortal', UserLicenseId: '1001' }]
  };
  it.each([
    ['allowed', {}, true, 'pass'],
    ['refused, beside profiles of the org’s own', {}, false, 'pass'],
    ['unreadable, beside profiles of the org’s own', {}, undefined, 'unknown'],
    ['refused, and the only ones', onlyStandard, false, 'blocked'],
    ['unreadable, and the only ones', onlyStandard, undefined, 'warning'],
    ['allowed, and the only ones', onlyStandard, true, 'pass']
  ])('that are %s', async (_title, rows, allowed, status) => {
    // XML says a flag in letters.
    const setting = allowed === undefined ? undefined : { enableOotbProfExtUserOpsEnable: String(allowed) };
    expect(standardProfiles(await readingOf(rows, setting), links)).toMatchObject({
      status,
      facts: { allowed: allowed ?? null }
    });
  });

  it('are not talked about where there are none', async () => {
    const own = [{ Id: '00e1', Name: 'Acme Customer', UserType: 'CspLitePortal', UserLicenseId: '1001' }];
    expect(standardProfiles(await readingOf({ 'FROM Profile': own }), links)).toBeNull();
  });

  it('name the licenses that have no other profile', async () => {
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

describe('Digital Experiences', () => {
  it.each([
    ['are on where there are sites', {}, undefined, 'pass'],
    ['are on where sites can be read, though one sees none', { 'FROM Network ': [] }, undefined, 'pass'],
    [
      'are on where only the setting says so',
      { 'FROM Network ': 'INSUFFICIENT_ACCESS' },
      { enableNetworksEnabled: true },
      'pass'
    ],
    [
      'are off where the setting says so',
      { 'FROM Network ': 'INSUFFICIENT_ACCESS' },
      { enableNetworksEnabled: false },
      'blocked'
    ],
    ['are unknown where nothing can be read', { 'FROM Network ': 'INSUFFICIENT_ACCESS' }, undefined, 'unknown']
  ])('%s', async (_title, rows, setting, status) => {
    expect(experiences(await readingOf(rows, setting), links).status).toBe(status);
  });
});

describe('sites', () => {
  const preview = { Id: '0DB1', Name: 'Beta', Status: 'UnderConstruction', OptionsSendWelcomeEmail: true };
  const seesOwnOnly = permissionRow({ PermissionsManagePartners: true, PermissionsViewSetup: true });
  it.each([
    ['of which one is live', {}, ['pass', 'pass', 'pass']],
    ['of which none is live', { 'FROM Network ': [preview] }, ['warning', 'warning', 'warning']],
    ['that there are none of', { 'FROM Network ': [] }, ['warning', 'warning', 'unknown']],
    ['of which one sees only some', { 'FROM Network ': [preview], ...seesOwnOnly }, ['unknown', 'unknown', 'unknown']],
    ['without a member that makes external users', { 'FROM NetworkMemberGroup': [] }, ['pass', 'warning', 'pass']],
    ['whose members can’t be read', { 'FROM NetworkMemberGroup': 'INVALID_TYPE' }, ['pass', 'unknown', 'pass']]
  ])('%s', async (_title, rows, statuses) => {
    const reading = await readingOf(rows);
    expect([sites, siteMembers, welcomeMail].map((check) => check(reading, links).status)).toEqual(statuses);
  });

  it('name permission sets that are members', async () => {
    const reading = await readingOf({
      'FROM NetworkMemberGroup': [{ NetworkId: '0DB1', ParentId: '0PS1' }],
      'FROM PermissionSet': [{ Id: '0PS1', Label: 'Portal' }]
    });
    expect(sites(reading, links).lines).toEqual(['Acme Help, Live: Portal (permission set)']);
  });
});

describe('external licenses', () => {
  const licenseRow = (more: Json) => ({ 'FROM UserLicense': [{ Id: '1001', Name: 'Customer Community', ...more }] });
  it.each([
    ['with seats left', { TotalLicenses: 5, UsedLicenses: 2 }, 'pass', 'Customer Community: 2 of 5 used, 3 left'],
    ['with none left', { TotalLicenses: 5, UsedLicenses: 5 }, 'blocked', 'Customer Community: 5 of 5 used, 0 left'],
    ['without counts', {}, 'unknown', 'Customer Community: ? of ? used, ? left'],
    [
      'counted by log-ins',
      {
        LicenseDefinitionKey: 'PID_Customer_Community_Login',
        TotalLicenses: 20,
        UsedLicenses: 1,
        MonthlyLoginsEntitlement: 400,
        MonthlyLoginsUsed: 7
      },
      'pass',
      'Customer Community: login-based, 7 of 400 log-ins a month used; 1 of 20 used'
    ]
  ])('%s', async (_title, row, status, line) => {
    expect(licenses(await readingOf(licenseRow(row)), links)).toMatchObject({ status, lines: [line] });
  });
});

describe('external profiles', () => {
  it.each([
    ['are missing', [{ Id: '00e9', Name: 'Standard User', UserType: 'Standard' }], {}, 'blocked'],
    [
      'are unknown to whoever may see none but the own one',
      [{ Id: '00e9', Name: 'Standard User', UserType: 'Standard' }],
      permissionRow({ PermissionsManagePartners: true, PermissionsViewSetup: false }),
      'unknown'
    ],
    ['are unknown where they can’t be read', 'INVALID_TYPE', {}, 'unknown']
  ])('%s', async (_title, rows, more, status) => {
    expect(profiles(await readingOf({ 'FROM Profile': rows, ...more }), links).status).toBe(status);
  });
});

describe('your permissions', () => {
  const all = { PermissionsManagePartners: true, PermissionsViewSetup: true, PermissionsViewRoles: true };
  it.each([
    ['are enough', all, 'pass', /may create external users/u],
    [
      'make customers only',
      { ...all, PermissionsManagePartners: false, PermissionsManageCssUsers: true },
      'warning',
      /customer users only/u
    ],
    [
      'make nobody',
      { ...all, PermissionsManagePartners: false, PermissionsManageCssUsers: false },
      'blocked',
      /neither/u
    ],
    ['lack eyes', { ...all, PermissionsViewSetup: false }, 'warning', /lack View Setup and Configuration/u],
    ['are not told', {}, 'unknown', /can’t be read/u]
  ])('%s', async (_title, row, status, cause) => {
    const finding = permissions(await readingOf(permissionRow(row)), links);
    expect(finding).toMatchObject({ status, cause: expect.stringMatching(cause) });
  });

  it('are asked one by one where the org lacks one of them', async () => {
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
