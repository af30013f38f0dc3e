import {
  findChoiceFindings,
  findPrerequisites,
  known,
  unknown,
  type Check,
  type Fact,
  type Finding,
  type OrgFacts
} from 'c/externalUserRules';
import type { PlannedRow } from './planRows.ts';

/** Checks that are the same for all contacts. */
const OF_THE_ORG: readonly Check[] = ['permission', 'site', 'mail', 'profiles', 'seats', 'visibility'];
const OF_THE_PROFILE: readonly Check[] = ['membership', 'standardProfile'];
const NAMES = { usernames: unknown('pending'), nicknames: unknown('pending') };

/** What a person should know before many users are created: every check that does not pass. Without fixes. */
export function findOrgFindings(org: OrgFacts, users: Fact<unknown>, rows: readonly PlannedRow[]): readonly Finding[] {
  const first = rows.find(({ draft }) => draft !== null);
  const { contact, draft = null } = first ?? {};
  const choices =
    contact === undefined || draft === null ? [] : findChoiceFindings({ draft, contact, org, names: NAMES });
  return (
    [
      ...findPrerequisites({ contact: undefined, user: users.kind === 'known' ? known(null) : users, org }).filter(
        ({ check }) => OF_THE_ORG.includes(check)
      ),
      ...choices.filter(({ check }) => OF_THE_PROFILE.includes(check))
    ]
      .filter(({ status }) => status !== 'pass')
      // The seats of a license are counted beside the profile, so that only an org without any is told here.
      .filter(({ check, status }) => check !== 'seats' || status === 'blocked')
      .map((finding) => ({ ...finding, fix: null }))
  );
}
