import type { ContactReading } from 'c/externalUserContactFacts';
import {
  defaultDraft,
  findChecks,
  isPending,
  summarizeChecks,
  type CheckSummary,
  type UserDraft
} from 'c/externalUserRules';

/** What the checks of a reading mean. While answers come in it is the same object, so that nothing is rendered anew. */
export function checksOf(reading: ContactReading, before: CheckSummary): CheckSummary {
  const checks = summarizeChecks(findChecks(reading), reading.isReady);
  return checks.verdict === 'checking' && before.verdict === 'checking' ? before : checks;
}

/** The draft that a reading suggests; undefined until contact and settings are known. */
export function draftOf({ contact, org }: ContactReading): UserDraft | undefined {
  return contact === undefined || isPending(org.settings) ? undefined : defaultDraft(contact, org);
}
