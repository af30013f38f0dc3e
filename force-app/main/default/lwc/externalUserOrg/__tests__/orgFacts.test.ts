import type * as OrgModule from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import {
  bothProfilesData,
  fixtureUsersData,
  licenseResult,
  licenseResults,
  liveSiteData,
  noAccess,
  noUserData,
  profilesData,
  queryData,
  settingsData,
  siteNode
} from '../../../../../test/jest/answers.ts';
import { customerProfile, partnerProfile, readyOrg, siteUnderConstruction } from '../../../../../test/jest/facts.ts';

const PERMISSIONS = [
  ...(['ManagePartners', 'ManageCssUsers', 'ViewSetup', 'ViewAllUsers', 'ViewAllProfiles'] as const),
  ...(['ViewAllData', 'ModifyAllData', 'ManageNetworks'] as const)
];

const answers = {
  organization: { data: noUserData },
  profiles: { data: bothProfilesData },
  licenses: { data: licenseResults(customerProfile, partnerProfile) },
  sites: { data: liveSiteData },
  settings: { data: settingsData() },
  users: { data: fixtureUsersData }
};

const pending = { organization: {}, profiles: {}, licenses: {}, sites: {}, settings: {}, users: {} };

/** Loads the module for a person with these permissions, which an org compiles in. */
function loadFor(...held: readonly (typeof PERMISSIONS)[number][]): typeof OrgModule {
  let loaded: typeof OrgModule | undefined;
  jest.isolateModules(() => {
    for (const permission of PERMISSIONS) {
      const value = held.includes(permission) ? true : undefined;
      jest.doMock(`@salesforce/userPermission/${permission}`, () => ({ __esModule: true, default: value }), {
        virtual: true
      });
    }
    loaded = jest.requireActual<typeof OrgModule>('c/externalUserOrg');
  });
  if (loaded === undefined) {
    throw new Error('c/externalUserOrg was not loaded');
  }
  return loaded;
}

describe('toOrgFacts', () => {
  it('combines the answers', () => {
    const facts = loadFor('ManagePartners', 'ViewSetup', 'ViewAllUsers', 'ViewAllProfiles', 'ViewAllData').toOrgFacts(
      answers
    );
    expect(facts).toEqual({ ...readyOrg, defaults: { ...readyOrg.defaults, locale: 'sv_SE' } });
  });

  it.each([
    [['ManagePartners', 'ManageCssUsers'], true, true],
    [['ManagePartners'], true, false],
    [['ManageCssUsers'], false, true],
    [[], false, false]
  ] as const)(
    'with %j manages external users: %s, customer users: %s',
    (held, managesExternalUsers, managesCustomerUsers) => {
      const { runningUser } = loadFor(...held).toOrgFacts(answers);
      expect(runningUser).toMatchObject({ managesExternalUsers, managesCustomerUsers });
    }
  );

  it.each([
    [['ManagePartners'], known(null)],
    [['ManageCssUsers', 'ViewAllUsers'], known(null)],
    [['ManageCssUsers'], unknown('noAccess')]
  ] as const)('reads an answer without a user, with %j, as %j', (held, user) => {
    expect(loadFor(...held).toUserOfContact({ data: noUserData })).toEqual(user);
  });

  it('trusts an empty list of profiles only with View All Profiles, without which profiles may be filtered', () => {
    const filtered = { ...answers, profiles: { data: profilesData() } };
    expect(loadFor('ViewSetup').toOrgFacts(filtered).profiles).toEqual(unknown('noAccess'));
    expect(loadFor('ViewAllProfiles').toOrgFacts(filtered).profiles).toEqual(known([]));
  });

  const noSites = { data: queryData({ Network: [] }) };
  const noLiveSite = { data: queryData({ Network: [siteNode(siteUnderConstruction)] }) };
  it.each([
    ['no site', [], noSites, 'unknown'],
    ['no live site', ['ManagePartners', 'ViewSetup'], noLiveSite, 'unknown'],
    ['no site', ['ViewAllData'], noSites, 'known'],
    ['no site', ['ModifyAllData'], noSites, 'known'],
    ['no live site', ['ManageNetworks'], noLiveSite, 'known'],
    ['a live site', [], answers.sites, 'known']
  ] as const)('takes %s, with %j, from %j as %s', (_what, held, sites, kind) => {
    expect(loadFor(...held).toOrgFacts({ ...answers, sites }).sites.kind).toBe(kind);
  });

  it('trusts the profiles that are listed, View Setup or not', () => {
    expect(loadFor().toOrgFacts(answers).profiles).toEqual(known([customerProfile, partnerProfile]));
  });

  it('is pending before the org has answered', () => {
    expect(loadFor().toOrgFacts(pending)).toMatchObject({
      profiles: unknown('pending'),
      sites: unknown('pending')
    });
  });
});

describe('isAnswered', () => {
  const { isAnswered } = loadFor();

  it.each([
    ['everything is known', {}, true],
    [
      'everything is refused',
      { user: unknown('noAccess'), profiles: unknown('notInOrg'), sites: unknown('failed') },
      true
    ],
    ['licenses are pending', { profiles: known([{ ...customerProfile, license: unknown('pending') }]) }, true],
    ['the user is pending', { user: unknown('pending') }, false],
    ['profiles are pending', { profiles: unknown('pending') }, false],
    ['sites are pending', { sites: unknown('pending') }, false]
  ] as const)('while %s: %#', (_what, changes, expected) => {
    const { user, ...org } = { user: known(null), ...changes };
    expect(isAnswered(user, { ...readyOrg, ...org })).toBe(expected);
  });
});

describe('sites', () => {
  const sitesFor = (held: readonly (typeof PERMISSIONS)[number][], sites: unknown) =>
    loadFor(...held).toOrgFacts({ ...answers, sites: { data: sites } }).sites;
  const none = queryData({ Network: [] });
  const notLive = queryData({ Network: [siteNode(siteUnderConstruction)] });

  it.each([
    ['no site', none],
    ['no live site', notLive]
  ])('are unknown if a person sees %s, and may not see those of others', (_what, sites) => {
    expect(sitesFor(['ManagePartners', 'ViewSetup'], sites)).toEqual(unknown('noAccess'));
  });

  it.each(['ManageNetworks', 'ViewAllData', 'ModifyAllData'] as const)('are known with %s', (permission) => {
    expect(sitesFor([permission], none)).toEqual(known([]));
    expect(sitesFor([permission], notLive)).toMatchObject(known([{ isLive: false }]));
  });

  it('are known if a live one is among them', () => {
    expect(sitesFor([], liveSiteData)).toMatchObject(known([{ isLive: true }]));
  });
});

describe('the query that is sent later', () => {
  const { needsUsers } = loadFor();
  const refused = { data: null, errors: [noAccess] };

  it.each([
    ['profiles and licenses are known', answers, false],
    ['licenses are pending', { ...answers, licenses: {} }, false],
    ['profiles are refused', { ...answers, profiles: refused }, true],
    [
      'licenses are refused',
      { ...answers, licenses: { error: { ok: false, status: 400, statusText: '', body: null } } },
      true
    ],
    ['a license is hidden', { ...answers, licenses: { data: { results: [licenseResult(customerProfile.id)] } } }, true]
  ])('ask for users by profile while %s: %#', (_case, given, expected) => {
    expect(needsUsers(given)).toBe(expected);
  });
});

describe('toLicenseRequest', () => {
  const { toLicenseRequest } = loadFor();

  it('asks for the licenses of all profiles at once, as optional fields', () => {
    const [request, ...others] = toLicenseRequest({ data: bothProfilesData }) ?? [];
    expect(others).toEqual([]);
    expect(request?.recordIds).toEqual([customerProfile.id, partnerProfile.id]);
    expect(request?.optionalFields).toContain('Profile.UserLicense.TotalLicenses');
    expect(request).not.toHaveProperty('fields');
  });

  it.each([
    ['pending', {}],
    ['refused', { errors: [noAccess] }],
    ['none', { data: profilesData() }]
  ])('asks nothing while profiles are %s', (_how, profiles) => {
    expect(toLicenseRequest(profiles)).toBeUndefined();
  });
});
