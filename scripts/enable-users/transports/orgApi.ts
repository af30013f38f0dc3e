import { known } from 'sf-cli/answer';
import { flagAt, isJson, listAt, numberAt, textAt, valueAt, type Json } from 'sf-cli/json';
import { askOrg } from '../../shared/sf/askOrg.ts';
import { refusal, type OrgAnswer, type OrgRefusal } from './orgAnswer.ts';

export type Rows = readonly Json[];

export interface OrgRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/services/data/vNN.0`, such as `/limits`; or from `/services` on, as the org's own links are. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** The org, as the command asks it; tests hand in their own. A lost connection is thrown as ConnectionLost. */
export interface OrgApi {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiVersion: string;
  readonly call: (request: OrgRequest) => Promise<OrgAnswer<unknown>>;
  /** The pages of a query as they come, each of at most 2,000 rows. A refusal is the last one. */
  readonly pages: (soql: string) => AsyncGenerator<OrgAnswer<Rows>, void>;
  /**
   * At most five queries in one call. They go into the body of a Composite request, as an address with its headers may have
   * 16,384 bytes (Help 000386264).
   */
  readonly queries: (soqls: readonly string[]) => Promise<readonly OrgAnswer<Rows>[]>;
  /** How many API calls were made. */
  readonly calls: () => number;
}

/** The part of a Connection of @salesforce/core that is used: it signs in, sends, and refreshes the session. */
export interface OrgConnection {
  readonly instanceUrl: string;
  getApiVersion(): string;
  getUsername(): string | undefined;
  request(
    request: { readonly method: OrgRequest['method']; readonly url: string; readonly body?: string },
    options: typeof RETRYING_GET
  ): PromiseLike<unknown>;
}

/** At most 5 of the subrequests may be queries (REST API Developer Guide, Composite). */
const MOST_QUERIES = 5;

/** The library repeats only requests that read. The caller decides whether a request that writes is repeated. Milliseconds. */
const RETRYING_GET = { timeout: 120_000, retry: { maxRetries: 4, methods: ['GET'] } };
/** For a POST that only reads. */
const RETRYING_POST = { ...RETRYING_GET, retry: { ...RETRYING_GET.retry, methods: ['POST'] } };

export function createOrgApi(connection: OrgConnection): OrgApi {
  const apiVersion = connection.getApiVersion();
  const base = `/services/data/v${apiVersion}`;
  let calls = 0;

  async function call({ method, path, body }: OrgRequest, options = RETRYING_GET): Promise<OrgAnswer<unknown>> {
    calls++;
    const url = path.startsWith('/services/') ? path : `${base}${path}`;
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    return askOrg(async () => connection.request({ method, url, ...text }, options), toRefusal);
  }

  async function* pages(soql: string): AsyncGenerator<OrgAnswer<Rows>, void> {
    let path = queryPath(soql);
    while (path !== '') {
      const answer = await call({ method: 'GET', path });
      yield answer.kind === 'refused' ? answer : known(recordsOf(answer.value));
      path = answer.kind === 'refused' ? '' : nextPage(answer.value);
    }
  }

  async function queries(soqls: readonly string[]): Promise<readonly OrgAnswer<Rows>[]> {
    if (soqls.length > MOST_QUERIES) throw new Error(`${String(soqls.length)} queries are too many for one call.`);
    const compositeRequest = soqls.map((soql, index) => ({
      method: 'GET',
      url: `${base}${queryPath(soql)}`,
      referenceId: `query${String(index)}`
    }));
    const body = { allOrNone: false, compositeRequest };
    const answer = await call({ method: 'POST', path: '/composite', body }, RETRYING_POST);
    if (answer.kind === 'refused') return soqls.map(() => answer);
    const parts = listAt(answer.value, 'compositeResponse');
    return Promise.all(soqls.map((_soql, index) => toRows(parts[index])));
  }

  /** The org may end a page anywhere, also in a Composite request. */
  async function toRows(part: unknown): Promise<OrgAnswer<Rows>> {
    const status = numberAt(part, 'httpStatusCode') ?? 0;
    if (status >= 300) {
      const [error] = listAt(part, 'body');
      return refusal(textAt(error, 'errorCode'), readableMessage(textAt(error, 'message')), status);
    }
    const body = valueAt(part, 'body');
    const records = [...recordsOf(body)];
    for (let path = nextPage(body); path !== '';) {
      const more = await call({ method: 'GET', path });
      if (more.kind === 'refused') return more;
      records.push(...recordsOf(more.value));
      path = nextPage(more.value);
    }
    return known(records);
  }

  return {
    username: connection.getUsername() ?? '',
    url: connection.instanceUrl.replace(/\/+$/, ''),
    apiVersion,
    call: (request) => call(request),
    pages,
    queries,
    calls: () => calls
  };
}

function queryPath(soql: string): string {
  return `/query?q=${encodeURIComponent(soql)}`;
}

function recordsOf(page: unknown): Rows {
  return listAt(page, 'records').filter(isJson);
}

function nextPage(page: unknown): string {
  return flagAt(page, 'done') === false ? textAt(page, 'nextRecordsUrl') : '';
}

function toRefusal(code: string, error: unknown): OrgRefusal {
  const status = numberAt(error, 'statusCode') ?? (Number(/^ERROR_HTTP_(\d+)$/.exec(code)?.[1] ?? NaN) || null);
  return refusal(code, readableMessage(textAt(error, 'message')), status);
}

/** Leaves out the refused query, which may be very long, and a message that is HTML or JSON. */
function readableMessage(message: string): string {
  const readable = message.replace(/^[\s\S]*ERROR at Row:\d+:Column:\d+\n/, '');
  return /^\s*[<[{]/.test(readable) ? '' : readable;
}
