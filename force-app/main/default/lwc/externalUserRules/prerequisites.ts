import type { Fact } from './fact.ts';
import {
  seatsLeft,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type OrgFacts,
  type RecordReference,
  type RunningUser,
  type Site
} from './facts.ts';

export type FindingStatus = 'pass' | 'warning' | 'blocked' | 'unknown';

export type FindingCode =
  | 'permissionHeld'
  | 'permissionCustomersOnly'
  | 'permissionMissing'
  | 'noUserYet'
  | 'userActive'
  | 'userInactive'
  | 'userHidden'
  | 'accountPresent'
  | 'accountMissing'
  | 'accountHidden'
  | 'ownerReady'
  | 'ownerInactive'
  | 'ownerWithoutRole'
  | 'ownerRoleHidden'
  | 'emailPresent'
  | 'emailMissing'
  | 'partnerAccount'
  | 'partnerAccountNotEnabled'
  | 'partnerAccountsOff'
  | 'siteLive'
  | 'siteNotLive'
  | 'siteMissing'
  | 'sitesHidden'
  | 'profilesFound'
  | 'profileMissing'
  | 'profilesHidden'
  | 'seatsFree'
  | 'seatsTaken'
  | 'seatsHidden';

/** What can be done about it, here or on the page of `record`. */
export type Fix = 'editContact' | 'openAccount' | 'openOwner' | 'openUser' | 'enablePartnerAccount' | null;

/** One prerequisite and how it stands. `words` fill the sentence's places, in order. */
export interface Finding {
  readonly code: FindingCode;
  readonly status: FindingStatus;
  readonly record: RecordReference | null;
  readonly words: readonly string[];
  readonly fix: Fix;
}

interface Details {
  readonly record?: RecordReference;
  readonly words?: readonly string[];
  readonly fix?: Fix;
}

export function finding(code: FindingCode, status: FindingStatus, details: Details = {}): Finding {
  return { code, status, record: details.record ?? null, words: details.words ?? [], fix: details.fix ?? null };
}

/**
 * Every prerequisite that holds for both kinds of external user, in the order in which a person would clear them.
 * What has not been answered yet is left out, so that a list can fill while answers arrive.
 */
export function findPrerequisites(contact: ContactFacts, org: OrgFacts): readonly Finding[] {
  return [
    permission(org.runningUser),
    existingUser(org.existingUser),
    account(contact),
    owner(contact),
    email(contact),
    partnerAccount(contact),
    profiles(org.profiles),
    seats(org.profiles),
    site(org.sites)
  ].filter((found) => found !== null);
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ status }) => status === 'blocked');
}

/** Object reference, User: creating external users needs Manage External Users, or Manage Customer Users for customers. */
function permission({ managesExternalUsers, managesCustomerUsers }: RunningUser): Finding {
  if (managesExternalUsers) {
    return finding('permissionHeld', 'pass');
  }
  return managesCustomerUsers ? finding('permissionCustomersOnly', 'warning') : finding('permissionMissing', 'blocked');
}

/** API status code PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT: a contact has one user, active or not. */
function existingUser(user: Fact<ExistingUser | null>): Finding | null {
  if (user.kind === 'unknown') {
    return user.reason === 'pending' ? null : finding('userHidden', 'unknown');
  }
  if (user.value === null) {
    return finding('noUserYet', 'pass');
  }
  const { id, name, username, isActive } = user.value;
  return finding(isActive ? 'userActive' : 'userInactive', 'blocked', {
    record: { id, name },
    words: [name, username],
    fix: 'openUser'
  });
}

/** Object reference, User.ContactId: "The contact must have a value in the AccountId field or an error occurs." */
function account({ id, name, account: fact }: ContactFacts): Finding {
  if (fact.kind === 'unknown') {
    return finding('accountHidden', 'unknown', { words: [name] });
  }
  return fact.value === null
    ? finding('accountMissing', 'blocked', { record: { id, name }, words: [name], fix: 'editContact' })
    : finding('accountPresent', 'pass', { record: fact.value, words: [fact.value.name] });
}

/** Help, Create Partner Users: the account must have an account owner that is assigned a role. */
function owner({ owner: fact, account: accountFact }: ContactFacts): Finding | null {
  if (accountFact.kind === 'unknown' || accountFact.value === null) {
    return null;
  }
  const accountName = accountFact.value.name;
  if (fact.kind === 'unknown') {
    return finding('ownerRoleHidden', 'unknown', {
      record: accountFact.value,
      words: [accountName],
      fix: 'openAccount'
    });
  }
  const { id, name, isActive, roleId } = fact.value;
  const details: Details = { record: { id, name }, words: [name, accountName], fix: 'openOwner' };
  if (isActive.kind === 'known' && !isActive.value) {
    return finding('ownerInactive', 'blocked', { ...details, record: accountFact.value, fix: 'openAccount' });
  }
  if (roleId.kind === 'unknown') {
    return finding('ownerRoleHidden', 'unknown', { ...details, words: [accountName], fix: null });
  }
  return roleId.value === null
    ? finding('ownerWithoutRole', 'blocked', details)
    : finding('ownerReady', 'pass', { ...details, fix: null });
}

/** The user needs an email; the contact's is only its default, so a missing one can still be typed in. */
function email({ id, name, email: address }: ContactFacts): Finding {
  return address === null
    ? finding('emailMissing', 'warning', { record: { id, name }, words: [name], fix: 'editContact' })
    : finding('emailPresent', 'pass', { words: [address] });
}

/** Account.IsPartner exists only where partner accounts are enabled; its absence is the answer. */
function partnerAccount({ account: fact, isPartnerAccount }: ContactFacts): Finding | null {
  if (fact.kind === 'unknown' || fact.value === null) {
    return null;
  }
  const details: Details = { record: fact.value, words: [fact.value.name] };
  if (isPartnerAccount.kind === 'unknown') {
    return isPartnerAccount.reason === 'pending' ? null : finding('partnerAccountsOff', 'unknown', details);
  }
  return isPartnerAccount.value
    ? finding('partnerAccount', 'pass', details)
    : finding('partnerAccountNotEnabled', 'warning', { ...details, fix: 'enablePartnerAccount' });
}

function profiles(fact: Fact<readonly ExternalProfile[]>): Finding | null {
  if (fact.kind === 'unknown') {
    return fact.reason === 'pending' ? null : finding('profilesHidden', 'unknown');
  }
  return fact.value.length === 0
    ? finding('profileMissing', 'blocked')
    : finding('profilesFound', 'pass', { words: [String(fact.value.length)] });
}

/** Object reference, User: "If you attempt to exceed … the create request is rejected" (LICENSE_LIMIT_EXCEEDED). */
function seats(fact: Fact<readonly ExternalProfile[]>): Finding | null {
  if (fact.kind === 'unknown') {
    return fact.reason === 'pending' ? null : finding('seatsHidden', 'unknown');
  }
  if (fact.value.length === 0 || fact.value.some(({ license }) => isPending(license))) {
    return null;
  }
  const licenses = fact.value.flatMap(({ license }) => (license.kind === 'known' ? license.value : []));
  const counted = licenses.map((license) => ({ license, left: seatsLeft(license) }));
  const free = counted.filter(({ license, left }) => (left.kind === 'known' ? left.value > 0 : license.isLoginBased));
  if (free.length > 0) {
    return finding('seatsFree', 'pass', { words: [namesOf(free.map(({ license }) => license))] });
  }
  return counted.length === fact.value.length && counted.every(({ left }) => left.kind === 'known')
    ? finding('seatsTaken', 'blocked', { words: [namesOf(licenses)] })
    : finding('seatsHidden', 'unknown');
}

function isPending(fact: Fact<unknown>): boolean {
  return fact.kind === 'unknown' && fact.reason === 'pending';
}

function namesOf(records: readonly RecordReference[]): string {
  return [...new Set(records.map(({ name }) => name))].join(', ');
}

/** A user can be created before a site is live, but cannot log in and gets no welcome mail until then. */
function site(fact: Fact<readonly Site[]>): Finding | null {
  if (fact.kind === 'unknown') {
    return fact.reason === 'pending' ? null : finding('sitesHidden', 'unknown');
  }
  const live = fact.value.filter(({ isLive }) => isLive);
  if (live.length > 0) {
    return finding('siteLive', 'pass', { words: [namesOf(live)] });
  }
  return fact.value.length === 0
    ? finding('siteMissing', 'warning')
    : finding('siteNotLive', 'warning', { words: [namesOf(fact.value)] });
}
