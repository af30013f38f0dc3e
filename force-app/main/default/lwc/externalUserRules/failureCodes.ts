import type { DraftField } from './userDraft.ts';

export type FailureCode =
  | 'duplicateUsername'
  | 'duplicateNickname'
  | 'duplicateValue'
  | 'usernameForm'
  | 'invalidEmail'
  | 'requiredMissing'
  | 'tooLong'
  | 'invalidChoice'
  | 'licenseLimit'
  | 'featureLicenseLimit'
  | 'ownerWithoutRole'
  | 'ownerInactive'
  | 'ownerExternal'
  | 'userExists'
  | 'contactMissing'
  | 'contactDeleted'
  | 'profileNotExternal'
  | 'roleMismatch'
  | 'siteOff'
  | 'encryptedContact'
  | 'noAccess'
  | 'noPartnerAccess'
  | 'automationFailed'
  | 'validationRule'
  | 'mixedDml'
  | 'locked'
  | 'sessionExpired'
  | 'notFound'
  | 'busy'
  | 'serverDown'
  | 'noAnswer'
  | 'unreadable'
  | 'lookUpFailed'
  | 'unexpected';

/** Status codes (SOAP API Developer Guide, "StatusCode" [F-004] [F-007]) to ours; `BY_TEXT` decides if one means many things. */
const BY_ERROR_CODE: Readonly<Record<string, FailureCode>> = {
  DUPLICATE_USERNAME: 'duplicateUsername',
  DUPLICATE_COMM_NICKNAME: 'duplicateNickname',
  DUPLICATE_VALUE: 'duplicateValue',
  INVALID_EMAIL_ADDRESS: 'invalidEmail',
  REQUIRED_FIELD_MISSING: 'requiredMissing',
  STRING_TOO_LONG: 'tooLong',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'invalidChoice',
  INVALID_CROSS_REFERENCE_KEY: 'invalidChoice',
  MALFORMED_ID: 'invalidChoice',
  ENTITY_IS_DELETED: 'contactDeleted',
  LICENSE_LIMIT_EXCEEDED: 'licenseLimit',
  PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT: 'userExists',
  INVALID_PROFILE: 'profileNotExternal',
  PORTAL_NO_ACCESS: 'siteOff',
  PORTAL_USER_CREATION_RESTRICTED_WITH_ENCRYPTION: 'encryptedContact',
  INSUFFICIENT_ACCESS: 'noAccess',
  INSUFFICIENT_ACCESS_OR_READONLY: 'noAccess',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'noAccess',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'noAccess',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'automationFailed',
  CANNOT_EXECUTE_FLOW_TRIGGER: 'automationFailed',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'validationRule',
  MIXED_DML_OPERATION: 'mixedDml',
  UNABLE_TO_LOCK_ROW: 'locked',
  INACTIVE_OWNER_OR_USER: 'ownerInactive',
  TRANSFER_REQUIRES_READ: 'ownerInactive',
  INVALID_SESSION_ID: 'sessionExpired',
  NOT_FOUND: 'notFound',
  REQUEST_LIMIT_EXCEEDED: 'busy',
  SERVER_UNAVAILABLE: 'serverDown'
};

const BY_TEXT: readonly (readonly [RegExp, FailureCode])[] = [
  [/portal account owner must have a role/i, 'ownerWithoutRole'],
  [/portal users cannot own partner accounts/i, 'ownerExternal'],
  [/portal user already exists/i, 'userExists'],
  [/portal user without contact/i, 'contactMissing'],
  [/feature license limit exceeded/i, 'featureLicenseLimit'],
  [/license limit exceeded/i, 'licenseLimit'],
  [/fields: .*\bIsPartner\b/, 'noPartnerAccess'],
  [/in the form of an email address/i, 'usernameForm'],
  [/role type must match user type/i, 'roleMismatch'],
  [/standard external profiles/i, 'profileNotExternal'],
  // The refusal of the user quotes the error of an automation.
  [/MIXED_DML_OPERATION/, 'mixedDml'],
  // User.ContactId exists only if Digital Experiences are enabled.
  [/no such column 'ContactId'/i, 'siteOff'],
  // Lightning's network layer reports a broken connection as a 500 with this text.
  [/disconnected or canceled/i, 'noAnswer']
];

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  0: 'noAnswer',
  401: 'sessionExpired',
  403: 'noAccess',
  404: 'notFound',
  408: 'noAnswer',
  429: 'busy'
};

/** The form's field for a code, used if the org names no field. */
export const FIELD_OF_CODE: Readonly<Partial<Record<FailureCode, DraftField>>> = {
  duplicateUsername: 'username',
  usernameForm: 'username',
  duplicateNickname: 'nickname',
  invalidEmail: 'email',
  licenseLimit: 'profileId',
  profileNotExternal: 'profileId'
};

/** Our code for an error of the org. The text decides first, because some API codes have several causes. */
export function codeOfError(errorCode: string, message: string, status: number | null): FailureCode {
  const byText = BY_TEXT.find(([pattern]) => pattern.test(message))?.[1];
  const byCode = Object.hasOwn(BY_ERROR_CODE, errorCode) ? BY_ERROR_CODE[errorCode] : undefined;
  // An error without a status is still an answer: GraphQL and collections give no status per error.
  return byText ?? byCode ?? (status === null ? 'unexpected' : codeOfStatus(status, 'unexpected'));
}

/** Our code for an answer without a readable error; a null status means that no answer came. */
export function codeOfStatus(status: number | null, other: FailureCode = 'unreadable'): FailureCode {
  return BY_STATUS[status ?? 0] ?? (status !== null && status >= 500 ? 'serverDown' : other);
}
