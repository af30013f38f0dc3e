import { StringDecoder } from 'node:string_decoder';
import { known } from 'sf-cli/answer';
import { isJson, listAt, numberAt, parsedJson, textAt, valueAt, type Json } from 'sf-cli/json';
import { isEndOfSession, reasonOf, type ConnectionLost } from '../../shared/sf/connectionLost.ts';
import { retryAfterOf } from '../../shared/sf/exchange.ts';
import { refusal, refusedFor, unreadable, type OrgAnswer, type OrgRefusal } from './orgAnswer.ts';

export type Rows = readonly Json[];

/** One page of a query; `next` is empty at the end. */
export interface Page {
  readonly rows: Rows;
  readonly next: string;
}

/** "204 No Content" is an answer without a body; any other one without JSON is no answer of the org. */
export async function readJson(response: Response): Promise<OrgAnswer<unknown>> {
  if (response.status === 204) return known(undefined);
  const text = await textOf(response);
  const value = text === null ? undefined : parsedJson(text);
  return value === undefined ? unreadable(`HTTP ${String(response.status)} without readable JSON`) : known(value);
}

export async function refusalOf(response: Response): Promise<OrgRefusal> {
  const { status, headers } = response;
  const body = parsedJson((await textOf(response)) ?? '');
  const error = listAt({ body }, 'body')[0] ?? body;
  const message = readableMessage(textAt(error, 'message')) || `HTTP ${String(status)}`;
  const code = textAt(error, 'errorCode') || `ERROR_HTTP_${String(status)}`;
  return { ...refusal(code, message, status), retryAfter: retryAfterOf(headers, Date.now()) };
}

/** The bytes of an answer as they come. Reading them throws where the answer breaks off. */
export async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
    yield part.value;
  }
}

/**
 * Null for an answer that broke off. Its pieces are decoded as they come: as a whole, an answer to 2,000 contacts takes
 * several megabytes outside the heap, and the process keeps what it once took.
 */
async function textOf({ body }: Response): Promise<string | null> {
  const decoder = new StringDecoder();
  let text = '';
  try {
    for await (const bytes of bytesOf(body)) text += decoder.write(bytes);
    return text + decoder.end();
  } catch {
    return null;
  }
}

export function toSubrequestPage(part: unknown): OrgAnswer<Page> {
  const status = numberAt(part, 'httpStatusCode');
  if (status === null) return unreadable('The answer lacks one of the queries.');
  if (status < 300) return toPage(valueAt(part, 'body'));
  const [error] = listAt(part, 'body');
  return refusal(textAt(error, 'errorCode'), readableMessage(textAt(error, 'message')), status);
}

/** An answer without records and without an end is not "no rows". */
export function toPage(body: unknown): OrgAnswer<Page> {
  const records = valueAt(body, 'records');
  const done = valueAt(body, 'done');
  const next = textAt(body, 'nextRecordsUrl');
  if (!Array.isArray(records) || typeof done !== 'boolean' || (!done && next === '')) {
    return unreadable('The answer is not a page of a query.');
  }
  return known({ rows: records.filter(isJson), next: done ? '' : next });
}

export function lostConnection(lost: ConnectionLost): OrgRefusal {
  return refusedFor({
    code: isEndOfSession(lost.cause) ? 'sessionExpired' : 'noAnswer',
    field: null,
    message: lost.message,
    details: `${textAt(lost.cause, 'name')}: ${reasonOf(lost.cause)}`,
    status: null
  });
}

/** Leaves out the refused query, which may be very long, and a message that is HTML or JSON. */
function readableMessage(message: string): string {
  const readable = message.replace(/^[\s\S]*ERROR at Row:\d+:Column:\d+\n/, '');
  return /^\s*[<[{]/.test(readable) ? '' : readable;
}
