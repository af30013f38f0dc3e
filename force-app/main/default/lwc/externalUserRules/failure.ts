import { draftFieldOf, type DraftField } from './userDraft.ts';

export type FailureCode =
  | 'duplicateUsername'
  | 'duplicateNickname'
  | 'usernameForm'
  | 'invalidEmail'
  | 'requiredMissing'
  | 'tooLong'
  | 'invalidChoice'
  | 'licenseLimit'
  | 'featureLicenseLimit'
  | 'ownerWithoutRole'
  | 'ownerInactive'
  | 'userExists'
  | 'contactMissing'
  | 'profileNotExternal'
  | 'siteOff'
  | 'encryptedContact'
  | 'noAccess'
  | 'automationFailed'
  | 'validationRule'
  | 'mixedDml'
  | 'locked'
  | 'sessionExpired'
  | 'notFound'
  | 'busy'
  | 'serverDown'
  | 'noAnswer'
  | 'unexpected';

/** One refusal. `message` is the org's own text, `details` what support would want to see. */
export interface Failure {
  readonly code: FailureCode;
  readonly field: DraftField | null;
  readonly message: string;
  readonly details: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
}

interface OrgError {
  readonly errorCode: string;
  readonly message: string;
  readonly field: string | null;
}

/** API status codes (SOAP API Developer Guide, Error codes) to our codes; texts decide for the codes that mean many things. */
const BY_ERROR_CODE: Readonly<Record<string, FailureCode>> = {
  DUPLICATE_USERNAME: 'duplicateUsername',
  DUPLICATE_COMM_NICKNAME: 'duplicateNickname',
  INVALID_EMAIL_ADDRESS: 'invalidEmail',
  REQUIRED_FIELD_MISSING: 'requiredMissing',
  STRING_TOO_LONG: 'tooLong',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'invalidChoice',
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
  [/portal user already exists/i, 'userExists'],
  [/portal user without contact/i, 'contactMissing'],
  [/feature license limit exceeded/i, 'featureLicenseLimit'],
  [/license limit exceeded/i, 'licenseLimit'],
  [/in the form of an email address/i, 'usernameForm']
];

const FIELD_OF_CODE: Partial<Readonly<Record<FailureCode, DraftField>>> = {
  duplicateUsername: 'username',
  usernameForm: 'username',
  duplicateNickname: 'nickname',
  invalidEmail: 'email',
  licenseLimit: 'profileId',
  profileNotExternal: 'profileId'
};

/**
 * Any rejection of UI API, GraphQL, REST or Bulk API as one Failure. Field errors come first: they can be mended in the
 * form. Shapes: User Interface API Developer Guide, "Error with Output", and REST's array of errors.
 */
export function explainFailure(rejection: unknown): Failure {
  const status = numberIn(rejection, 'status') ?? numberIn(rejection, 'statusCode');
  const details = detailsOf(rejection);
  const [error] = orgErrors(rejection);
  if (error === undefined) {
    return { code: codeOfStatus(status), field: null, message: textIn(rejection, 'message') ?? '', details, status };
  }
  const code = codeOf(error, status);
  const field = (error.field === null ? null : draftFieldOf(error.field)) ?? FIELD_OF_CODE[code] ?? null;
  return { code, field, message: plainText(error.message), details, status };
}

/** After these the user may be there all the same: nothing was said, or something that doesn't rule it out. */
const UNCLEAR: readonly FailureCode[] = ['noAnswer', 'serverDown', 'notFound', 'userExists', 'unexpected'];

/** Whether the user may have been created all the same: no answer, a server error, or the 404 after a create. */
export function isUnclear({ code, status }: Failure): boolean {
  return UNCLEAR.includes(code) || (status !== null && (status >= 500 || status === 404));
}

function codeOf({ errorCode, message }: OrgError, status: number | null): FailureCode {
  const byText = BY_TEXT.find(([pattern]) => pattern.test(message))?.[1];
  const byCode = Object.hasOwn(BY_ERROR_CODE, errorCode) ? BY_ERROR_CODE[errorCode] : undefined;
  // Without a status it was an answer all the same: GraphQL and collections give each error none.
  return byText ?? byCode ?? (status === null ? 'unexpected' : codeOfStatus(status));
}

function codeOfStatus(status: number | null): FailureCode {
  if (status === null || status === 0) {
    return 'noAnswer';
  }
  if (status >= 500) {
    return 'serverDown';
  }
  switch (status) {
    case 401:
      return 'sessionExpired';
    case 403:
      return 'noAccess';
    case 404:
      return 'notFound';
    case 429:
      return 'busy';
    default:
      return 'unexpected';
  }
}

function orgErrors(rejection: unknown): readonly OrgError[] {
  const body = valueIn(rejection, 'body') ?? rejection;
  const output = valueIn(body, 'output');
  const fieldErrors = valueIn(output, 'fieldErrors');
  return [
    ...(isObject(fieldErrors) ? Object.values(fieldErrors).flatMap(errorsIn) : []),
    ...errorsIn(valueIn(output, 'errors')),
    ...errorsIn(body),
    ...errorsIn(valueIn(body, 'errors')),
    // A body that is one error itself; a rejection without a body is no answer of the org.
    ...(body === rejection ? [] : errorsIn([body]))
  ];
}

function errorsIn(list: unknown): readonly OrgError[] {
  return Array.isArray(list) ? list.flatMap((item: unknown) => toOrgError(item) ?? []) : [];
}

function toOrgError(item: unknown): OrgError | null {
  const message = textIn(item, 'message');
  if (message === null) {
    return null;
  }
  const fields = valueIn(item, 'fields');
  const first: unknown = Array.isArray(fields) ? fields[0] : null;
  return {
    errorCode: textIn(item, 'errorCode') ?? textIn(item, 'statusCode') ?? '',
    message,
    field: textIn(item, 'field') ?? (typeof first === 'string' ? first : null)
  };
}

/** DUPLICATE_USERNAME comes with `<br>`; words are shown as text, never as HTML. */
function plainText(message: string): string {
  return message.replace(/<br\s*\/?>/gi, ' ');
}

function detailsOf(rejection: unknown): string {
  if (rejection instanceof Error) {
    return `${rejection.name}: ${rejection.message}`;
  }
  try {
    return typeof rejection === 'string' ? rejection : JSON.stringify(rejection ?? null, null, 2);
  } catch {
    // A rejection that holds itself has no JSON; what happened is said without it.
    return '';
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function valueIn(container: unknown, name: string): unknown {
  return isObject(container) ? container[name] : undefined;
}

function textIn(container: unknown, name: string): string | null {
  const value = valueIn(container, name);
  return typeof value === 'string' ? value : null;
}

function numberIn(container: unknown, name: string): number | null {
  const value = valueIn(container, name);
  return typeof value === 'number' ? value : null;
}
