import { sentenceForDay, sentenceForMail } from 'c/externalUserLabels';
import { findAccess, valueOr, type Facts, type UserDraft } from 'c/externalUserRules';

/** What mail goes out when the user is created; empty until profile and email are chosen and the sites are read. */
export function mailOf({ contact, org }: Pick<Facts, 'contact' | 'org'>, draft: UserDraft | undefined): string {
  if (draft === undefined || draft.profileId === '' || draft.email.trim() === '') {
    return '';
  }
  const profile = valueOr(org.profiles, []).find(({ id }) => id === draft.profileId);
  const access = findAccess(profile, true, org);
  const recipient = { name: contact?.name ?? '', email: draft.email.trim(), profileName: profile?.name ?? '' };
  return access.code === 'pending' ? '' : `${sentenceForMail(access, recipient)} ${sentenceForDay(access)}`.trim();
}
