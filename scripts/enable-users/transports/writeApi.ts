import { explainFailure, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { textAt, parsedJson } from 'sf-cli/json';
import { ConnectionLost } from '../../shared/sf/askOrg.ts';
import { refusedFor, type OrgAnswer } from './orgAnswer.ts';
import type { OrgApi, OrgRequest } from './orgApi.ts';

/** The requests of a run. Paths begin behind `/services/data/vNN.0`. A lost connection is a refusal. */
export interface WriteApi {
  /** JSON out, JSON in; undefined for an empty answer. */
  send(method: OrgRequest['method'], path: string, body?: unknown): Promise<OrgAnswer<unknown>>;
  /** Streams a file, which is never in memory as a whole. */
  upload(path: string, csv: Iterable<string>): Promise<OrgAnswer<unknown>>;
  /** Reading the stream throws where it breaks off. */
  download(path: string): Promise<OrgAnswer<AsyncIterable<Uint8Array>>>;
  /** All rows of a query, over all its pages. */
  query(soql: string): Promise<OrgAnswer<readonly unknown[]>>;
}

/** The session, for streams: the library would keep whole files in memory. */
export interface Session {
  accessToken(): string;
  /** Rejects where the session can't be renewed. */
  refresh(): Promise<void>;
}

/** How long to wait for an answer to a file, which may have 100 MB. Milliseconds. */
const STREAM_TIMEOUT = 15 * 60_000;

/** Sends the requests of a run through the connection of the sf CLI. */
export function createWriteApi(org: OrgApi, session: Session): WriteApi {
  const base = `${org.url}/services/data/v${org.apiVersion}`;

  async function stream(path: string, init: () => RequestInit): Promise<OrgAnswer<Response>> {
    const ask = (): Promise<Response> =>
      fetch(base + path, {
        ...init(),
        headers: { Authorization: `Bearer ${session.accessToken()}`, 'Content-Type': 'text/csv', Accept: '*/*' },
        signal: AbortSignal.timeout(STREAM_TIMEOUT)
      });
    try {
      let response = await ask();
      if (response.status === 401) {
        await session.refresh();
        response = await ask();
      }
      return response.ok ? known(response) : refusedFor(await failureOf(response));
    } catch (error) {
      return refusedFor(lostConnection(error));
    }
  }

  return {
    send: async (method, path, body) => withoutThrow(() => org.call({ method, path, body })),
    upload: (path, csv) => stream(path, () => ({ method: 'PUT', body: streamOf(csv), duplex: 'half' })),
    download: async (path) => {
      const response = await stream(path, () => ({ method: 'GET' }));
      return response.kind === 'refused' ? response : known(bytesOf(response.value.body));
    },
    query: (soql) =>
      withoutThrow(async () => {
        const [answer] = await org.queries([soql]);
        return answer ?? known([]);
      })
  };
}

function streamOf(csv: Iterable<string>): ReadableStream<Uint8Array> {
  const lines = csv[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      const next: IteratorResult<string, unknown> = lines.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    }
  });
}

async function* bytesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
    yield part.value;
  }
}

async function withoutThrow<Value>(ask: () => Promise<OrgAnswer<Value>>): Promise<OrgAnswer<Value>> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ConnectionLost) return refusedFor(lostConnection(error.cause));
    throw error;
  }
}

async function failureOf(response: Response): Promise<Failure> {
  const text = await response.text().catch(() => '');
  return explainFailure({ status: response.status, body: parsedJson(text) });
}

/** A session that has ended, or no answer at all. */
function lostConnection(error: unknown): Failure {
  const words = `${textAt(error, 'name')} ${textAt(error, 'errorCode')} ${textAt(error, 'message')}`;
  const isSession = /INVALID_SESSION_ID|INVALID_AUTH_HEADER|ERROR_HTTP_401|invalid_grant|expired access|RefreshToken/iu;
  return {
    code: isSession.test(words) ? 'sessionExpired' : 'noAnswer',
    field: null,
    message: [textAt(error, 'message'), textAt(error, 'cause', 'code')].filter((part) => part !== '').join(': '),
    details: words,
    status: null
  };
}
