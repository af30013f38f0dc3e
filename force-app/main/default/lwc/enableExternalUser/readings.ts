import { pendingReading, type ContactReading } from 'c/externalUserContactFacts';
import {
  defaultDraft,
  findChecks,
  findReactivationFindings,
  isPending,
  summarizeChecks,
  type CheckSummary,
  type ExistingUser,
  type Finding,
  type UserDraft
} from 'c/externalUserRules';

/** The checks before anything is answered. */
export const pendingChecks: CheckSummary = summarizeChecks(findChecks(pendingReading));

/** What the checks of a reading mean. While answers come in it is the same object, so that nothing is rendered anew. */
export function checksOf(reading: ContactReading, before: CheckSummary): CheckSummary {
  const checks = summarizeChecks(findChecks(reading), reading.isReady);
  return checks.verdict === 'checking' && before.verdict === 'checking' ? before : checks;
}

/** The draft that a reading suggests; undefined until contact and settings are known. */
export function draftOf({ contact, org }: ContactReading): UserDraft | undefined {
  return contact === undefined || isPending(org.settings) ? undefined : defaultDraft(contact, org);
}

/** What stands in the way of making an inactive user active again. */
export function blockersOf(user: ExistingUser | undefined, { contact, org }: ContactReading): readonly Finding[] {
  return user === undefined ? [] : findReactivationFindings(contact, user, org).blockers;
}
