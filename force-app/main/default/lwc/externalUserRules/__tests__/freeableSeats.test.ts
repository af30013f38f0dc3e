import {
  byAbsence,
  fullLicenses,
  isIdle,
  known,
  profilesOfLicense,
  unknown,
  type SeatHolder
} from 'c/externalUserRules';
import {
  customerProfile,
  fullLicense,
  partnerLicense,
  partnerProfile,
  readyOrg
} from '../../../../../test/jest/facts.ts';

const NOW = Date.parse('2026-11-30T12:00:00.000Z');

function holder(lastLogin: string | null, createdDate: string | null): SeatHolder {
  return { id: '005', name: 'Ana Costa', accountName: null, profileId: null, lastLogin, createdDate };
}

describe('users whose seats could be freed', () => {
  it.each([
    ['logged in 91 days ago', '2026-08-31T11:59:59.000Z', '2025-01-01T00:00:00.000Z', true],
    ['logged in 90 days ago', '2026-09-01T12:00:00.000Z', '2025-01-01T00:00:00.000Z', false],
    ['never logged in, and is old', null, '2026-01-01T00:00:00.000Z', true],
    ['never logged in, and is new', null, '2026-11-29T00:00:00.000Z', false],
    ['has no known date', null, null, false]
  ])('are those without a log-in for 90 days: one who %s', (_what, lastLogin, createdDate, expected) => {
    expect(isIdle(holder(lastLogin, createdDate), NOW)).toBe(expected);
  });

  it('come in the order of their absence, and one who never logged in counts from the creation', () => {
    const dates = byAbsence([
      holder('2026-05-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z'),
      holder(null, '2026-06-01T00:00:00.000Z'),
      holder(null, '2024-01-01T00:00:00.000Z')
    ]).map(({ lastLogin, createdDate }) => lastLogin ?? createdDate);
    expect(dates).toEqual(['2024-01-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z']);
  });
});

describe('full licenses', () => {
  const full = { ...customerProfile, license: known(fullLicense) };
  const sameLicense = { ...full, id: '00e000010000009AAA', name: 'Acme Member' };
  const fullPartner = { ...partnerProfile, license: known({ ...partnerLicense, used: known(5) }) };
  const namesOf = (profiles: (typeof full)[], rights = {}, profileId?: string) =>
    fullLicenses({ profiles: known(profiles), runningUser: { ...readyOrg.runningUser, ...rights } }, profileId).map(
      ({ name }) => name
    );

  it('are named once, however many profiles have them', () => {
    expect(namesOf([full, sameLicense, partnerProfile])).toEqual(['Customer Community']);
  });

  it('are that of the chosen profile only', () => {
    expect(namesOf([full, fullPartner], {}, fullPartner.id)).toEqual(['Partner Community']);
  });

  it.each([undefined, ''])('are all of them where the profile is %j', (profileId) => {
    expect(namesOf([full, fullPartner], {}, profileId)).toEqual(['Customer Community', 'Partner Community']);
  });

  it('are those of users whom the person may change', () => {
    const customersOnly = { managesExternalUsers: false, managesCustomerUsers: true };
    expect(namesOf([full, fullPartner], customersOnly)).toEqual(['Customer Community']);
    expect(namesOf([full], { managesExternalUsers: false })).toEqual([]);
  });

  it('are not guessed where seats or profiles can’t be read', () => {
    expect(namesOf([{ ...customerProfile, license: known({ ...fullLicense, used: unknown('noAccess') }) }])).toEqual(
      []
    );
    const profiles = known([{ ...customerProfile, license: unknown('noAccess') }]);
    expect(fullLicenses({ profiles, runningUser: readyOrg.runningUser })).toEqual([]);
    expect(fullLicenses({ profiles: unknown('noAccess'), runningUser: readyOrg.runningUser })).toEqual([]);
  });
});

describe('profiles that share the seats of a license', () => {
  const twin = { ...customerProfile, id: '00e00000000000TAAA', name: 'Acme Twin' };
  const blind = { ...customerProfile, id: '00e00000000000BAAA', license: unknown('noAccess') } as const;
  const org = { profiles: known([partnerProfile, customerProfile, blind, twin]) };

  it.each([
    ['a customer profile', customerProfile.id, [customerProfile, twin]],
    ['its twin', twin.id, [customerProfile, twin]],
    ['a partner profile', partnerProfile.id, [partnerProfile]],
    ['a profile whose license can’t be read', blind.id, []],
    ['a profile that isn’t there', 'none', []]
  ])('are those with the license of %s', (_which, profileId, found) => {
    expect(profilesOfLicense(org, profileId)).toEqual(found);
  });

  it('are unknown, so the list is empty, where profiles can’t be read', () => {
    expect(profilesOfLicense({ profiles: unknown('noAccess') }, customerProfile.id)).toEqual([]);
  });
});
