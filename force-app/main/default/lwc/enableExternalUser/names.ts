import { valueOr, type ContactFacts, type ExternalProfile, type OrgFacts, type UserDraft } from 'c/externalUserRules';

/** Names for the sentences of failures; empty where they are not known. */
export function failureNames(contact: ContactFacts | undefined, org: OrgFacts, draft: UserDraft | undefined) {
  const profile = profileOf(org, draft?.profileId);
  return {
    contact: contact?.name ?? '',
    account: contact === undefined ? '' : (valueOr(contact.account, null)?.name ?? ''),
    owner: contact === undefined ? '' : (valueOr(contact.owner, null)?.name ?? ''),
    profile: profile?.name ?? '',
    license: profile === undefined ? '' : (valueOr(profile.license, null)?.name ?? ''),
    username: draft?.username ?? ''
  };
}

function profileOf(org: OrgFacts, profileId: string | undefined): ExternalProfile | undefined {
  return valueOr(org.profiles, []).find(({ id }) => id === profileId);
}
