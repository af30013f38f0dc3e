import { known } from 'sf-cli/answer';
import { listAt, type Json } from 'sf-cli/json';
import { ConnectionLost } from '../../shared/sf/connectionLost.ts';
import { createExchange, type Send, type Session } from '../../shared/sf/exchange.ts';
import { systemClock, type Clock } from './clock.ts';
import type { OrgAnswer } from './orgAnswer.ts';
import { createOrgClock, dateAnswer, type DatedAnswer, type OrgClock } from './orgClock.ts';
import { lostConnection, readJson, refusalOf, toPage, toSubrequestPage, type Page, type Rows } from './readAnswer.ts';
import { requestKind, type REQUESTS, type RequestKind } from './requests.ts';

export interface OrgRequest {
  readonly method: (typeof REQUESTS)[RequestKind]['method'];
  /** Below `/services/data/vNN.0`, such as `/limits`; or from `/services` on, as the org's own links are. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Sends each request once, and never rejects for what the org or the network does. */
export interface OrgClient {
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiVersion: string;
  send(request: OrgRequest): Promise<OrgAnswer<unknown>>;
  /** Sends or gets a file, which is never in memory as a whole. The content is made anew for each attempt. */
  stream(method: 'GET' | 'PUT', path: string, csv?: () => Iterable<string>): Promise<OrgAnswer<Response>>;
  page(path: string): Promise<OrgAnswer<Page>>;
  /** All rows of at most five queries, asked in one call. `queryAll` finds records in the recycle bin as well. */
  queries(soqls: readonly string[], resource?: QueryResource): Promise<readonly OrgAnswer<Rows>[]>;
  /** How many API calls were made. */
  calls(): number;
  /** The org's clock, as the last answer that said its time shows it. */
  orgClock(): OrgClock;
}

/** At most 5 of the subrequests may be queries (REST API Developer Guide, Composite). */
const MOST_QUERIES = 5;
/** For an answer to 200 records. Milliseconds. */
const TIMEOUT = 120_000;
/** For an answer to a file, which may have 100 MB. Milliseconds. */
const STREAM_TIMEOUT = 15 * 60_000;

export function createOrgClient(
  session: Session,
  apiVersion: string,
  transport?: Send,
  clock: Pick<Clock, 'now' | 'date'> = systemClock
): OrgClient {
  const base = `/services/data/v${apiVersion}`;
  const exchange = createExchange(session, transport);
  let calls = 0;
  let dated: DatedAnswer | null = null;

  async function ask<Value>(
    method: OrgRequest['method'],
    path: string,
    options: { readonly body?: (() => BodyInit) | undefined; readonly contentType?: string; readonly timeout: number },
    read: (response: Response) => Promise<OrgAnswer<Value>>
  ): Promise<OrgAnswer<Value>> {
    requestKind(method, path.replace(base, ''));
    calls++;
    const askedAt = clock.now();
    try {
      const response = await exchange({ method, path: path.startsWith('/services/') ? path : base + path, ...options });
      dated = dateAnswer(response.headers, askedAt, clock) ?? dated;
      return await (response.ok ? read(response) : refusalOf(response));
    } catch (error) {
      if (error instanceof ConnectionLost) return lostConnection(error);
      throw error;
    }
  }

  const send: OrgClient['send'] = ({ method, path, body }) =>
    ask(
      method,
      path,
      { timeout: TIMEOUT, body: body === undefined ? undefined : () => JSON.stringify(body) },
      readJson
    );

  async function page(path: string): Promise<OrgAnswer<Page>> {
    const answer = await send({ method: 'GET', path });
    return answer.kind === 'refused' ? answer : toPage(answer.value);
  }

  async function allRows(first: OrgAnswer<Page>): Promise<OrgAnswer<Rows>> {
    const rows: Json[] = [];
    for (let one = first; ; one = await page(one.value.next)) {
      if (one.kind === 'refused') return one;
      rows.push(...one.value.rows);
      if (one.value.next === '') return known(rows);
    }
  }

  return {
    url: session.url,
    apiVersion,
    send,
    stream: async (method, path, csv) => {
      const broken: unknown[] = [];
      const body = csv === undefined ? undefined : () => streamOf(csv(), broken);
      const answer = await ask<Response>(
        method,
        path,
        { timeout: STREAM_TIMEOUT, body, contentType: 'text/csv' },
        (response) => Promise.resolve(known(response))
      );
      // The rows could not be read, which is no fault of the network.
      if (broken.length > 0) throw broken[0];
      return answer;
    },
    page,
    queries: async (soqls, resource) => {
      if (soqls.length > MOST_QUERIES) throw new Error(`${String(soqls.length)} queries are too many for one call.`);
      const compositeRequest = soqls.map((soql, index) => ({
        method: 'GET',
        url: `${base}${queryPath(soql, resource)}`,
        referenceId: `query${String(index)}`
      }));
      const answer = await send({
        method: 'POST',
        path: '/composite',
        body: { allOrNone: false, compositeRequest }
      });
      if (answer.kind === 'refused') return soqls.map(() => answer);
      const parts = listAt(answer.value, 'compositeResponse');
      return Promise.all(soqls.map((_soql, index) => allRows(toSubrequestPage(parts[index]))));
    },
    calls: () => calls,
    orgClock: () => createOrgClock(dated, clock)
  };
}

/** Query, or QueryAll (REST API Developer Guide). */
export type QueryResource = 'query' | 'queryAll';

export function queryPath(soql: string, resource: QueryResource = 'query'): string {
  return `/${resource}?q=${encodeURIComponent(soql)}`;
}

function streamOf(csv: Iterable<string>, broken: unknown[]): ReadableStream<Uint8Array> {
  const lines = csv[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      try {
        const next: IteratorResult<string, unknown> = lines.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        broken.push(error);
        controller.error(error);
      }
    }
  });
}
