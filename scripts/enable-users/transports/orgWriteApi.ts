import { explainFailure, type Failure } from 'c/externalUserRules';
import { textAt, parsedJson } from 'sf-cli/json';
import { ConnectionLost } from '../../shared/sf/askOrg.ts';
import type { Answer, OrgApi } from './orgApi.ts';
import { done, refused, type Reply } from './orgAnswer.ts';
import type { WriteApi } from './writeApi.ts';

/** What streams need of a session: the library itself keeps whole files in memory. */
export interface Session {
  accessToken(): string;
  /** Rejects where the session can't be renewed. */
  refresh(): Promise<void>;
}

/** Milliseconds until an answer begins; a file of 100 MB may take its time. */
const STREAM_TIMEOUT = 15 * 60_000;

/** The requests of a run, made through the connection of the sf CLI. */
export function createWriteApi(org: OrgApi, session: Session): WriteApi {
  const base = `${org.url}/services/data/v${org.apiVersion}`;

  async function stream(path: string, init: () => RequestInit): Promise<Reply<Response>> {
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
      return response.ok ? done(response) : refused(await failureOf(response));
    } catch (error) {
      return refused(lost(error));
    }
  }

  return {
    send: async (method, path, body) =>
      replyOf(() => org.call({ method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })),
    upload: (path, csv) => stream(path, () => ({ method: 'PUT', body: streamOf(csv), duplex: 'half' })),
    download: async (path) => {
      const reply = await stream(path, () => ({ method: 'GET' }));
      return reply.kind === 'refused' ? reply : done(bytesOf(reply.value.body));
    },
    query: async (soql) =>
      replyOf(async () => {
        const [answer] = await org.queries([soql]);
        return answer ?? { kind: 'known', value: [] };
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

async function replyOf<Value>(ask: () => Promise<Answer<Value>>): Promise<Reply<Value>> {
  try {
    const answer = await ask();
    if (answer.kind === 'known') return done(answer.value);
    const { code, message, status } = answer;
    return refused(explainFailure({ status, body: [{ errorCode: code, message }] }));
  } catch (error) {
    if (error instanceof ConnectionLost) return refused(lost(error.cause));
    throw error;
  }
}

async function failureOf(response: Response): Promise<Failure> {
  const text = await response.text().catch(() => '');
  return explainFailure({ status: response.status, body: parsedJson(text) });
}

/** A session that has ended, or no answer at all. */
function lost(error: unknown): Failure {
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
