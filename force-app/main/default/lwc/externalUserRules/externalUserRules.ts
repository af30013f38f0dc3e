/** The rules of external users, for every surface. Pure: facts in, findings, fields and failures out. */
export { known, unknown, valueOr, type Fact, type UnknownReason } from './fact.ts';
export {
  kindOfUserType,
  seatsLeft,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type ExternalUserKind,
  type License,
  type OrgDefaults,
  type OrgFacts,
  type RecordReference,
  type RunningUser,
  type Site
} from './facts.ts';
export { findPrerequisites, isBlocked, type Finding, type FindingCode, type FindingStatus } from './prerequisites.ts';
export { findPartnerBlocker, findSeatBlocker } from './kindPrerequisites.ts';
export { defaultDraft, profilesOfKind, kindsOffered } from './defaults.ts';
export { nextNickname, suggestAlias, suggestNickname, suggestUsername } from './names.ts';
export {
  findDraftProblems,
  toUserFields,
  type DraftField,
  type DraftProblem,
  type FieldLimits,
  type UserDraft,
  type UserFields
} from './userDraft.ts';
export { explainFailure, isUnclear, type Failure, type FailureCode } from './failure.ts';
