import { Hono } from 'hono';
import { ok, refused, type ApiError, type Outcome } from '../../shared/errors.ts';
import { isJsonObject, jsonTypeError, parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import type { CallEnv } from '../../shared/session.ts';
import type { View } from '../../shared/view.ts';
import { answerCollections, COLLECTION_RESOURCES } from './collections.ts';
import { batchAnswer } from './batch.ts';
import { resolveReferences } from './references.ts';
import {
  errorAnswer,
  readCall,
  resourceRoutes,
  respond,
  type RestAnswer,
  type RestCall
} from '../../shared/restCall.ts';
import { answerSubrequest, readSubrequest } from './subrequest.ts';

const MAX_SUBREQUESTS = 25;
const MAX_COLLECTIONS_AND_QUERIES = 5;

interface Part {
  readonly referenceId: string;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

interface Result extends RestAnswer {
  readonly referenceId: string;
}

/** Composite, Composite Batch and sObject Collections (REST API Developer Guide), below `/composite`. */
export function compositeRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.get('/', (c) => {
    const base = c.req.path.replace(/\/+$/, '');
    return c.json({ tree: `${base}/tree`, batch: `${base}/batch`, sobjects: `${base}/sobjects` });
  });
  routes.post('/', async (c) => respond(compositeAnswer(c.get('view'), await readCall(c))));
  routes.post('/batch', async (c) => respond(batchAnswer(c.get('view'), await readCall(c))));
  routes.route('/sobjects', resourceRoutes(COLLECTION_RESOURCES, answerCollections));
  return routes;
}

function compositeAnswer(view: View, call: RestCall): RestAnswer {
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const parts = readParts(json.value['compositeRequest']);
  if (!parts.ok) return errorAnswer(parts.error);
  const results = json.value['allOrNone'] === true ? runTogether(view, parts.value) : runEach(view, parts.value);
  return { status: 200, body: { compositeResponse: results.map(resultOf) } };
}

/** Each subrequest stays what it became; those that refer to one that failed are not sent. */
function runEach(view: View, parts: readonly Part[]): Result[] {
  const answers = new Map<string, unknown>();
  return parts.map((part) => runPart(view, part, answers));
}

/** One failure takes everything back, also that of one record of a collection, whose own answer stays as it was. */
function runTogether(view: View, parts: readonly Part[]): Result[] {
  const results: Result[] = [];
  const answers = new Map<string, unknown>();
  const isGood = (): boolean => !results.some(isFailed);
  view.org.together(() => {
    for (const part of parts) if (isGood()) results.push(runPart(view, part, answers));
    return isGood();
  });
  if (isGood()) return results;
  return parts.map((part, index) => {
    const result = results[index];
    const hasFailed = result !== undefined && index === results.length - 1;
    return hasFailed ? result : { referenceId: part.referenceId, ...rolledBack };
  });
}

function runPart(view: View, part: Part, answers: Map<string, unknown>): Result {
  const { referenceId } = part;
  const resolved = resolveReferences({ url: part.url, body: part.body }, answers);
  if (!resolved.ok) return { referenceId, ...errorAnswer(halted(resolved.message)) };
  const { url, body } = resolved.value;
  const answer = answerSubrequest(view, readSubrequest(part.method, url, body, part.headers));
  if (answer.status < 400) answers.set(referenceId, answer.body);
  return { referenceId, ...answer };
}

function isFailed({ status, body }: RestAnswer): boolean {
  const rows: readonly unknown[] = Array.isArray(body) ? body : [];
  return status >= 400 || rows.some((row) => isJsonObject(row) && row['success'] === false);
}

function resultOf({ referenceId, status, body, headers = {} }: Result): JsonObject {
  return { body: body ?? null, httpHeaders: headers, httpStatusCode: status, referenceId };
}

function readParts(parts: unknown): Outcome<readonly Part[]> {
  if (!Array.isArray(parts) || parts.length === 0) return refused(invalid('compositeRequest is required'));
  if (parts.length > MAX_SUBREQUESTS) return refused(tooMany(`more than ${String(MAX_SUBREQUESTS)} subrequests`));
  const read: Part[] = [];
  for (const part of parts) {
    const one = readPart(part);
    if (!one.ok) return one;
    if (read.some(({ referenceId }) => referenceId === one.value.referenceId)) {
      return refused(
        invalid(`Duplicate ReferenceId provided (${one.value.referenceId}). ReferenceIds must be unique.`)
      );
    }
    read.push(one.value);
  }
  return read.filter(isCollectionOrQuery).length > MAX_COLLECTIONS_AND_QUERIES
    ? refused(tooMany(`more than ${String(MAX_COLLECTIONS_AND_QUERIES)} sObject Collections or query operations`))
    : ok(read);
}

function readPart(part: unknown): Outcome<Part> {
  if (!isJsonObject(part)) return refused(jsonTypeError('CompositeSubRequest', part));
  const { method, url, referenceId, body, httpHeaders = {} } = part;
  if (typeof method !== 'string' || !METHODS.has(method)) return refused(invalid(`Invalid method: ${String(method)}`));
  if (typeof url !== 'string' || !/^\/services\/data\/v\d+\.\d+\//.test(url)) {
    return refused(invalid('The URL must start with /services/data/vXX.X/'));
  }
  if (typeof referenceId !== 'string' || !/^[A-Za-z0-9]\w*$/.test(referenceId)) {
    return refused(invalid(`Invalid reference Id specified: ${String(referenceId)}`));
  }
  const headers = isJsonObject(httpHeaders) ? textsOf(httpHeaders) : {};
  const inherited = Object.keys(headers).find((name) => INHERITED.has(name.toLowerCase()));
  if (inherited !== undefined) return refused(invalid(`The header ${inherited} can't be set in a subrequest`));
  return ok({ method, url, referenceId, body, headers });
}

function isCollectionOrQuery({ url }: Part): boolean {
  return /^\/services\/data\/v\d+\.\d+\/(?:query|queryAll|composite\/sobjects)\b/.test(url);
}

function textsOf(headers: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'GET', 'DELETE']);
/** "Subrequests inherit these three header values from the top-level request." */
const INHERITED: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type']);

/** Code and text: "Composite Subrequest Result" and "allOrNone Parameters in Composite and Collections Requests". */
function halted(message: string): ApiError {
  return { status: 400, errorCode: 'PROCESSING_HALTED', message };
}

const rolledBack = errorAnswer(
  halted('The transaction was rolled back since another operation in the same transaction failed.')
);

/** Codes and texts of a request that is not well formed are ours, but for the duplicate id, which orgs answer so. */
function invalid(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}

function tooMany(what: string): ApiError {
  return { status: 400, errorCode: 'LIMIT_EXCEEDED', message: `The composite request has ${what}` };
}
