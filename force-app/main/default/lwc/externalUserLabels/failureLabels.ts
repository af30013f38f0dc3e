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
import failureUserExists from '@salesforce/label/c.ExternalUser_FailureUserExists';
import failureContactMissing from '@salesforce/label/c.ExternalUser_FailureContactMissing';
import failureProfileNotExternal from '@salesforce/label/c.ExternalUser_FailureProfileNotExternal';
import failureRoleMismatch from '@salesforce/label/c.ExternalUser_FailureRoleMismatch';
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
  userExists: failureUserExists,
  contactMissing: failureContactMissing,
  profileNotExternal: failureProfileNotExternal,
  roleMismatch: failureRoleMismatch,
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
  unreadable: failureUnreadable,
  lookUpFailed: failureLookUpFailed,
  unexpected: failureUnexpected
};

/** What goes by of itself has no advice but to wait. */
const ADVICE: Readonly<Partial<Record<FailureCode, string>>> = {
  locked: failureWait,
  busy: failureWait,
  serverDown: failureWait
};

/** The places of a failure's sentence, in this order. A name stands behind its noun, so that it can be missing. */
const NAMES = ['contact', 'account', 'owner', 'profile', 'license', 'username'] as const;

/** Who and what a failure is about, as far as it is known. */
export type FailureNames = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

/** The words of the failure panel. */
export const failureLabels = { copy, copied, copyByHand, retry: failureRetry } as const;

/** What happened and what to do. The org's own words are in `failure.message`. */
export function sentenceForFailure({ code }: Pick<Failure, 'code'>, names: FailureNames = {}): string {
  return [whatHappened(code, names), ADVICE[code] ?? ''].join(' ').trim();
}

/** What happened, and that the action tries again by itself: attempt 2 of 4. */
export function sentenceForRetry(
  { code }: Pick<Failure, 'code'>,
  names: FailureNames,
  attempt: number,
  of: number
): string {
  return `${whatHappened(code, names)} ${fill(failureLabels.retry, [String(attempt), String(of)])}`;
}

/** A place without a name goes, with the blank before it. */
function whatHappened(code: FailureCode, names: FailureNames): string {
  return SENTENCES[code].replace(/( ?)\{(\d)\}/g, (_place, blank: string, index: string) => {
    const name = names[NAMES[Number(index)] ?? 'contact'] ?? '';
    return name === '' ? '' : `${blank}${fill('{0}', [name])}`;
  });
}
