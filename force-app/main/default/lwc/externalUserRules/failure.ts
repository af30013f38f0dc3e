import { codeOfError, codeOfStatus, FIELD_OF_CODE, type FailureCode } from './failureCodes.ts';
import { draftFieldOf, type DraftField } from './userDraft.ts';

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

/** Technical details are for a person to read and to copy; a whole page of HTML is neither. */
const DETAILS_LENGTH = 4000;

/** A row's `sf__Error` in Bulk API 2.0: `CODE:message:Field1,Field2 --`. */
const BULK_ERROR = /^([A-Z_]+):(.*):([\w, ]*?) ?--$/s;

/**
 * Any rejection of UI API, GraphQL, REST or Bulk API as one Failure. Field errors come first: they can be mended in the
 * form. Shapes: User Interface API Developer Guide, "Error with Output", and REST's array of errors.
 */
export function explainFailure(rejection: unknown): Failure {
  const status = numberIn(rejection, 'status') ?? numberIn(rejection, 'statusCode');
  const details = detailsOf(rejection).slice(0, DETAILS_LENGTH);
  const [error] = orgErrors(rejection);
  if (error === undefined) {
    // What fails while it is parsed was an answer; its words are the browser's, not the org's.
    const code = textIn(rejection, 'name') === 'SyntaxError' ? 'unreadable' : codeOfStatus(status);
    return { code, field: null, message: '', details, status };
  }
  const code = codeOfError(error.errorCode, error.message, status);
  const field = (error.field === null ? null : draftFieldOf(error.field)) ?? FIELD_OF_CODE[code] ?? null;
  return { code, field, message: plainText(error.message), details, status };
}

/** After these the user may be there all the same: nothing was said, or something that doesn't rule it out. */
const UNCLEAR: readonly FailureCode[] = [
  'noAnswer',
  'unreadable',
  'serverDown',
  'notFound',
  'lookUpFailed',
  'unexpected'
];

/** Whether the user may have been created all the same: no answer, a server error, or the 404 after a create. */
export function isUnclear({ code, status }: Failure): boolean {
  return UNCLEAR.includes(code) || (status !== null && (status >= 500 || status === 404));
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
    // A body that is one error itself; a rejection without a body is no answer of the org, unless it is a row's error.
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

/** DUPLICATE_USERNAME comes with `<br>`; words are shown as text, never as HTML. */
function plainText(message: string): string {
  return message.replace(/<br\s*\/?>/gi, ' ');
}

function detailsOf(rejection: unknown): string {
  const name = textIn(rejection, 'name');
  if (name !== null) {
    // An error of JavaScript has no JSON; one of another realm is no instance of Error here.
    return `${name}: ${textIn(rejection, 'message') ?? ''}`;
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
