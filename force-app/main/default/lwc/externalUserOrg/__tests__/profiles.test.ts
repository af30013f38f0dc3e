import { toOrgFacts } from 'c/externalUserOrg';
import { known, unknown, valueOr } from 'c/externalUserRules';
import {
  bothProfilesData,
  fieldUndefined,
  licenseResult,
  licenseResults,
  liveSiteData,
  noUserData,
  settingsData,
  usersData
} from '../../../../../test/jest/answers.ts';
import { customerProfile, partnerProfile } from '../../../../../test/jest/facts.ts';

const customer = { profile: customerProfile, userType: 'CspLitePortal', isActive: true };
const former = { ...customer, isActive: false };
const partner = { profile: partnerProfile, userType: 'PowerPartner', isActive: true };

/** Answers of an org that serves profiles and licenses, then of one that refuses both. */
const served = {
  organization: { data: noUserData },
  profiles: { data: bothProfilesData },
  licenses: { data: licenseResults(customerProfile, partnerProfile) },
  sites: { data: liveSiteData },
  settings: { data: settingsData() },
  users: {}
};
const refused = { ...served, profiles: { data: null, errors: [fieldUndefined] }, licenses: {} };
const allowedCustomer = {
  MasterLabel: 'Customer',
  Profile__c: customerProfile.name,
  License__c: 'Customer Community Login',
  Kind__c: 'customer',
  Site__c: 'Acme Help',
  Default__c: true
};

describe('the sources of profiles', () => {
  it('are first the profiles of the org and their licenses', () => {
    const facts = toOrgFacts(served);
    expect(facts.profileSource).toBe('org');
    expect(valueOr(facts.profiles, []).map(({ name, license }) => [name, license])).toEqual([
      [customerProfile.name, customerProfile.license],
      [partnerProfile.name, partnerProfile.license]
    ]);
  });

  it('give each profile of the org the site that the allow-list names', () => {
    const facts = toOrgFacts({ ...served, settings: { data: settingsData([], [allowedCustomer]) } });
    expect(valueOr(facts.profiles, []).map(({ siteName }) => siteName)).toEqual(['Acme Help', null]);
  });

  const loginUrl = 'https://acme.my.site.com/acmehelp/login';
  it.each([
    ['have a day', { Read_On__c: '2026-11-30', Login_Url__c: loginUrl, Sends_Welcome_Email__c: true }, loginUrl, true],
    ['have no URL', { Read_On__c: '2026-11-30', Login_Url__c: null, Sends_Welcome_Email__c: false }, null, false],
    ['have a URL of another kind', { Read_On__c: '2026-11-30', Login_Url__c: 'data:text/html,hello' }, null, false],
    ['have no day', { Read_On__c: null, Login_Url__c: loginUrl, Sends_Welcome_Email__c: true }, undefined, undefined]
  ])('give what was read of the site if the settings %s', (_how, fields, expectedUrl, sendsWelcomeEmail) => {
    const entry = { ...allowedCustomer, ...fields };
    const facts = toOrgFacts({ ...served, settings: { data: settingsData([], [entry]) } });
    expect(valueOr(facts.profiles, [])[0]?.siteReading).toEqual(
      expectedUrl === undefined ? null : { loginUrl: expectedUrl, sendsWelcomeEmail, readOn: '2026-11-30' }
    );
  });

  it('find the settings of a profile by its id too', () => {
    const entry = { ...allowedCustomer, Profile__c: customerProfile.id };
    const facts = toOrgFacts({ ...served, settings: { data: settingsData([], [entry]) } });
    expect(valueOr(facts.profiles, []).map(({ siteName }) => siteName)).toEqual(['Acme Help', null]);
  });

  it('count the active users of each profile where the licenses are refused', () => {
    const licenses = { data: { results: [licenseResult(customerProfile.id)] } };
    const facts = toOrgFacts({ ...served, licenses, users: { data: usersData(customer, customer, former) } });
    expect(valueOr(facts.profiles, []).map(({ activeUsers }) => activeUsers)).toEqual([known(2), known(0)]);
  });

  it('are then the allow-list, with ids from existing users, where the org refuses profiles', () => {
    const settings = { data: settingsData([], [allowedCustomer, { Profile__c: 'Nobody’s', Kind__c: 'customer' }]) };
    const facts = toOrgFacts({ ...refused, settings, users: { data: usersData(customer, former) } });
    expect(facts.profileSource).toBe('allowList');
    expect(valueOr(facts.profiles, [])).toEqual([
      expect.objectContaining({
        id: customerProfile.id,
        kind: 'customer',
        siteName: 'Acme Help',
        activeUsers: known(1),
        license: known(expect.objectContaining({ name: 'Customer Community Login', isLoginBased: true }))
      })
    ]);
  });

  it.each([
    ['customer', 'Customer Community', 'customer', false],
    ['customer', 'Customer Community Plus', 'customer', true],
    ['partner', 'Partner Community', 'partner', true]
  ])('take an allowed id without change: %s of %s', (kind, license, expected, isRoleBased) => {
    const entry = { MasterLabel: 'By id', Profile__c: '00e000010000042AAA', License__c: license, Kind__c: kind };
    const facts = toOrgFacts({
      ...refused,
      settings: { data: settingsData([], [entry]) },
      users: { data: usersData() }
    });
    expect(valueOr(facts.profiles, [])).toEqual([
      expect.objectContaining({ id: '00e000010000042AAA', name: 'By id', kind: expected, isRoleBased })
    ]);
  });

  it('are last the profiles of existing external users', () => {
    const facts = toOrgFacts({ ...refused, users: { data: usersData(customer, partner) } });
    expect(facts.profileSource).toBe('existingUsers');
    expect(valueOr(facts.profiles, []).map(({ name, license }) => [name, license])).toEqual([
      [customerProfile.name, unknown('noAccess')],
      [partnerProfile.name, unknown('noAccess')]
    ]);
  });

  it.each([
    ['no users are', { data: usersData() }],
    ['users are refused too', { data: null, errors: [fieldUndefined] }]
  ])('are unknown where %s, and the form takes an id', (_case, users) => {
    expect(toOrgFacts({ ...refused, users }).profiles).toEqual(unknown('notInOrg'));
  });

  it.each([
    ['the allow-list', { settings: {} }],
    ['the users', { users: {} }]
  ])('are pending until %s answered', (_case, missing) => {
    const facts = toOrgFacts({ ...refused, users: { data: usersData(customer) }, ...missing });
    expect(facts.profiles).toEqual(unknown('pending'));
  });
});
