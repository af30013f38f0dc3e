import { known, valueOr } from './fact.ts';
import type { ContactFacts, ExternalProfile, ExternalUserKind, OrgFacts, Settings } from './facts.ts';
import { seatsLeft } from './facts.ts';
import { suggestAlias, suggestNickname, suggestUsername } from './names.ts';
import type { UserDraft } from './userDraft.ts';

/** What holds without any External_User_Setting__mdt. */
export const defaultSettings: Settings = {
  usernamePattern: '{email}',
  usernameSuffix: '',
  nicknamePattern: '{local}',
  defaultKind: 'customer',
  defaultProfile: { customer: null, partner: null },
  localePolicy: 'organization'
};

/** The org with settings that hold for one plan. */
export function withSettings(org: OrgFacts, changes: Partial<Settings>): OrgFacts {
  return { ...org, settings: known({ ...valueOr(org.settings, defaultSettings), ...changes }) };
}

/**
 * The kinds that this person may make of this contact, whatever the profiles. Help, External User Licenses: a person
 * account takes a customer licence, never a partner one.
 */
export function kindsAllowed({ runningUser }: OrgFacts, contact?: ContactFacts): readonly ExternalUserKind[] {
  return runningUser.managesExternalUsers && !(contact && valueOr(contact.isPersonAccount, false))
    ? ['customer', 'partner']
    : ['customer'];
}

/** Which kinds this person can make here; all that are allowed when the profiles are not known. */
export function kindsOffered(org: OrgFacts, contact?: ContactFacts): readonly ExternalUserKind[] {
  const { profiles } = org;
  const kinds = kindsAllowed(org, contact);
  return profiles.kind === 'unknown'
    ? kinds
    : kinds.filter((kind) => profiles.value.some((profile) => profile.kind === kind));
}

export function profilesOfKind({ profiles }: OrgFacts, kind: ExternalUserKind): readonly ExternalProfile[] {
  return valueOr(profiles, []).filter((profile) => profile.kind === kind);
}

/** The form as it opens: names and email of the contact, the rest as the settings and the org say. */
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
 * The profile that the settings name, seat or not: another licence is nothing to choose in silence. Else the first one
 * with a seat on the allow-list, which an administrator put in order, or the only one with a seat that isn't Salesforce's
 * own. Empty for none.
 */
export function defaultProfileId(org: OrgFacts, kind: ExternalUserKind): string {
  const profiles = profilesOfKind(org, kind);
  const name = valueOr(org.settings, defaultSettings).defaultProfile[kind];
  const usable = profiles.filter(
    // An org refuses Salesforce's own profiles for new users by default, so they are nothing to open with.
    ({ license, isStandard }) =>
      !isStandard && (license.kind === 'unknown' || valueOr(seatsLeft(license.value), null) !== 0)
  );
  const fallback = org.profileSource === 'allowList' || usable.length === 1 ? usable[0] : undefined;
  return (profiles.find((profile) => profile.name === name) ?? fallback)?.id ?? '';
}
