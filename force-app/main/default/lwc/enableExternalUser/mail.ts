import { sentenceForDay, sentenceForMail } from 'c/externalUserLabels';
import { findAccess, valueOr, type OrgFacts, type UserDraft } from 'c/externalUserRules';

/** What mail goes out when the user is created; empty until profile and email are chosen and the sites are read. */
export function mailOf(org: OrgFacts, draft: UserDraft | undefined): string {
  if (draft === undefined || draft.profileId === '' || draft.email.trim() === '') {
    return '';
  }
  const profile = valueOr(org.profiles, []).find(({ id }) => id === draft.profileId);
  const access = findAccess(profile, true, org);
  // Short, because the footer has two lines on a narrow screen, and the form shows the recipient.
  return access.code === 'pending' ? '' : `${sentenceForMail(access)} ${sentenceForDay(access)}`.trim();
}
