import { known, valueOr } from './fact.ts';
import type { ContactFacts, ExternalProfile, ExternalUserKind, OrgFacts, Settings } from './facts.ts';
import { seatsLeft } from './facts.ts';
import { suggestAlias, suggestNickname, suggestUsername } from './names.ts';
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
    profileId: defaultProfileId(org, kind),
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

/**
 * The profile that the settings name, even if it has no seat left, because another license must not be chosen silently.
 * Otherwise the first profile with a seat on the allow-list, which an administrator ordered, or the only profile with a
 * seat that isn't a standard one. Empty if there is no such profile.
 */
export function defaultProfileId(org: OrgFacts, kind: ExternalUserKind): string {
  const profiles = profilesOfKind(org, kind);
  const name = valueOr(org.settings, defaultSettings).defaultProfile[kind];
  const usable = profiles.filter(
    // By default an org refuses new users with a standard profile, so the form doesn't suggest one.
    ({ license, isStandard }) =>
      !isStandard && (license.kind === 'unknown' || valueOr(seatsLeft(license.value), null) !== 0)
  );
  const fallback = org.profileSource === 'allowList' || usable.length === 1 ? usable[0] : undefined;
  return (profiles.find((profile) => profile.name === name) ?? fallback)?.id ?? '';
}
