import { ConnectionLost, reasonOf } from './connectionLost.ts';

/** The session of the sf CLI with an org. */
export interface Session {
  /** Without a trailing slash. */
  readonly url: string;
  accessToken(): string;
  /** Rejects if the session can't be renewed. */
  refresh(): Promise<void>;
}

/** The part of a Connection of @salesforce/core that signs in and renews the session. */
export interface SignedIn {
  readonly instanceUrl: string;
  readonly accessToken?: string | null | undefined;
  refreshAuth(): Promise<unknown>;
}

export function sessionOf(connection: SignedIn): Session {
  return {
    url: connection.instanceUrl.replace(/(?<!\/)\/+$/, ''),
    accessToken: () => connection.accessToken ?? '',
    refresh: async () => {
      await connection.refreshAuth();
    }
  };
}

export interface HttpRequest {
  readonly method: string;
  /** From `/services` on. */
  readonly path: string;
  /** Made anew for each attempt, because a stream can be sent only once. */
  readonly body?: (() => BodyInit) | undefined;
  readonly contentType?: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Sends a request, and again as a whole after the session was renewed. Rejects with ConnectionLost. */
export type Exchange = (request: HttpRequest) => Promise<Response>;

export type Send = (url: string, init: RequestInit) => Promise<Response>;

/**
 * One HTTP exchange with an org. Its own `fetch`, because the library's requests lose the status and the headers of an
 * answer, and an answer that breaks off ends the process (docs/decisions/retries.md).
 */
export function createExchange(session: Session, send: Send = (url, init) => fetch(url, init)): Exchange {
  async function attempt({ method, path, body, contentType = 'application/json', timeout }: HttpRequest) {
    const headers = {
      Authorization: `Bearer ${session.accessToken()}`,
      Accept: '*/*',
      ...(body === undefined ? {} : { 'Content-Type': contentType })
    };
    const content = body === undefined ? {} : { body: body(), duplex: 'half' as const };
    try {
      return await send(session.url + path, { method, headers, signal: AbortSignal.timeout(timeout), ...content });
    } catch (error) {
      throw new ConnectionLost(reasonOf(error), { cause: error });
    }
  }

  return async (request) => {
    const answer = await attempt(request);
    if (answer.status !== 401) return answer;
    await answer.body?.cancel();
    try {
      await session.refresh();
    } catch (error) {
      throw new ConnectionLost(reasonOf(error), { cause: error });
    }
    return attempt(request);
  };
}

/** Milliseconds that an answer asks to wait (RFC 9110, 10.2.3: seconds or a date); null if it doesn't ask. */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const text = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/u.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
