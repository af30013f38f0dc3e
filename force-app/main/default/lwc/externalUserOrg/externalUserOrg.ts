/** Queries that the components send, and functions that turn the answers into facts. The wires belong to the components. */
export {
  CONTACT_FIELDS,
  CONTACT_OPTIONAL_FIELDS,
  readRecordIds,
  toContactFacts,
  toContactProblem,
  type ContactProblem
} from './contact.ts';
export { idOf, isJson, nodesOf, readNodes, textAt, valueAt } from './answers.ts';
export { ACCOUNT_PROFILES_QUERY, withAccountProfiles } from './accountProfiles.ts';
export { EXISTING_USER_QUERY, toUser } from './existingUser.ts';
export { EXTERNALLY_OWNED_QUERY, accountsToCheck, withExternallyOwned } from './externallyOwned.ts';
export { licenseOf, licenseRequest, type LicenseAnswer } from './licenses.ts';
export {
  heldSetupPermissions,
  isAnswered,
  needsUsers,
  pendingOrg,
  toLicenseRequest,
  toOrgFacts,
  toUserOfContact,
  type OrgAnswers
} from './orgFacts.ts';
export { ACCOUNT_FIELDS, ACCOUNT_OPTIONAL_FIELDS, toAccountHolder, type AccountHolder } from './personAccount.ts';
export { fixUrl, fixUrlInSetup, recordUrl, userSetupUrl } from './pages.ts';
export { PROFILES_QUERY } from './profiles.ts';
export { changeUser, createUser, currentUserId, renewRecords } from './records.ts';
export { SEAT_HOLDERS_QUERY, toSeatHolders } from './seatHolders.ts';
export { SETTINGS_QUERY, siteSettingsOf } from './settings.ts';
export { SITES_QUERY, siteLoginUrl, toSites } from './sites.ts';
export { takenNamesOf } from './takenNames.ts';
export { USERS_BY_PROFILE_QUERY } from './usersByProfile.ts';
export { PICKLIST_FIELDS, toChoices, toFieldLimits, type Choice } from './userObject.ts';
export { NAMES_IN_USE_QUERY, toNamesInUse, toNamesQuery } from './namesInUse.ts';
export { PERMISSION_SETS_QUERY, toPermissionSets } from './permissionSets.ts';
