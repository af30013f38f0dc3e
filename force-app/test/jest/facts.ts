import {
  known,
  unknown,
  type ContactFacts,
  type ExternalProfile,
  type License,
  type OrgFacts
} from 'c/externalUserRules';
import type { Site, UserDraft } from 'c/externalUserRules';

/** Facts of an org in which nothing stands in the way; a test changes the one it is about. */

export const account = { id: '001000010000001AAA', name: 'Northwind Ångström AB' };

export const owner = {
  id: '005000010000004AAA',
  name: 'Freja Lindqvist',
  isActive: known(true),
  roleId: known('00E000010000003EAA')
};

export const readyContact: ContactFacts = {
  id: '003000010000001AAA',
  name: 'Amélie Dubois',
  firstName: 'Amélie',
  lastName: 'Dubois',
  email: 'Amelie.Dubois@northwind.example',
  account: known(account),
  owner: known(owner),
  isPartnerAccount: known(true)
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
  license: known(customerLicense)
};

export const partnerProfile: ExternalProfile = {
  id: '00e00001000000AAAQ',
  name: 'Acme Partner',
  kind: 'partner',
  license: known(partnerLicense)
};

export const liveSite: Site = {
  id: '0DB000010000001GAA',
  name: 'Acme Help',
  isLive: true,
  urlPathPrefix: 'acmehelp',
  sendsWelcomeEmail: known(true)
};

export const siteUnderConstruction: Site = {
  id: '0DB000010000003GAA',
  name: 'Acme Beta',
  isLive: false,
  urlPathPrefix: 'acmebeta',
  sendsWelcomeEmail: known(true)
};

export const inactiveUser = {
  id: '005000010000009AAA',
  name: 'Amélie Dubois',
  username: 'amelie@old.example',
  isActive: false,
  profileId: customerProfile.id,
  profileName: customerProfile.name
};

export const readyOrg: OrgFacts = {
  runningUser: { managesExternalUsers: true, managesCustomerUsers: false },
  existingUser: known(null),
  profiles: known([customerProfile, partnerProfile]),
  sites: known([liveSite])
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
  emailEncoding: 'UTF-8'
};
