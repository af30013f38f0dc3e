import type * as OrgModule from 'c/externalUserOrg';
import { known, unknown } from 'c/externalUserRules';
import {
  bothProfilesData,
  licenseResults,
  liveSiteData,
  noAccess,
  noUserData,
  profilesData
} from '../../../../../test/jest/answers.ts';
import { customerProfile, partnerProfile, readyOrg } from '../../../../../test/jest/facts.ts';

type Permission = 'ManagePartners' | 'ManageCssUsers' | 'ViewSetup';

const answers = {
  user: { data: noUserData },
  profiles: { data: bothProfilesData },
  licenses: { data: licenseResults(customerProfile, partnerProfile) },
  sites: { data: liveSiteData }
};

const pending = { user: {}, profiles: {}, licenses: {}, sites: {} };

/** The module as it loads for a person with these permissions: an org compiles them in. */
function loadFor(...held: readonly Permission[]): typeof OrgModule {
  let loaded: typeof OrgModule | undefined;
  jest.isolateModules(() => {
    for (const permission of ['ManagePartners', 'ManageCssUsers', 'ViewSetup'] as const) {
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
  it('puts the answers together', () => {
    expect(loadFor('ManagePartners').toOrgFacts(answers)).toEqual(readyOrg);
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
      expect(runningUser).toEqual({ managesExternalUsers, managesCustomerUsers });
    }
  );

  it('trusts an empty list of profiles only with View Setup, without which profiles are filtered', () => {
    const filtered = { ...answers, profiles: { data: profilesData() } };
    expect(loadFor().toOrgFacts(filtered).profiles).toEqual(unknown('noAccess'));
    expect(loadFor('ViewSetup').toOrgFacts(filtered).profiles).toEqual(known([]));
  });

  it('trusts the profiles that are listed, View Setup or not', () => {
    expect(loadFor().toOrgFacts(answers).profiles).toEqual(known([customerProfile, partnerProfile]));
  });

  it('is pending before the org has answered', () => {
    expect(loadFor().toOrgFacts(pending)).toMatchObject({
      existingUser: unknown('pending'),
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
      { existingUser: unknown('noAccess'), profiles: unknown('notInOrg'), sites: unknown('failed') },
      true
    ],
    ['licences are pending', { profiles: known([{ ...customerProfile, license: unknown('pending') }]) }, true],
    ['the user is pending', { existingUser: unknown('pending') }, false],
    ['profiles are pending', { profiles: unknown('pending') }, false],
    ['sites are pending', { sites: unknown('pending') }, false]
  ] as const)('while %s: %#', (_what, changes, expected) => {
    expect(isAnswered({ ...readyOrg, ...changes })).toBe(expected);
  });
});

describe('toLicenseRequest', () => {
  const { toLicenseRequest } = loadFor();

  it('asks for the licences of all profiles at once, as optional fields', () => {
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
