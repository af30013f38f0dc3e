import { wordsOfProblem, type DraftField, type DraftProblem } from 'c/externalUserRules';
import problemRequired from '@salesforce/label/c.ExternalUser_ProblemRequired';
import problemNotAnEmail from '@salesforce/label/c.ExternalUser_ProblemNotAnEmail';
import problemNotAUsername from '@salesforce/label/c.ExternalUser_ProblemNotAUsername';
import problemUsernameCharacter from '@salesforce/label/c.ExternalUser_ProblemUsernameCharacter';
import problemNotAProfileId from '@salesforce/label/c.ExternalUser_ProblemNotAProfileId';
import problemTooLong from '@salesforce/label/c.ExternalUser_ProblemTooLong';
import fieldProfileId from '@salesforce/label/c.ExternalUser_FieldProfileId';
import fieldUsername from '@salesforce/label/c.ExternalUser_FieldUsername';
import fieldEmail from '@salesforce/label/c.ExternalUser_FieldEmail';
import fieldAlias from '@salesforce/label/c.ExternalUser_FieldAlias';
import fieldNickname from '@salesforce/label/c.ExternalUser_FieldNickname';
import fieldFirstName from '@salesforce/label/c.ExternalUser_FieldFirstName';
import fieldLastName from '@salesforce/label/c.ExternalUser_FieldLastName';
import fieldTimeZone from '@salesforce/label/c.ExternalUser_FieldTimeZone';
import fieldLocale from '@salesforce/label/c.ExternalUser_FieldLocale';
import fieldLanguage from '@salesforce/label/c.ExternalUser_FieldLanguage';
import fieldEmailEncoding from '@salesforce/label/c.ExternalUser_FieldEmailEncoding';
import fieldPortalRole from '@salesforce/label/c.ExternalUser_FieldPortalRole';
import kind from '@salesforce/label/c.ExternalUser_Kind';
import kindCustomer from '@salesforce/label/c.ExternalUser_KindCustomer';
import kindPartner from '@salesforce/label/c.ExternalUser_KindPartner';
import profileHelp from '@salesforce/label/c.ExternalUser_ProfileHelp';
import profileId from '@salesforce/label/c.ExternalUser_ProfileId';
import chooseProfile from '@salesforce/label/c.ExternalUser_ChooseProfile';
import profileStandardListLabel from '@salesforce/label/c.ExternalUser_ProfileStandardListLabel';
import profileCanLogIn from '@salesforce/label/c.ExternalUser_ProfileCanLogIn';
import profileCanLogInAsOf from '@salesforce/label/c.ExternalUser_ProfileCanLogInAsOf';
import profileSuggested from '@salesforce/label/c.ExternalUser_ProfileSuggested';
import licenseUnknown from '@salesforce/label/c.ExternalUser_LicenseUnknown';
import activeUsers from '@salesforce/label/c.ExternalUser_ActiveUsers';
import usernameHelp from '@salesforce/label/c.ExternalUser_UsernameHelp';
import accessSection from '@salesforce/label/c.ExternalUser_AccessSection';
import personSection from '@salesforce/label/c.ExternalUser_PersonSection';
import personHint from '@salesforce/label/c.ExternalUser_PersonHint';
import roleByOrg from '@salesforce/label/c.ExternalUser_RoleByOrg';
import permissionSets from '@salesforce/label/c.ExternalUser_PermissionSets';
import permissionSetsHelp from '@salesforce/label/c.ExternalUser_PermissionSetsHelp';
import permissionSetsLater from '@salesforce/label/c.ExternalUser_PermissionSetsLater';
import formProblems from '@salesforce/label/c.ExternalUser_FormProblems';
import edit from '@salesforce/label/c.ExternalUser_Edit';
import { fill } from './fill.ts';

/** The labels of the User object's fields. */
export const fieldLabels: Readonly<Record<DraftField, string>> = {
  profileId: fieldProfileId,
  username: fieldUsername,
  email: fieldEmail,
  alias: fieldAlias,
  nickname: fieldNickname,
  firstName: fieldFirstName,
  lastName: fieldLastName,
  timeZone: fieldTimeZone,
  locale: fieldLocale,
  language: fieldLanguage,
  emailEncoding: fieldEmailEncoding,
  portalRole: fieldPortalRole
};

/** The labels of the details step; `fill` completes those with placeholders (`{0}`). */
export const formLabels = {
  kind,
  kindCustomer,
  kindPartner,
  profileHelp,
  profileId,
  chooseProfile,
  profileStandardListLabel,
  profileCanLogIn,
  profileCanLogInAsOf,
  profileSuggested,
  licenseUnknown,
  activeUsers,
  usernameHelp,
  accessSection,
  personSection,
  personHint,
  roleByOrg,
  permissionSets,
  permissionSetsHelp,
  permissionSetsLater,
  formProblems,
  edit
} as const;

const PROBLEMS: Readonly<Record<DraftProblem['code'], string>> = {
  required: problemRequired,
  notAnEmail: problemNotAnEmail,
  notAUsername: problemNotAUsername,
  usernameCharacter: problemUsernameCharacter,
  notAProfileId: problemNotAProfileId,
  tooLong: problemTooLong
};

/** Says what is wrong with a field and how to correct it. */
export function sentenceForProblem(problem: DraftProblem): string {
  return fill(PROBLEMS[problem.code], wordsOfProblem(problem));
}
