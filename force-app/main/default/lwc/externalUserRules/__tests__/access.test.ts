import { findAccess, known, unknown, type OrgFacts, type Site } from 'c/externalUserRules';
import { customerProfile, liveSite, readyOrg, siteUnderConstruction } from '../../../../../test/jest/facts.ts';

/** Of a live site of which the customer profile is a member. */
const own = { ...liveSite, selfRegistrationProfileId: customerProfile.id };
const ownNotLive = { ...siteUnderConstruction, selfRegistrationProfileId: customerProfile.id };
const silent = { sendsWelcomeEmail: known(false) };
const hiddenMail = { sendsWelcomeEmail: unknown('noAccess') } as const;

const withSites = (...sites: readonly Site[]): OrgFacts => ({ ...readyOrg, sites: known(sites) });
const blind: OrgFacts = {
  ...readyOrg,
  sites: unknown('noAccess'),
  runningUser: { ...readyOrg.runningUser, seesAllSites: false }
};
const readOn = '2026-11-30';
const reading = { loginUrl: 'https://help.acme.example', sendsWelcomeEmail: true, readOn };
const inSettings = { ...customerProfile, siteName: 'Acme Help', siteReading: reading };

describe('where a user can log in', () => {
  it.each([
    ['at a live site of the profile, not at others', withSites(own, liveSite, ownNotLive), 'canLogIn', ['Acme Help']],
    ['at no site yet, as that of the profile is not live', withSites(ownNotLive, liveSite), 'notLive', ['Acme Beta']],
    [
      'can’t be seen, if no live site names the profile',
      withSites(liveSite, siteUnderConstruction),
      'hidden',
      ['Acme Help']
    ],
    ['nowhere, if no site is live', withSites(siteUnderConstruction), 'noSite', []],
    ['can’t be seen, if sites are hidden', blind, 'hidden', []],
    ['isn’t known while sites are read', { ...readyOrg, sites: unknown('pending') }, 'pending', []]
  ] as const)('is %s', (_where, org, code, names) => {
    const access = findAccess(customerProfile, true, org);
    expect([access.code, access.sites.map((site) => site.name), access.asOf]).toEqual([code, names, null]);
    expect(access.sites.every((site) => typeof site === 'object')).toBe(true);
  });

  it('is nowhere for an inactive user, whatever the sites', () => {
    expect(findAccess(customerProfile, false, withSites(own))).toEqual({
      code: 'inactive',
      sites: [],
      asOf: null,
      mail: 'unknown',
      mayRefuse: false
    });
  });

  it('is what an administrator read, with the day, for a person who sees no sites', () => {
    expect(findAccess(inSettings, true, blind)).toMatchObject({
      code: 'canLogIn',
      sites: [{ name: 'Acme Help', loginUrl: reading.loginUrl, site: null }],
      asOf: readOn,
      mail: 'sent'
    });
    const notLive = { ...inSettings, siteReading: { ...reading, loginUrl: null } };
    expect(findAccess(notLive, true, blind)).toMatchObject({ code: 'notLive', asOf: readOn, mail: 'later' });
    const none = { ...inSettings, siteName: null };
    expect(findAccess(none, true, blind)).toMatchObject({ code: 'noSite', sites: [], asOf: readOn, mail: 'off' });
  });

  it('can’t be seen of a profile that isn’t known, while the sites of the org are told', () => {
    expect(findAccess(undefined, true, withSites(own))).toMatchObject({
      code: 'hidden',
      sites: [{ name: 'Acme Help', site: own, loginUrl: null }],
      asOf: null
    });
    expect(findAccess(undefined, true, { ...readyOrg, sites: unknown('pending') }).code).toBe('hidden');
  });
});

describe('the welcome email', () => {
  it.each([
    ['is sent by a live site of the profile', withSites({ ...own, ...silent }, own), 'sent'],
    ['is off where the live sites of the profile send none', withSites({ ...own, ...silent }), 'off'],
    [
      'isn’t known where it can’t be read of one of them',
      withSites({ ...own, ...silent }, { ...own, ...hiddenMail }),
      'unknown'
    ],
    ['is sent later by a site that isn’t live', withSites(ownNotLive), 'later'],
    ['may be sent where memberships can’t be seen', withSites(liveSite), 'maybe'],
    ['is off where no live site sends one', withSites({ ...liveSite, ...silent }), 'off'],
    ['is off where no site is live', withSites(siteUnderConstruction), 'off'],
    ['isn’t known where sites are hidden', blind, 'unknown'],
    ['isn’t known while sites are read', { ...readyOrg, sites: unknown('pending') }, 'unknown']
  ] as const)('%s', (_what, org, mail) => {
    expect(findAccess(customerProfile, true, org).mail).toBe(mail);
  });
});

it.each([
  ['a standard profile', { ...customerProfile, name: 'Customer Community User' }, true, true],
  ['a profile of its own', customerProfile, true, false],
  ['a profile that isn’t known', undefined, true, false],
  ['a standard profile that is inactive', { ...customerProfile, name: 'Customer Community User' }, false, false]
] as const)('An org may refuse a user at log-in, or not, with %s.', (_what, profile, isActive, mayRefuse) => {
  expect(findAccess(profile, isActive, readyOrg).mayRefuse).toBe(mayRefuse);
});
