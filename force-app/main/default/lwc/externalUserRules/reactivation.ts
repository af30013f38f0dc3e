import { findPermission, findSeats } from './choiceFindings.ts';
import { unknown, valueOr } from './fact.ts';
import { kindOfUserType, type ContactFacts, type ExistingUser, type ExternalUserKind, type OrgFacts } from './facts.ts';
import { isBlocked, type Check, type Finding, type FindingStatus } from './finding.ts';
import { findPrerequisites } from './prerequisites.ts';

/** Prerequisites that hold for a user who becomes active again, as for a new one. */
const PREREQUISITES: readonly Check[] = ['permission', 'account', 'owner'];

/** What the rules need to know of the user that becomes active again. */
export type InactiveUser = Pick<ExistingUser, 'profileId' | 'userType'>;

/** What matters for making a user active again: blockers, and facts that can't be read. */
export interface ReactivationFindings {
  readonly blockers: readonly Finding[];
  readonly remarks: readonly Finding[];
}

/**
 * Checks whether the contact's inactive user can be made active again. The org asks for permission, owner, role and seat
 * then, too (Salesforce Help, "Create Partner Users" [F-003] [F-005]; Object Reference, "User", Username [F-071]). The
 * contact is undefined until it is read.
 */
export function findReactivationFindings(
  contact: ContactFacts | undefined,
  user: InactiveUser,
  org: OrgFacts
): ReactivationFindings {
  const prerequisites = findPrerequisites({ contact, user: unknown('notInOrg'), org });
  const profile = valueOr(org.profiles, []).find(({ id }) => id === user.profileId);
  const kind = kindOf(user) ?? profile?.kind;
  // An external owner stands in the way of partner accounts only.
  const ofOwner: readonly FindingStatus[] = kind === 'partner' ? ['warning', 'unknown'] : ['unknown'];
  const ofUser = [
    kind === undefined ? null : findPermission(kind, org),
    profile === undefined ? null : findSeats(profile, org)
  ].filter((found) => found !== null);
  const needed = prerequisites.filter(({ check }) => PREREQUISITES.includes(check));
  return {
    blockers: [...needed, ...ofUser].filter((found) => isBlocked([found])),
    remarks: prerequisites.filter(
      ({ check, status }) =>
        (check === 'account' && status === 'warning') || (check === 'owner' && ofOwner.includes(status))
    )
  };
}

/** The user says its own kind, also where its profile can't be read. */
function kindOf({ userType }: InactiveUser): ExternalUserKind | null {
  return kindOfUserType(userType ?? '');
}
