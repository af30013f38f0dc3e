import type { Failure, FailureCode } from 'c/externalUserRules';
import failureDuplicateUsername from '@salesforce/label/c.ExternalUser_FailureDuplicateUsername';
import failureDuplicateNickname from '@salesforce/label/c.ExternalUser_FailureDuplicateNickname';
import failureUsernameForm from '@salesforce/label/c.ExternalUser_FailureUsernameForm';
import failureInvalidEmail from '@salesforce/label/c.ExternalUser_FailureInvalidEmail';
import failureRequiredMissing from '@salesforce/label/c.ExternalUser_FailureRequiredMissing';
import failureTooLong from '@salesforce/label/c.ExternalUser_FailureTooLong';
import failureInvalidChoice from '@salesforce/label/c.ExternalUser_FailureInvalidChoice';
import failureLicenseLimit from '@salesforce/label/c.ExternalUser_FailureLicenseLimit';
import failureFeatureLicenseLimit from '@salesforce/label/c.ExternalUser_FailureFeatureLicenseLimit';
import failureOwnerWithoutRole from '@salesforce/label/c.ExternalUser_FailureOwnerWithoutRole';
import failureOwnerInactive from '@salesforce/label/c.ExternalUser_FailureOwnerInactive';
import failureUserExists from '@salesforce/label/c.ExternalUser_FailureUserExists';
import failureContactMissing from '@salesforce/label/c.ExternalUser_FailureContactMissing';
import failureProfileNotExternal from '@salesforce/label/c.ExternalUser_FailureProfileNotExternal';
import failureSiteOff from '@salesforce/label/c.ExternalUser_FailureSiteOff';
import failureEncryptedContact from '@salesforce/label/c.ExternalUser_FailureEncryptedContact';
import failureNoAccess from '@salesforce/label/c.ExternalUser_FailureNoAccess';
import failureAutomationFailed from '@salesforce/label/c.ExternalUser_FailureAutomationFailed';
import failureValidationRule from '@salesforce/label/c.ExternalUser_FailureValidationRule';
import failureMixedDml from '@salesforce/label/c.ExternalUser_FailureMixedDml';
import failureLocked from '@salesforce/label/c.ExternalUser_FailureLocked';
import failureSessionExpired from '@salesforce/label/c.ExternalUser_FailureSessionExpired';
import failureNotFound from '@salesforce/label/c.ExternalUser_FailureNotFound';
import failureBusy from '@salesforce/label/c.ExternalUser_FailureBusy';
import failureServerDown from '@salesforce/label/c.ExternalUser_FailureServerDown';
import failureNoAnswer from '@salesforce/label/c.ExternalUser_FailureNoAnswer';
import failureUnexpected from '@salesforce/label/c.ExternalUser_FailureUnexpected';

const SENTENCES: Readonly<Record<FailureCode, string>> = {
  duplicateUsername: failureDuplicateUsername,
  duplicateNickname: failureDuplicateNickname,
  usernameForm: failureUsernameForm,
  invalidEmail: failureInvalidEmail,
  requiredMissing: failureRequiredMissing,
  tooLong: failureTooLong,
  invalidChoice: failureInvalidChoice,
  licenseLimit: failureLicenseLimit,
  featureLicenseLimit: failureFeatureLicenseLimit,
  ownerWithoutRole: failureOwnerWithoutRole,
  ownerInactive: failureOwnerInactive,
  userExists: failureUserExists,
  contactMissing: failureContactMissing,
  profileNotExternal: failureProfileNotExternal,
  siteOff: failureSiteOff,
  encryptedContact: failureEncryptedContact,
  noAccess: failureNoAccess,
  automationFailed: failureAutomationFailed,
  validationRule: failureValidationRule,
  mixedDml: failureMixedDml,
  locked: failureLocked,
  sessionExpired: failureSessionExpired,
  notFound: failureNotFound,
  busy: failureBusy,
  serverDown: failureServerDown,
  noAnswer: failureNoAnswer,
  unexpected: failureUnexpected
};

/** What happened and what to do. The org's own words are in `failure.message`. */
export function sentenceForFailure({ code }: Failure): string {
  return SENTENCES[code];
}
