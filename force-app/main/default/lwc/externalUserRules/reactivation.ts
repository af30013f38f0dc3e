import { findChoiceFindings } from './choiceFindings.ts';
import { defaultDraft } from './defaults.ts';
import { unknown, valueOr } from './fact.ts';
import type { ContactFacts, ExistingUser, OrgFacts } from './facts.ts';
import type { Check, Finding, FindingStatus } from './finding.ts';
import { findPrerequisites } from './prerequisites.ts';

/** Prerequisites that hold for a user who becomes active again, as for a new one. */
const PREREQUISITES: readonly Check[] = ['permission', 'account', 'owner'];
const REMARKED: readonly Check[] = ['account', 'owner'];
const CHOICES: readonly Check[] = ['permission', 'seats'];
const NAMES = { usernames: unknown('notInOrg'), nicknames: unknown('notInOrg') };

/** Those of the contact's prerequisites that stand in the way of making its inactive user active again. */
export function blockersOfReactivation(prerequisites: readonly Finding[]): readonly Finding[] {
  return prerequisites.filter(({ check, status }) => status === 'blocked' && PREREQUISITES.includes(check));
}

/** What matters for making a user active again: blockers, and facts that can't be read. */
export interface ReactivationFindings {
  readonly blockers: readonly Finding[];
  readonly remarks: readonly Finding[];
}

/**
 * Checks whether the contact's inactive user can be made active again. The org asks for owner, role and seat then, too
 * (Salesforce Help, "Create Partner Users" [F-003]; Object Reference, "User", Username [F-071]).
 */
export function findReactivationFindings(
  contact: ContactFacts,
  { profileId }: Pick<ExistingUser, 'profileId'>,
  org: OrgFacts
): ReactivationFindings {
  const prerequisites = findPrerequisites({ contact, user: unknown('notInOrg'), org });
  const profile = valueOr(org.profiles, []).find(({ id }) => id === profileId);
  // An external owner stands in the way of partner accounts only.
  const remarked: readonly FindingStatus[] = profile?.kind === 'partner' ? ['warning', 'unknown'] : ['unknown'];
  const ofProfile = profile === undefined ? [] : choicesOf(contact, org, profile.kind, profile.id);
  return {
    blockers: [...blockersOfReactivation(prerequisites), ...ofProfile.filter(({ status }) => status === 'blocked')],
    remarks: prerequisites.filter(({ check, status }) => REMARKED.includes(check) && remarked.includes(status))
  };
}

function choicesOf(
  contact: ContactFacts,
  org: OrgFacts,
  kind: 'customer' | 'partner',
  profileId: string
): readonly Finding[] {
  const draft = { ...defaultDraft(contact, org), kind, profileId };
  return findChoiceFindings({ draft, contact, org, names: NAMES }).filter(({ check }) => CHOICES.includes(check));
}
