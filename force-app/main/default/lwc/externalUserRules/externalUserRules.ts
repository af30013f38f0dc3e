/** The rules of external users, for every surface: pure functions that turn facts into findings, fields and failures. */
export { findReactivationFindings, type InactiveUser, type ReactivationFindings } from './reactivation.ts';
export {
  toFoundHolder,
  type FoundHolder,
  type NameField,
  type NameHolder,
  type NameHolderKind,
  type NamesInUse,
  type NumberedName,
  type TakenNames
} from './nameHolder.ts';
export { isPending, known, unknown, valueOr, type Fact, type UnknownReason } from './fact.ts';
export {
  areSeatsShort,
  fitsLicense,
  isLoginLicense,
  isRoleBased,
  kindOfUserType,
  profilesAsSeen,
  seatsLeft,
  seesExternalUsers,
  sitesAsSeen,
  userAsSeen,
  type AccountOwner,
  type ContactFacts,
  type ExistingUser,
  type ExternalProfile,
  type ExternalUserKind,
  type Facts,
  type License,
  type OrgDefaults,
  type OrgFacts,
  type OwnedContact,
  type ProfileSource,
  type RecordReference,
  type RunningUser,
  type Settings,
  type Site,
  type SiteReading
} from './facts.ts';
export { accountToCheck, findOwnedContact, type ContactOwner } from './contactOwners.ts';
export { findAdminTasks, type AdminTask, type SetupPermission } from './adminHelp.ts';
export { findAccess, type Access, type AccessCode, type WelcomeMail } from './access.ts';
export { IDLE_DAYS, byAbsence, fullLicenses, isIdle, profilesOfLicense, type SeatHolder } from './freeableSeats.ts';
export { isStandardProfile } from './standardProfiles.ts';
export {
  isBlocked,
  offersOf,
  type Check,
  type Finding,
  type FindingCode,
  type FindingStatus,
  type Fix,
  type FixOffer
} from './finding.ts';
export { findChecks, summarizeChecks, type CheckSummary, type Verdict } from './checkSummary.ts';
export { findPrerequisites } from './prerequisites.ts';
export { findChoiceFindings, type Choices } from './choiceFindings.ts';
export { isMember, sitesOfProfile, welcomeSenders, type ProfileSite, type ProfileSites } from './profileSites.ts';
export {
  defaultDraft,
  defaultProfileId,
  suggestProfile,
  defaultSettings,
  kindsOffered,
  profilesOfKind,
  withSettings
} from './defaults.ts';
export {
  freeNickname,
  freeUsername,
  isSuggestedNickname,
  isUsernamePattern,
  suggestAlias,
  suggestNickname,
  suggestUsername
} from './names.ts';
export {
  USER_FIELD_LENGTHS,
  USER_FIELD_NAMES,
  findDraftProblems,
  toUserFields,
  wordsOfProblem,
  type DraftField,
  type DraftProblem,
  type FieldLimits,
  type UserDraft,
  type UserFields
} from './userDraft.ts';
export { TRANSLITERATION } from './transliteration.ts';
export { displayText, showControls } from './displayText.ts';
export { explainFailure, isUnclear, type Failure } from './failure.ts';
export type { FailureCode } from './failureCodes.ts';
export { fixesForFailure } from './failureFix.ts';
export { CLOCK_ALLOWANCE, isMadeBySend, type HolderOrigin, type MadeBySend, type UserSend } from './ownership.ts';
export { isBrieflyTransient, isTransient, TRANSIENT_CODES, waitAfter, type RetryPolicy } from './retryPolicy.ts';
