import type { GraphQLResult } from 'lightning/graphql';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { toFieldLimits, toNamesInUse, type toNamesQuery } from 'c/externalUserOrg';
import {
  findChoiceFindings,
  findDraftProblems,
  known,
  valueOr,
  type ContactFacts,
  type DraftProblem,
  type Failure,
  type Finding,
  type NamesInUse,
  type OrgFacts,
  type UserDraft
} from 'c/externalUserRules';
import { withHidden } from './messages.ts';

/** The findings about the choices; none until everything is read that they depend on. */
export function findingsOf(
  contact: ContactFacts | undefined,
  org: OrgFacts | undefined,
  draft: UserDraft | undefined,
  names: NamesInUse
): readonly Finding[] {
  return contact === undefined || org === undefined || draft === undefined
    ? []
    : findChoiceFindings({ draft, contact, org, names });
}

/** A username that the org refused as duplicate counts as taken, because another org may use it. */
export function namesOf(
  result: GraphQLResult,
  answered: ReturnType<typeof toNamesQuery> | undefined,
  draft: UserDraft | undefined,
  failure: Failure | undefined
): NamesInUse {
  const names = toNamesInUse(result, answered, draft ?? { username: '', nickname: '' });
  return draft !== undefined && failure?.code === 'duplicateUsername'
    ? { ...names, usernames: known(withHidden(draft.username, valueOr(names.usernames, new Map()))) }
    : names;
}

/** What the form finds wrong in the draft, with the lengths that the org allows. */
export function problemsOf(
  draft: UserDraft | undefined,
  info: ObjectInfoRepresentation | undefined
): readonly DraftProblem[] {
  return draft === undefined ? [] : findDraftProblems(draft, toFieldLimits(info));
}
