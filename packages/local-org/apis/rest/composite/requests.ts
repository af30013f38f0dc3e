import { ok, refused, type Outcome } from '../../shared/errors.ts';
import { isJsonObject, jsonTypeError, shownJson, type JsonObject } from '../../shared/jsonBody.ts';
import { readSubrequest, type Subrequest } from './answerSubrequest.ts';
import { invalidInput, limitExceeded } from './errors.ts';

const MAX_SUBREQUESTS = 25;
const MAX_COLLECTIONS_AND_QUERIES = 5;

/** One subrequest of a composite request, before references in it are resolved. */
export interface CompositeSubrequest {
  readonly referenceId: string;
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads `compositeRequest`. Source: REST API Developer Guide, "Composite Request Body". */
export function readCompositeRequest(parts: unknown): Outcome<readonly CompositeSubrequest[]> {
  if (!Array.isArray(parts) || parts.length === 0) return refused(invalidInput('compositeRequest is required'));
  if (parts.length > MAX_SUBREQUESTS) return refused(tooMany(`more than ${String(MAX_SUBREQUESTS)} subrequests`));
  const read: CompositeSubrequest[] = [];
  for (const part of parts) {
    const one = readPart(part);
    if (!one.ok) return one;
    if (read.some(({ referenceId }) => referenceId === one.value.referenceId)) {
      return refused(
        invalidInput(`Duplicate ReferenceId provided (${one.value.referenceId}). ReferenceIds must be unique.`)
      );
    }
    read.push(one.value);
  }
  return read.filter(isCollectionOrQuery).length > MAX_COLLECTIONS_AND_QUERIES
    ? refused(tooMany(`more than ${String(MAX_COLLECTIONS_AND_QUERIES)} sObject Collections or query operations`))
    : ok(read);
}

function readPart(part: unknown): Outcome<CompositeSubrequest> {
  if (!isJsonObject(part)) return refused(jsonTypeError('CompositeSubRequest', part));
  const { method, url, referenceId, body, httpHeaders = {} } = part;
  if (typeof method !== 'string' || !METHODS.has(method)) {
    return refused(invalidInput(`Invalid method: ${shownJson(method)}`));
  }
  if (typeof url !== 'string' || !/^\/services\/data\/v\d+\.\d+\//.test(url)) {
    return refused(invalidInput('The URL must start with /services/data/vXX.X/'));
  }
  if (typeof referenceId !== 'string' || !/^[A-Za-z0-9]\w*$/.test(referenceId)) {
    return refused(invalidInput(`Invalid reference Id specified: ${shownJson(referenceId)}`));
  }
  const headers = isJsonObject(httpHeaders) ? textsOf(httpHeaders) : {};
  const inherited = Object.keys(headers).find((name) => INHERITED.has(name.toLowerCase()));
  if (inherited !== undefined) return refused(invalidInput(`The header ${inherited} can't be set in a subrequest`));
  return ok({ method, url, referenceId, body, headers });
}

function isCollectionOrQuery({ url }: CompositeSubrequest): boolean {
  return /^\/services\/data\/v\d+\.\d+\/(?:query|queryAll|composite\/sobjects)\b/.test(url);
}

function textsOf(headers: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, shownJson(value)]));
}

const METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'GET', 'DELETE']);
/** "Subrequests inherit these three header values from the top-level request." */
const INHERITED: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type']);

function tooMany(what: string) {
  return limitExceeded(`The composite request has ${what}`);
}

/** Reads `batchRequests`. Source: REST API Developer Guide, "Batch Request Body". */
export function readBatchRequests(requests: unknown): Outcome<readonly Subrequest[]> {
  if (!Array.isArray(requests) || requests.length === 0) return refused(invalidInput('batchRequests is required'));
  if (requests.length > MAX_SUBREQUESTS) {
    return refused(limitExceeded('The batch request has more than 25 subrequests'));
  }
  const read: Subrequest[] = [];
  for (const request of requests) {
    const { method, url, richInput } = isJsonObject(request) ? request : {};
    if (typeof method !== 'string' || typeof url !== 'string') {
      return refused(invalidInput('A subrequest needs method and url'));
    }
    read.push(readSubrequest(method, `/services/data/${url.replace(/^\/(?:services\/data\/)?/, '')}`, richInput, {}));
  }
  return ok(read);
}
