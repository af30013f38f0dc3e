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

/** What holds for all contacts. Seats stand beside the profile, with the number that is needed. */
const OF_THE_ORG: readonly Check[] = ['permission', 'site', 'mail', 'profiles', 'visibility'];
const OF_THE_PROFILE: readonly Check[] = ['membership', 'standardProfile'];
const NAMES = { usernames: unknown('pending'), nicknames: unknown('pending') };

/** What is worth a look before many users are made: all but what is in order, and who will get mail. Its fixes are elsewhere. */
export function findOrgFindings(org: OrgFacts, users: Fact<unknown>, rows: readonly PlannedRow[]): readonly Finding[] {
  const first = rows.find(({ draft }) => draft !== null);
  const { contact, draft = null } = first ?? {};
  const choices =
    contact === undefined || draft === null ? [] : findChoiceFindings({ draft, contact, org, names: NAMES });
  return [
    ...findPrerequisites({ contact: undefined, user: users.kind === 'known' ? known(null) : users, org }).filter(
      ({ check }) => OF_THE_ORG.includes(check)
    ),
    ...choices.filter(({ check }) => OF_THE_PROFILE.includes(check))
  ]
    .filter(({ status, check }) => status !== 'pass' || check === 'mail')
    .map((finding) => ({ ...finding, fix: null }));
}
