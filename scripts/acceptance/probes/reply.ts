import { isJson, listAt, textAt, valueAt } from 'sf-cli/json';

/** What an org answered to one request. */
export interface Reply {
  readonly status: number;
  readonly isOk: boolean;
  readonly body: unknown;
  /** Of the refusal, such as `INVALID_FIELD`; empty if it was none. */
  readonly code: string;
  readonly message: string;
  /** The request and its answer in one line, as evidence. */
  readonly line: string;
}

/** What a probe found. */
export interface Observation {
  /** A short text that equals `expected` if the fact holds in this org. */
  readonly answer: string;
  /** What was asked, and the org's own words. */
  readonly evidence: string;
}

/** The longest message that a line of evidence repeats. */
const LONGEST = 200;

/** Reads the answer of any API: REST lists its errors, UI API has them in `output`, GraphQL in `errors` of an answer 200. */
export function toReply(request: string, status: number, body: unknown): Reply {
  const error = firstError(body);
  const isOk = status < 400 && error === undefined;
  const code = isOk ? '' : textAt(error, 'errorCode') || textAt(error, 'statusCode') || codeOfGraphql(error);
  const message = isOk ? '' : textAt(error, 'message');
  const words = isOk ? '' : ` ${code} ${shortened(message)}`;
  return { status, isOk, body, code, message, line: `${request} → ${String(status)}${words}` };
}

function codeOfGraphql(error: unknown): string {
  return textAt(error, 'extensions', 'ErrorType');
}

function firstError(body: unknown): unknown {
  const output = valueAt(body, 'output');
  const ofFields = valueAt(output, 'fieldErrors');
  const fields = isJson(ofFields) ? Object.keys(ofFields).flatMap((field) => listAt(ofFields, field)) : [];
  const inList = listAt({ body }, 'body').filter((one) => textAt(one, 'errorCode') !== '');
  const single = textAt(body, 'errorCode') === '' ? [] : [body];
  return [...listAt(output, 'errors'), ...fields, ...inList, ...listAt(body, 'errors'), ...single][0];
}

function shortened(message: string): string {
  const line = message.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** `accepted`, or the refusal: its code, and the words that are expected of it, or else all of its words. */
export function outcomeOf(reply: Reply, words = ''): string {
  if (reply.isOk) return 'accepted';
  if (words === '') return reply.code || `HTTP ${String(reply.status)}`;
  const isSaid = reply.message.toLowerCase().includes(words.toLowerCase());
  return `${reply.code}, “${isSaid ? words : shortened(reply.message)}”`;
}

/** An observation with the lines of its replies as evidence. */
export function observed(answer: string, ...replies: readonly Reply[]): Observation {
  return { answer, evidence: replies.map(({ line }) => line).join('; ') };
}

/** What the org said of one request, which is expected to end in these words. */
export function observedOutcome(reply: Reply, words = ''): Observation {
  return observed(outcomeOf(reply, words), reply);
}
