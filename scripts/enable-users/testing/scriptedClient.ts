import type { Session } from '../../shared/sf/exchange.ts';
import { createOrgClient, type OrgClient } from '../transports/orgClient.ts';

/** An answer of a server, or an error of the network. */
export type Reply = Response | Error;

export interface SentRequest {
  readonly method: string;
  /** Behind `/services/data/v68.0`. */
  readonly path: string;
  readonly body: string;
}

/** A client whose server answers by a function, and what was sent to it. A new session begins with each refresh. */
export function createScriptedClient(
  answer: (request: SentRequest, count: number) => Reply,
  refresh: Session['refresh'] = () => Promise.resolve()
): { readonly client: OrgClient; readonly sent: readonly SentRequest[] } {
  const sent: SentRequest[] = [];
  const session = { url: 'https://acme.example', accessToken: () => 'token', refresh };
  const client = createOrgClient(session, '68.0', async (url, { method = '', body }) => {
    const path = url.replace('https://acme.example/services/data/v68.0', '');
    sent.push({ method, path, body: await new Response(body ?? null).text() });
    const reply = answer(sent.at(-1) ?? { method, path, body: '' }, sent.length);
    if (reply instanceof Error) throw reply;
    return reply;
  });
  return { client, sent };
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(value, { status, headers });
}

export function html(status: number): Response {
  return new Response('<html><body>Maintenance</body></html>', { status, headers: { 'Content-Type': 'text/html' } });
}

/** An answer that breaks off. */
export function cutOff(text: string): Response {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
    },
    pull: (controller) => {
      controller.error(new TypeError('terminated'));
    }
  });
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}

export function networkError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
