import { flagAt, isJson, listAt, numberAt, textAt, valueAt, type Json } from 'sf-cli/json';
import { known, type Known } from 'sf-cli/answer';
import { askOrg } from '../../shared/sf/askOrg.ts';

/** What the org says, or the code and words with which it refuses. A connection that is lost is thrown as ConnectionLost. */
export type Answer<Value> =
  | Known<Value>
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly status: number | null };

export type Rows = readonly Json[];

export interface OrgRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/services/data/vNN.0`, such as `/limits`; or from `/services` on, as the org's own links are. */
  readonly path: string;
  /** Sent as JSON; a text goes out as it is. */
  readonly body?: Json | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The calls that the command makes; tests hand in their own. */
export interface OrgApi {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiVersion: string;
  readonly call: (request: OrgRequest) => Promise<Answer<unknown>>;
  /** The pages of a query as they come, of 2,000 rows at most; a refusal is the last one. */
  readonly pages: (soql: string) => AsyncGenerator<Answer<Rows>, void>;
  /**
   * At most five queries in one call. Help 000386264: a query that is longer than an address may be (16,384 bytes with
   * headers) goes into the body of a Composite request, which counts as one call.
   */
  readonly queries: (soqls: readonly string[]) => Promise<readonly Answer<Rows>[]>;
  /** How many API calls were made. */
  readonly calls: () => number;
}

/** What is used of a Connection of @salesforce/core, which signs in, sends and refreshes the session. */
export interface Wire {
  readonly instanceUrl: string;
  getApiVersion(): string;
  getUsername(): string | undefined;
  request(
    request: {
      readonly method: OrgRequest['method'];
      readonly url: string;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    },
    options: typeof PATIENCE
  ): PromiseLike<unknown>;
}

/** REST API Developer Guide, Composite: at most 5 of the subrequests may be queries. */
const MOST_QUERIES = 5;

/** Milliseconds. The library itself tries again what only reads; what writes is the caller's to repeat. */
const PATIENCE = { timeout: 120_000, retry: { maxRetries: 4, methods: ['GET'] } };
const READING_BY_POST = { ...PATIENCE, retry: { ...PATIENCE.retry, methods: ['POST'] } };

export function createOrgApi(connection: Wire): OrgApi {
  const apiVersion = connection.getApiVersion();
  const base = `/services/data/v${apiVersion}`;
  let calls = 0;

  async function call({ method, path, body, headers }: OrgRequest, patience = PATIENCE): Promise<Answer<unknown>> {
    calls++;
    const url = path.startsWith('/services/') ? path : `${base}${path}`;
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    return askOrg(
      async () =>
        connection.request(
          {
            method,
            url,
            ...(text === undefined ? {} : { body: text }),
            ...(headers === undefined ? {} : { headers: { ...headers } })
          },
          patience
        ),
      refusalOf
    );
  }

  async function* pages(soql: string): AsyncGenerator<Answer<Rows>, void> {
    let path = queryPath(soql);
    while (path !== '') {
      const answer = await call({ method: 'GET', path });
      yield answer.kind === 'refused' ? answer : known(recordsOf(answer.value));
      path = answer.kind === 'refused' ? '' : nextPage(answer.value);
    }
  }

  async function queries(soqls: readonly string[]): Promise<readonly Answer<Rows>[]> {
    if (soqls.length > MOST_QUERIES) throw new Error(`${String(soqls.length)} queries are too many for one call.`);
    const compositeRequest = soqls.map((soql, index) => ({
      method: 'GET',
      url: `${base}${queryPath(soql)}`,
      referenceId: `query${String(index)}`
    }));
    const answer = await call(
      { method: 'POST', path: '/composite', body: { allOrNone: false, compositeRequest } },
      READING_BY_POST
    );
    if (answer.kind === 'refused') return soqls.map(() => answer);
    const parts = listAt(answer.value, 'compositeResponse');
    return Promise.all(soqls.map((_soql, index) => wholeAnswer(parts[index])));
  }

  /** An answer may be cut off where the org thinks that it is long enough. */
  async function wholeAnswer(part: unknown): Promise<Answer<Rows>> {
    const status = numberAt(part, 'httpStatusCode') ?? 0;
    if (status >= 300) {
      const [error] = listAt(part, 'body');
      return { kind: 'refused', code: textAt(error, 'errorCode'), message: wordsOf(textAt(error, 'message')), status };
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

function refusalOf(code: string, error: unknown): Exclude<Answer<never>, Known<never>> {
  const status = numberAt(error, 'statusCode') ?? (Number(/^ERROR_HTTP_(\d+)$/.exec(code)?.[1] ?? NaN) || null);
  return { kind: 'refused', code, message: wordsOf(textAt(error, 'message')), status };
}

/** Of a refused query without the query itself, which may be very long; a page or JSON is nothing to show. */
function wordsOf(message: string): string {
  const words = message.replace(/^[\s\S]*ERROR at Row:\d+:Column:\d+\n/, '');
  return /^\s*[<[{]/.test(words) ? '' : words;
}
