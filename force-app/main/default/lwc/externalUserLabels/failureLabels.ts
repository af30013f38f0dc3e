import type { Failure, FailureCode } from 'c/externalUserRules';
import failureDuplicateUsername from '@salesforce/label/c.ExternalUser_FailureDuplicateUsername';
import failureDuplicateNickname from '@salesforce/label/c.ExternalUser_FailureDuplicateNickname';
import failureDuplicateValue from '@salesforce/label/c.ExternalUser_FailureDuplicateValue';
import failureUsernameForm from '@salesforce/label/c.ExternalUser_FailureUsernameForm';
import failureInvalidEmail from '@salesforce/label/c.ExternalUser_FailureInvalidEmail';
import failureRequiredMissing from '@salesforce/label/c.ExternalUser_FailureRequiredMissing';
import failureTooLong from '@salesforce/label/c.ExternalUser_FailureTooLong';
import failureInvalidChoice from '@salesforce/label/c.ExternalUser_FailureInvalidChoice';
import failureLicenseLimit from '@salesforce/label/c.ExternalUser_FailureLicenseLimit';
import failureFeatureLicenseLimit from '@salesforce/label/c.ExternalUser_FailureFeatureLicenseLimit';
import failureOwnerWithoutRole from '@salesforce/label/c.ExternalUser_FailureOwnerWithoutRole';
import failureOwnerInactive from '@salesforce/label/c.ExternalUser_FailureOwnerInactive';
import failureOwnerExternal from '@salesforce/label/c.ExternalUser_FailureOwnerExternal';
import failureUserExists from '@salesforce/label/c.ExternalUser_FailureUserExists';
import failureContactMissing from '@salesforce/label/c.ExternalUser_FailureContactMissing';
import failureContactDeleted from '@salesforce/label/c.ExternalUser_FailureContactDeleted';
import failureProfileNotExternal from '@salesforce/label/c.ExternalUser_FailureProfileNotExternal';
import failureRoleMismatch from '@salesforce/label/c.ExternalUser_FailureRoleMismatch';
import failureSiteOff from '@salesforce/label/c.ExternalUser_FailureSiteOff';
import failureEncryptedContact from '@salesforce/label/c.ExternalUser_FailureEncryptedContact';
import failureNoAccess from '@salesforce/label/c.ExternalUser_FailureNoAccess';
import failureNoPartnerAccess from '@salesforce/label/c.ExternalUser_FailureNoPartnerAccess';
import failureAutomationFailed from '@salesforce/label/c.ExternalUser_FailureAutomationFailed';
import failureValidationRule from '@salesforce/label/c.ExternalUser_FailureValidationRule';
import failureMixedDml from '@salesforce/label/c.ExternalUser_FailureMixedDml';
import failureLocked from '@salesforce/label/c.ExternalUser_FailureLocked';
import failureSessionExpired from '@salesforce/label/c.ExternalUser_FailureSessionExpired';
import failureNotFound from '@salesforce/label/c.ExternalUser_FailureNotFound';
import failureBusy from '@salesforce/label/c.ExternalUser_FailureBusy';
import failureServerDown from '@salesforce/label/c.ExternalUser_FailureServerDown';
import failureNoAnswer from '@salesforce/label/c.ExternalUser_FailureNoAnswer';
import failureUnreadable from '@salesforce/label/c.ExternalUser_FailureUnreadable';
import failureLookUpFailed from '@salesforce/label/c.ExternalUser_FailureLookUpFailed';
import failureUnexpected from '@salesforce/label/c.ExternalUser_FailureUnexpected';
import failureWait from '@salesforce/label/c.ExternalUser_FailureWait';
import failureRetry from '@salesforce/label/c.ExternalUser_FailureRetry';
import copy from '@salesforce/label/c.ExternalUser_Copy';
import copied from '@salesforce/label/c.ExternalUser_Copied';
import copyByHand from '@salesforce/label/c.ExternalUser_CopyByHand';
import { fill } from './fill.ts';

const SENTENCES: Readonly<Record<FailureCode, string>> = {
  duplicateUsername: failureDuplicateUsername,
  duplicateNickname: failureDuplicateNickname,
  duplicateValue: failureDuplicateValue,
  usernameForm: failureUsernameForm,
  invalidEmail: failureInvalidEmail,
  requiredMissing: failureRequiredMissing,
  tooLong: failureTooLong,
  invalidChoice: failureInvalidChoice,
  licenseLimit: failureLicenseLimit,
  featureLicenseLimit: failureFeatureLicenseLimit,
  ownerWithoutRole: failureOwnerWithoutRole,
  ownerInactive: failureOwnerInactive,
  ownerExternal: failureOwnerExternal,
  userExists: failureUserExists,
  contactMissing: failureContactMissing,
  contactDeleted: failureContactDeleted,
  profileNotExternal: failureProfileNotExternal,
  roleMismatch: failureRoleMismatch,
  siteOff: failureSiteOff,
  encryptedContact: failureEncryptedContact,
  noAccess: failureNoAccess,
  noPartnerAccess: failureNoPartnerAccess,
  automationFailed: failureAutomationFailed,
  validationRule: failureValidationRule,
  mixedDml: failureMixedDml,
  locked: failureLocked,
  sessionExpired: failureSessionExpired,
  notFound: failureNotFound,
  busy: failureBusy,
  serverDown: failureServerDown,
  noAnswer: failureNoAnswer,
  unreadable: failureUnreadable,
  lookUpFailed: failureLookUpFailed,
  unexpected: failureUnexpected
};

/** Transient failures share one advice: wait and try again. */
const ADVICE: Readonly<Partial<Record<FailureCode, string>>> = {
  locked: failureWait,
  busy: failureWait,
  serverDown: failureWait
};

/** The names behind `{0}`, `{1}` … of a failure's sentence. A name follows its noun, so that it can be left out. */
const NAMES = ['contact', 'account', 'owner', 'profile', 'license', 'username'] as const;

/** The names of the records that a failure is about, as far as they are known. */
export type FailureNames = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** The labels of the failure panel. */
export const failureLabels = { copy, copied, copyByHand, retry: failureRetry } as const;

/** Says what happened and what to do. The org's own message is in `failure.message`. */
export function sentenceForFailure({ code }: Pick<Failure, 'code'>, names: FailureNames = {}): string {
  return [describeFailure(code, names), ADVICE[code] ?? ''].join(' ').trim();
}

/** Says what happened and that the action retries by itself: "Trying again, 2 of 4." */
export function sentenceForRetry(
  { code }: Pick<Failure, 'code'>,
  names: FailureNames,
  attempt: number,
  of: number
): string {
  return `${describeFailure(code, names)} ${fill(failureLabels.retry, [String(attempt), String(of)])}`;
}

/** Removes a placeholder without a name, together with the blank before it. */
function describeFailure(code: FailureCode, names: FailureNames): string {
  return SENTENCES[code].replace(/( ?)\{(\d)\}/g, (_place, blank: string, index: string) => {
    const name = names[NAMES[Number(index)] ?? 'contact'] ?? '';
    return name === '' ? '' : `${blank}${fill('{0}', [name])}`;
  });
}
