import { listAt } from 'sf-cli/json';
import type { Send } from '../../shared/sf/exchange.ts';
import { requestKind, type RequestKind } from '../transports/requests.ts';
import { html, json, networkError } from './scriptedClient.ts';

/** What happens to a request, which `ask` carries out. */
export type Fault = (ask: () => Promise<Response>) => Promise<Response>;

const ERROR = [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }];

/** The request doesn't reach the org, or reaches it, and then gets another answer than that of the org. */
const instead =
  (answer: () => Response, isCarriedOut: boolean): Fault =>
  async (ask) => {
    if (isCarriedOut) await (await ask()).arrayBuffer();
    return answer();
  };

const breaks =
  (error: () => Error, isCarriedOut: boolean): Fault =>
  async (ask) => {
    if (isCarriedOut) await (await ask()).arrayBuffer();
    throw error();
  };

/** Changes the text of an answer. An answer without a text stays as it is. */
const altered =
  (change: (text: string) => string): Fault =>
  async (ask) => {
    const answer = await ask();
    const text = await answer.text();
    const { status, headers } = answer;
    return new Response(text === '' ? null : change(text), { status, headers });
  };

const timeout = (): Error => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
const reset = (): Error => networkError('ECONNRESET');

const statuses = (of: readonly number[], isCarriedOut: boolean): Readonly<Record<string, Fault>> =>
  Object.fromEntries(
    of.flatMap((status) => {
      const when = isCarriedOut ? 'after it was carried out' : 'before it is carried out';
      return [
        [`${String(status)} with an error in JSON ${when}`, instead(() => json(ERROR, status), isCarriedOut)],
        [`${String(status)} with HTML ${when}`, instead(() => html(status), isCarriedOut)],
        [`${String(status)} without a body ${when}`, instead(() => new Response(null, { status }), isCarriedOut)]
      ];
    })
  );

/** Faults that pass: the same request is answered the next time. */
export const PASSING_FAULTS: Readonly<Record<string, Fault>> = {
  ...statuses([429, 500, 503], false),
  // What such an answer says of the request is not always so [F-095].
  ...statuses([500, 503], true),
  '502 with HTML after it was carried out': instead(() => html(502), true),
  '504 without a body after it was carried out': instead(() => new Response(null, { status: 504 }), true),
  '200 with HTML before it is carried out': instead(() => html(200), false),
  '200 with HTML after it was carried out': instead(() => html(200), true),
  '200 with other JSON before it is carried out': instead(() => json({ hello: 1 }), false),
  '200 with other JSON after it was carried out': instead(() => json({ hello: 1 }), true),
  '200 without a body before it is carried out': instead(() => new Response(''), false),
  '200 without a body after it was carried out': instead(() => new Response(''), true),
  'half of its answer': altered((text) => text.slice(0, text.length / 2)),
  'its answer twice': altered((text) => `${text}${text}`),
  'no answer in time, before it is carried out': breaks(timeout, false),
  'no answer in time, after it was carried out': breaks(timeout, true),
  'a reset of the connection before it is carried out': breaks(reset, false),
  'a reset of the connection after it was carried out': breaks(reset, true),
  'a refused connection': breaks(() => networkError('ECONNREFUSED'), false)
};

/** The session has ended. */
export const ENDED_SESSION: Fault = instead(
  () => json([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], 401),
  false
);

/** A network in which the first request of each kind meets a fault. `met` are those kinds. */
export function createFaultyNetwork(fault: Fault): {
  readonly network: (send: Send) => Send;
  readonly met: ReadonlySet<RequestKind>;
} {
  const met = new Set<RequestKind>();
  return {
    met,
    network: (send) => async (url, init) => {
      const kind = requestKind(init.method ?? '', pathOf(url));
      const ask = (): Promise<Response> => send(url, init);
      if (met.has(kind)) return ask();
      met.add(kind);
      return fault(ask);
    }
  };
}

/** A network whose org answers a query in two pages, as it may for any number of rows. */
export function inTwoPages(send: Send): Send {
  const later = new Map<string, unknown[]>();
  return async (url, init) => {
    const rest = later.get(pathOf(url));
    if (rest !== undefined) return json({ done: true, records: rest });
    const answer = await send(url, init);
    if (!pathOf(url).startsWith('/query?q=') || !answer.ok) return answer;
    const records = listAt(await answer.json(), 'records');
    const next = `/query/01g${String(later.size)}-1`;
    later.set(next, records.slice(1));
    return json({
      done: false,
      records: records.slice(0, 1),
      nextRecordsUrl: url.replace(pathOf(url), next).replace(/^https?:\/\/[^/]+/u, '')
    });
  };
}

/** Behind `/services/data/vNN.0`. */
function pathOf(url: string): string {
  return url.replace(/^.*\/services\/data\/v\d+\.0/u, '');
}
