import {
  defaultSettings,
  known,
  unknown,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type Fact,
  type License,
  type NamesInUse,
  type OrgFacts,
  type Site,
  type TakenNames,
  type UserDraft
} from 'c/externalUserRules';

/** Facts of an org without blockers; each test changes the fact that it tests. */

export const account = { id: '001000010000001AAA', name: 'Northwind Ångström AB' };

export const owner = {
  id: '005000010000004AAA',
  name: 'Freja Lindqvist',
  isActive: known(true),
  roleId: known('00E000010000003EAA'),
  userType: known('Standard')
};

export const readyContact: ContactFacts = {
  id: '003000010000001AAA',
  name: 'Amélie Dubois',
  firstName: 'Amélie',
  lastName: 'Dubois',
  email: 'Amelie.Dubois@northwind.example',
  account: known(account),
  owner: known(owner),
  isPartnerAccount: known(true),
  isPersonAccount: unknown('notInOrg'),
  refusesProcessing: known(false),
  asksToBeForgotten: known(false)
};

export const customerLicense: License = {
  id: '100000010000002AAA',
  name: 'Customer Community',
  total: known(20),
  used: known(3),
  isLoginBased: false
};

export const fullLicense: License = { ...customerLicense, used: known(20) };

export const loginLicense: License = {
  id: '100000010000004AAA',
  name: 'Customer Community Login',
  total: unknown('noAccess'),
  used: unknown('noAccess'),
  isLoginBased: true
};

export const partnerLicense: License = {
  id: '100000010000005AAA',
  name: 'Partner Community',
  total: known(5),
  used: known(1),
  isLoginBased: false
};

export const customerProfile: ExternalProfile = {
  id: '00e000010000008AAA',
  name: 'Acme Customer',
  kind: 'customer',
  license: known(customerLicense),
  isRoleBased: false,
  isStandard: false,
  activeUsers: known(3),
  siteName: null,
  siteReading: null
};

export const partnerProfile: ExternalProfile = {
  id: '00e00001000000AAAQ',
  name: 'Acme Partner',
  kind: 'partner',
  license: known(partnerLicense),
  isRoleBased: true,
  isStandard: false,
  activeUsers: known(1),
  siteName: null,
  siteReading: null
};

export const liveSite: Site = {
  id: '0DB000010000001GAA',
  name: 'Acme Help',
  isLive: true,
  urlPathPrefix: 'acmehelp',
  sendsWelcomeEmail: known(true),
  selfRegistrationProfileId: null,
  hasSelfRegistration: false
};

export const siteUnderConstruction: Site = {
  id: '0DB000010000003GAA',
  name: 'Acme Beta',
  isLive: false,
  urlPathPrefix: 'acmebeta',
  sendsWelcomeEmail: known(true),
  selfRegistrationProfileId: null,
  hasSelfRegistration: false
};

export const inactiveUser: ExistingUser = {
  id: '005000010000009AAA',
  name: 'Amélie Dubois',
  username: 'amelie@old.example',
  email: 'amelie@old.example',
  isActive: false,
  lastLogin: '2026-03-01T08:30:00.000Z',
  profileId: customerProfile.id,
  profileName: customerProfile.name
};

export const readyOrg: OrgFacts = {
  runningUser: {
    managesExternalUsers: true,
    managesCustomerUsers: false,
    viewsSetup: true,
    viewsAllUsers: true,
    viewsAllProfiles: true,
    seesAllSites: true
  },
  profiles: known([customerProfile, partnerProfile]),
  profileSource: 'org',
  sites: known([liveSite]),
  settings: known(defaultSettings),
  defaults: { id: '00D000010000001EAA', timeZone: 'Europe/Stockholm', locale: 'en_US', language: 'en_US' }
};

export const readyDraft: UserDraft = {
  kind: 'customer',
  profileId: customerProfile.id,
  username: 'amelie.dubois@northwind.example',
  email: 'amelie.dubois@northwind.example',
  alias: 'adubo',
  nickname: 'amelie.dubois',
  firstName: 'Amélie',
  lastName: 'Dubois',
  timeZone: 'Europe/Stockholm',
  locale: 'en_US',
  language: 'en_US',
  emailEncoding: 'UTF-8',
  portalRole: '',
  permissionSetIds: []
};

/** No user has a name similar to the draft's. */
export const namesFree: NamesInUse = { usernames: taken(), nicknames: taken() };

/** Names that users have whom nobody can see. */
export function taken(...names: readonly string[]): Fact<TakenNames> {
  return known(new Map(names.map((name) => [name.toLowerCase(), { kind: 'hidden' }])));
}
