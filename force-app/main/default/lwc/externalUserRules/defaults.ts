import { known, unknown, valueOr } from './fact.ts';
import type { ContactFacts, ExternalProfile, ExternalUserKind, OrgFacts, Settings } from './facts.ts';
import { seatsLeft } from './facts.ts';
import { suggestAlias, suggestNickname, suggestUsername } from './names.ts';
import { oncePerOrg } from './oncePerOrg.ts';
import type { UserDraft } from './userDraft.ts';

/** The settings of an org without a record of External_User_Setting__mdt. */
export const defaultSettings: Settings = {
  usernamePattern: '{email}',
  usernameSuffix: '',
  nicknamePattern: '{local}',
  defaultKind: 'customer',
  defaultProfile: { customer: null, partner: null },
  localePolicy: 'organization'
};

/** The org with other settings, for one plan only. */
export function withSettings(org: OrgFacts, changes: Partial<Settings>): OrgFacts {
  return { ...org, settings: known({ ...valueOr(org.settings, defaultSettings), ...changes }) };
}

/**
 * The kinds of user that the running user may create for this contact, not looking at profiles. Help, External User
 * Licenses: a person account needs a customer license, and can't have a partner license.
 */
export function kindsAllowed({ runningUser }: OrgFacts, contact?: ContactFacts): readonly ExternalUserKind[] {
  return runningUser.managesExternalUsers && !(contact && valueOr(contact.isPersonAccount, false))
    ? ['customer', 'partner']
    : ['customer'];
}

/** The allowed kinds that have a profile; all allowed kinds if the profiles are not known. */
export function kindsOffered(org: OrgFacts, contact?: ContactFacts): readonly ExternalUserKind[] {
  const { profiles } = org;
  const kinds = kindsAllowed(org, contact);
  return profiles.kind === 'unknown'
    ? kinds
    : kinds.filter((kind) => profiles.value.some((profile) => profile.kind === kind));
}

/**
 * The profiles that a form offers, the org's own first. By default an org refuses a standard one for new users [F-011], so it is
 * offered only if the settings name it, or if there is no other.
 */
export function profilesOfKind(org: OrgFacts, kind: ExternalUserKind): readonly ExternalProfile[] {
  return profilesByKind(org)[kind];
}

const profilesByKind = oncePerOrg((org) => ({
  customer: profilesOf(org, 'customer'),
  partner: profilesOf(org, 'partner')
}));

function profilesOf(org: OrgFacts, kind: ExternalUserKind): readonly ExternalProfile[] {
  const ofKind = valueOr(org.profiles, []).filter((profile) => profile.kind === kind);
  const own = ofKind.filter(({ isStandard }) => !isStandard);
  const standard = ofKind.filter(({ isStandard }) => isStandard);
  return [...own, ...standard.filter((profile) => own.length === 0 || isInSettings(profile, org))];
}

/** Profiles of another source than the org's list are on the allow-list, or have users. */
function isInSettings({ name, kind, siteName, siteReading }: ExternalProfile, org: OrgFacts): boolean {
  const defaultName = valueOr(org.settings, defaultSettings).defaultProfile[kind];
  return org.profileSource !== 'org' || siteName !== null || siteReading !== null || name === defaultName;
}

/** The draft with which the form opens: names and email of the contact, the rest from the settings and the org. */
export function defaultDraft(contact: ContactFacts, org: OrgFacts): UserDraft {
  const settings = valueOr(org.settings, defaultSettings);
  const kinds = kindsOffered(org, contact);
  const kind = kinds.find((offered) => offered === settings.defaultKind) ?? kinds[0] ?? 'customer';
  const { timeZone, locale, language } = org.defaults;
  return {
    kind,
    profileId: defaultProfileId(org, kind, contact),
    username: suggestUsername(contact, settings),
    email: contact.email ?? '',
    alias: suggestAlias(contact),
    nickname: suggestNickname(contact, settings),
    firstName: contact.firstName ?? '',
    lastName: contact.lastName,
    timeZone: timeZone ?? '',
    locale: locale ?? '',
    language: language ?? '',
    emailEncoding: 'UTF-8',
    portalRole: '',
    permissionSetIds: []
  };
}

/** The profile with which the form opens. `account`: most users of the contact's account have it, so that it is only a suggestion. */
export interface SuggestedProfile {
  readonly id: string;
  readonly from: 'settings' | 'account';
}

/**
 * The profile that the settings name, even if it has no seat left, because another license must not be chosen silently.
 * Otherwise the first profile with a seat on the allow-list, which an administrator ordered, or the only profile with a
 * seat that isn't a standard one, or the one that most users of the account have. Undefined if there is no such profile.
 */
export function suggestProfile(
  org: OrgFacts,
  kind: ExternalUserKind,
  contact?: ContactFacts
): SuggestedProfile | undefined {
  const profiles = profilesOfKind(org, kind);
  const name = valueOr(org.settings, defaultSettings).defaultProfile[kind];
  const usable = profiles.filter(isUsable);
  const only = org.profileSource === 'allowList' || usable.length === 1 ? usable[0] : undefined;
  const bySettings = profiles.find((profile) => profile.name === name) ?? only;
  if (bySettings !== undefined) {
    return { id: bySettings.id, from: 'settings' };
  }
  const ofAccount = mostUsed(profiles, valueOr(contact?.usersByProfile ?? unknown('pending'), new Map()));
  return ofAccount === undefined || !isUsable(ofAccount) ? undefined : { id: ofAccount.id, from: 'account' };
}

/** The id of the profile with which the form opens; empty if none is suggested. */
export function defaultProfileId(org: OrgFacts, kind: ExternalUserKind, contact?: ContactFacts): string {
  return suggestProfile(org, kind, contact)?.id ?? '';
}

/** By default an org refuses new users with a standard profile, so the form doesn't suggest one. */
function isUsable({ license, isStandard }: ExternalProfile): boolean {
  return !isStandard && (license.kind === 'unknown' || valueOr(seatsLeft(license.value), null) !== 0);
}

/** Undefined if no user has one of the profiles, or if two of them have as many users. */
function mostUsed(
  profiles: readonly ExternalProfile[],
  usersByProfile: ReadonlyMap<string, number>
): ExternalProfile | undefined {
  const users = (profile: ExternalProfile | undefined): number => usersByProfile.get(profile?.id ?? '') ?? 0;
  const [first, second] = [...profiles].sort((one, other) => users(other) - users(one));
  return users(first) > users(second) ? first : undefined;
}
