import { valueOr } from './fact.ts';
import type { ContactFacts, ExternalProfile, ExternalUserKind, OrgDefaults, OrgFacts } from './facts.ts';
import { seatsLeft } from './facts.ts';
import { suggestAlias, suggestNickname, suggestUsername } from './names.ts';
import type { UserDraft } from './userDraft.ts';

/** Which kinds this person can make here; both when the profiles are not known. */
export function kindsOffered({ runningUser, profiles }: OrgFacts): readonly ExternalUserKind[] {
  const kinds: ExternalUserKind[] = runningUser.managesExternalUsers ? ['customer', 'partner'] : ['customer'];
  return profiles.kind === 'unknown'
    ? kinds
    : kinds.filter((kind) => profiles.value.some((profile) => profile.kind === kind));
}

export function profilesOfKind({ profiles }: OrgFacts, kind: ExternalUserKind): readonly ExternalProfile[] {
  return valueOr(profiles, []).filter((profile) => profile.kind === kind);
}

/**
 * The form as it opens: names and email of the contact, locale of the org. The profile is preset only when exactly one
 * has a seat, since a wrong licence is a costly default.
 */
export function defaultDraft(contact: ContactFacts, org: OrgFacts, defaults: OrgDefaults): UserDraft {
  const kind = kindsOffered(org)[0] ?? 'customer';
  return {
    kind,
    profileId: onlyProfileId(profilesOfKind(org, kind)),
    username: suggestUsername(contact),
    email: contact.email ?? '',
    alias: suggestAlias(contact),
    nickname: suggestNickname(contact),
    firstName: contact.firstName ?? '',
    lastName: contact.lastName,
    timeZone: defaults.timeZone ?? '',
    locale: defaults.locale ?? '',
    language: defaults.language ?? '',
    emailEncoding: 'UTF-8'
  };
}

function onlyProfileId(profiles: readonly ExternalProfile[]): string {
  const usable = profiles.filter(
    ({ license }) => license.kind === 'unknown' || valueOr(seatsLeft(license.value), null) !== 0
  );
  return usable.length === 1 ? (usable[0]?.id ?? '') : '';
}
