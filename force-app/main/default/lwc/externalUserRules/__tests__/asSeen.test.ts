import {
  areSeatsShort,
  findReactivationFindings,
  fitsLicense,
  known,
  profilesAsSeen,
  sitesAsSeen,
  unknown,
  type RunningUser
} from 'c/externalUserRules';
import {
  customerLicense,
  customerProfile,
  inactiveUser,
  liveSite,
  partnerLicense,
  readyContact,
  readyOrg,
  siteUnderConstruction
} from '../../../../../test/jest/facts.ts';

/** What a person who doesn't see everything may conclude from what is seen. */

const { runningUser } = readyOrg;
const seesLess: RunningUser = { ...runningUser, seesAllSites: false, viewsAllProfiles: false };
const noAccess = unknown('noAccess');

it.each([
  ['no profile is none for a person who sees all', known([]), runningUser, known([])],
  ['no profile is unknown for a person who sees fewer', known([]), seesLess, noAccess],
  ['profiles that are seen are there', known([customerProfile]), seesLess, known([customerProfile])],
  ['profiles that are awaited stay awaited', unknown('pending'), seesLess, unknown('pending')]
] as const)('%s', (_what, profiles, person, seen) => {
  expect(profilesAsSeen(profiles, person)).toEqual(seen);
});

it.each([
  ['no site is none for a person who sees all', known([]), runningUser, known([])],
  ['no live site is unknown for a person who sees fewer', known([siteUnderConstruction]), seesLess, noAccess],
  [
    'a live site that is seen is there',
    known([liveSite, siteUnderConstruction]),
    seesLess,
    known([liveSite, siteUnderConstruction])
  ],
  ['sites that are awaited stay awaited', unknown('pending'), seesLess, unknown('pending')],
  ['sites that an org doesn’t have are not there', unknown('notInOrg'), seesLess, unknown('notInOrg')]
] as const)('%s', (_what, sites, person, seen) => {
  expect(sitesAsSeen(sites, person)).toEqual(seen);
});

it.each([
  ['fewer than one in ten is left', { total: known(20), used: known(19) }, true],
  ['one in ten is left', { total: known(20), used: known(18) }, false],
  ['many are left', { total: known(20), used: known(3) }, false],
  ['none was bought', { total: known(0), used: known(0) }, false],
  ['it can’t be read how many are used', { total: known(20), used: noAccess }, false]
] as const)('Seats are short, or not, where %s.', (_what, seats, areShort) => {
  expect(areSeatsShort({ ...customerLicense, ...seats })).toBe(areShort);
});

it.each([
  ['of the license', customerLicense.id, customerLicense, true],
  ['of no license', '', customerLicense, true],
  ['of a permission set license', '0PL000010000001AAA', customerLicense, true],
  ['of another license', partnerLicense.id, customerLicense, false],
  [
    'of a license, where that of the profile is named by the settings',
    partnerLicense.id,
    { ...customerLicense, id: '' },
    true
  ],
  ['of a license, where that of the profile can’t be read', partnerLicense.id, undefined, true]
] as const)('A permission set %s fits, or not.', (_what, licenseId, license, fits) => {
  expect(fitsLicense(licenseId, license)).toBe(fits);
});

it('A user without an account does not become active again.', () => {
  const { blockers } = findReactivationFindings({ ...readyContact, account: known(null) }, inactiveUser, readyOrg);
  expect(blockers.map(({ code }) => code)).toEqual(['accountMissing']);
});
