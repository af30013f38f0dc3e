import {
  explainFailure,
  findAccess,
  type Access,
  type Check,
  type FailureCode,
  type Finding
} from 'c/externalUserRules';
import type { LocalOrg } from 'sfdx-local-org';
import type { Form } from './screens.ts';

/** What the records of a local org say, past the permissions of the person who reads a screen. */

export type StoredRecord = ReturnType<LocalOrg['org']['all']>[number];

export function recordsOf({ org }: Pick<LocalOrg, 'org'>, name: string): readonly StoredRecord[] {
  const object = org.schema.object(name);
  return object === undefined ? [] : org.all(object);
}

/** Whether a finding that names a fact of a contact or its org is so. */
export function isSo(localOrg: LocalOrg, { code, words }: Finding, contactId: string): boolean {
  const { contact, account, owner } = recordsAround(localOrg, contactId);
  const user = recordsOf(localOrg, 'User').find(({ ContactId }) => ContactId === contactId);
  const sites = recordsOf(localOrg, 'Network');
  const live = sites.filter(isLive);
  const names = (words[0] ?? '').split(', ');
  const areAll = (records: readonly StoredRecord[]): boolean =>
    names.every((name) => records.some(({ Name }) => Name === name));
  switch (code) {
    case 'noUserYet':
      return user === undefined;
    case 'userActive':
    case 'userInactive':
      return user?.['Username'] === words[1] && user?.['IsActive'] === (code === 'userActive');
    case 'accountPresent':
      return account?.['Name'] === words[0];
    case 'accountMissing':
      return account === undefined;
    case 'ownerReady':
      return owner?.['IsActive'] === true && owner['UserRoleId'] !== null;
    case 'ownerInactive':
      return owner?.['IsActive'] === false;
    case 'ownerWithoutRole':
      return owner?.['UserRoleId'] === null;
    case 'emailPresent':
      return contact?.['Email'] === words[0];
    case 'emailMissing':
      return contact?.['Email'] === null;
    case 'siteLive':
    case 'siteRegisters':
    case 'siteBySettings':
      return areAll(live);
    case 'siteNotLive':
      return live.length === 0 && areAll(sites);
    case 'siteMissing':
      return sites.length === 0;
    case 'mailSent':
    case 'mailBySettings':
      return areAll(live.filter(sendsMail));
    case 'mailOff':
    case 'mailOffBySettings':
      return !live.some(sendsMail);
    case 'seatsTaken':
      return recordsOf(localOrg, 'UserLicense')
        .filter(({ Name }) => names.includes(String(Name)))
        .every(({ TotalLicenses, UsedLicenses }) => Number(UsedLicenses) >= Number(TotalLicenses));
    default:
      return true;
  }
}

/** The check that explains a refusal. */
const CHECK_OF_FAILURE: Readonly<Partial<Record<FailureCode, Check>>> = {
  noAccess: 'permission',
  userExists: 'user',
  contactMissing: 'account',
  ownerWithoutRole: 'owner',
  ownerInactive: 'owner',
  ownerExternal: 'owner',
  licenseLimit: 'seats',
  profileNotExternal: 'standardProfile',
  duplicateUsername: 'username'
};

/** Empty if one of the findings foretold the refusal, by a blocker, a warning, or a fact that the person can't see. */
export function unforeseen(refusal: unknown, findings: readonly Finding[]): string {
  const { code, message } = explainFailure(refusal);
  const check = CHECK_OF_FAILURE[code];
  // No component can read groups of delegated administration [F-137].
  if (message.startsWith('insufficient access rights on cross-reference id')) return '';
  const isForetold = findings.some((finding) => {
    // The org alone knows the usernames of other orgs, and the sentence of the free one says so.
    return finding.check === check && (finding.status !== 'pass' || check === 'username');
  });
  return isForetold ? '' : `nothing foretold ${code}, “${message}”`;
}

/** What the screens said of a new user's access that is not so. */
export function untrueOfAccess(
  localOrg: LocalOrg,
  { contact, profile, org }: Form,
  notes: readonly Finding[]
): readonly string[] {
  const user = recordsOf(localOrg, 'User').find(({ ContactId }) => ContactId === contact.id);
  const joined = recordsOf(localOrg, 'NetworkMember')
    .filter(({ MemberId }) => MemberId === user?.Id)
    .map(({ NetworkId }) => NetworkId);
  const sites = recordsOf(localOrg, 'Network').filter(({ Id }) => joined.includes(Id));
  const open = sites
    .filter((site) => isLive(site) && localOrg.org.siteLogin.mayLogIn(site.Id, user?.Id ?? ''))
    .map(({ Name }) => String(Name));
  const access = findAccess(profile, true, org);
  const named = access.sites.map(({ name }) => name);
  const mails = localOrg.outbox.filter(({ userId }) => userId === user?.Id);
  const membership = notes.find(({ check }) => check === 'membership');
  return [
    canLogIn(access, named, open)
      ? ''
      : `it says ${access.code} ${named.join()}, and the user can log in to ${open.join()}`,
    isMailSo(access, mails.length, localOrg.name)
      ? ''
      : `it says of the mail ${access.mail}, and ${String(mails.length)} were sent`,
    (membership?.status === 'pass') === (access.code === 'canLogIn')
      ? ''
      : `the form says ${membership?.code ?? ''}, and the last screen ${access.code}`
  ].filter((words) => words !== '');
}

function canLogIn({ code, mayRefuse }: Access, named: readonly string[], open: readonly string[]): boolean {
  switch (code) {
    case 'canLogIn':
      return mayRefuse || (named.length > 0 && named.every((name) => open.includes(name)));
    case 'notLive':
    case 'noSite':
      return open.length === 0;
    // A screen may say less than there is.
    case 'hidden':
      return true;
    case 'inactive':
    case 'pending':
      return false;
  }
}

/** A screen says what a site is set to send; no API tells it whether the sender's domain is verified [F-151]. */
function isMailSo({ mail }: Access, sent: number, org: string): boolean {
  switch (mail) {
    case 'sent':
      return sent > 0 || org === 'sender-unverified';
    case 'later':
    case 'off':
      return sent === 0;
    case 'maybe':
    case 'unknown':
      return true;
  }
}

function recordsAround(localOrg: LocalOrg, contactId: string) {
  const contact = localOrg.org.find(contactId);
  const account = referenced(localOrg, contact?.['AccountId']);
  return { contact, account, owner: referenced(localOrg, account?.['OwnerId']) };
}

function referenced({ org }: LocalOrg, id: unknown): StoredRecord | undefined {
  return typeof id === 'string' ? org.find(id) : undefined;
}

function isLive({ Status }: StoredRecord): boolean {
  return Status === 'Live';
}

function sendsMail({ OptionsSendWelcomeEmail }: StoredRecord): boolean {
  return OptionsSendWelcomeEmail === true;
}
