import type { GraphQLResult } from 'lightning/graphql';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { WireResult } from 'lightning/uiRecordApi';
import { toFieldLimits, toNamesInUse, toPermissionSets, type Choice, type toNamesQuery } from 'c/externalUserOrg';
import {
  findChoiceFindings,
  findDraftProblems,
  known,
  profilesOfKind,
  valueOr,
  type ContactFacts,
  type DraftProblem,
  type ExternalProfile,
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

/** The profiles of the chosen kind; undefined if profiles can't be read. */
export function profilesOf(
  org: OrgFacts | undefined,
  draft: UserDraft | undefined
): readonly ExternalProfile[] | undefined {
  if (org?.profiles.kind === 'unknown' && org.profiles.reason !== 'pending') {
    return undefined;
  }
  return org === undefined || draft === undefined ? [] : profilesOfKind(org, draft.kind);
}

/** The permission sets that the running user can assign to a user of the profile; undefined until they are known. */
export function permissionSetsOf(
  { data, error }: WireResult<ObjectInfoRepresentation>,
  result: GraphQLResult,
  profile: ExternalProfile | undefined
): readonly Choice[] | undefined {
  return error !== undefined || data?.createable === false
    ? []
    : toPermissionSets(result, profile && valueOr(profile.license, undefined));
}
