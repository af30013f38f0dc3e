import { codeOfError, codeOfStatus, FIELD_OF_CODE, type FailureCode } from './failureCodes.ts';
import { draftFieldOf, type DraftField } from './userDraft.ts';

/** Why a request failed. `message` is the org's own text; `details` holds the whole answer for support. */
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

/** A person has to read and copy the details, so a whole HTML page is cut. */
const DETAILS_LENGTH = 4000;

/** A row's `sf__Error` in Bulk API 2.0: `CODE:message:Field1,Field2 --`. */
const BULK_ERROR = /^([A-Z_]+):(.*):([\w, ]*?) ?--$/s;

/**
 * Turns any rejection of UI API, GraphQL, REST or Bulk API into one Failure. Field errors come first, because the form can
 * correct them. Shapes: User Interface API Developer Guide, "Error with Output", and REST's array of errors.
 */
export function explainFailure(rejection: unknown): Failure {
  const status = numberIn(rejection, 'status') ?? numberIn(rejection, 'statusCode');
  const details = detailsOf(rejection).slice(0, DETAILS_LENGTH);
  const [error] = orgErrors(rejection);
  if (error === undefined) {
    // A SyntaxError means that an answer came and broke off; its message is the browser's, not the org's.
    const code = textIn(rejection, 'name') === 'SyntaxError' ? 'unreadable' : codeOfStatus(status);
    return { code, field: null, message: '', details, status };
  }
  const code = codeOfUserError(error, status);
  const field = (error.field === null ? null : draftFieldOf(error.field)) ?? FIELD_OF_CODE[code] ?? null;
  // Without an answer the text is the browser's, such as "Failed to fetch".
  const message = code === 'noAnswer' ? '' : plainText(error.message);
  return { code, field, message, details, status };
}

/** The contact is the only record that a new user refers to and that a person deletes. */
function codeOfUserError({ errorCode, message, field }: OrgError, status: number | null): FailureCode {
  const code = codeOfError(errorCode, message, status);
  return code === 'invalidChoice' && field === 'ContactId' ? 'contactDeleted' : code;
}

/** These failures don't rule out that the user was created. */
const UNCLEAR: readonly FailureCode[] = [
  'noAnswer',
  'unreadable',
  'serverDown',
  'notFound',
  'lookUpFailed',
  'unexpected'
];

/** Whether the org may have created the user in spite of the failure: no answer, a timeout, a server error, or a 404. */
export function isUnclear({ code, status }: Failure): boolean {
  // SOAP API Developer Guide, StatusCode: a record that is deleted can't be referenced, whatever the status [F-100].
  if (code === 'contactDeleted') {
    return false;
  }
  return UNCLEAR.includes(code) || (status !== null && (status >= 500 || status === 404 || status === 408));
}

function orgErrors(rejection: unknown): readonly OrgError[] {
  const body = valueIn(rejection, 'body') ?? rejection;
  const output = valueIn(body, 'output');
  const fieldErrors = valueIn(output, 'fieldErrors');
  return [
    ...(isObject(fieldErrors) ? Object.values(fieldErrors).flatMap(listOf) : []),
    ...listOf(valueIn(output, 'errors')),
    ...listOf(body),
    ...listOf(valueIn(body, 'errors')),
    // The body may be one error itself. An object without a body is not an answer of the org; a text is a row's error.
    ...(body === rejection && isObject(body) ? [] : [body])
  ].flatMap((item) => toOrgError(item) ?? []);
}

function listOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}

function toOrgError(item: unknown): OrgError | null {
  if (typeof item === 'string') {
    const [, errorCode = '', text = '', names = ''] = BULK_ERROR.exec(item) ?? [];
    return errorCode === '' ? null : { errorCode, message: text, field: names.split(',')[0] ?? null };
  }
  const message = textIn(item, 'message') ?? textIn(item, 'error');
  if (message === null) {
    return null;
  }
  const [first] = listOf(valueIn(item, 'fields'));
  return {
    errorCode: textIn(item, 'errorCode') ?? textIn(item, 'statusCode') ?? '',
    message,
    field: textIn(item, 'field') ?? (typeof first === 'string' ? first : null)
  };
}

/** The message of DUPLICATE_USERNAME contains `<br>`, and others have line breaks; messages are one line of text, never HTML. */
function plainText(message: string): string {
  return message.replace(/<br\s*\/?>|[\t\r\n]+/gi, ' ');
}

function detailsOf(rejection: unknown): string {
  const name = textIn(rejection, 'name');
  if (name !== null) {
    // JSON leaves out name and message of a JavaScript error; `instanceof Error` fails for one of another realm.
    return `${name}: ${textIn(rejection, 'message') ?? ''}`;
  }
  try {
    return typeof rejection === 'string' ? rejection : JSON.stringify(rejection ?? null, null, 2);
  } catch {
    // A circular rejection can't become JSON, so the failure has no details.
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
