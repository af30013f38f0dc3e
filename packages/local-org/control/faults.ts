import type { Context, MiddlewareHandler } from 'hono';

/** An answer that replaces the API's: text is sent unchanged, any other value as JSON. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Without a `Content-Type` the body decides it. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request meets. "After commit" means that the org has executed the request before the fault. */
export type FaultEffect =
  | ({ readonly kind: 'respond' | 'respondAfterCommit' } & FaultAnswer)
  | { readonly kind: 'dropBeforeCommit' | 'dropAfterCommit' | 'hangBeforeCommit' | 'hangAfterCommit' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly limit: ThrottleLimit }
  | { readonly kind: 'truncate'; readonly bytes: number };

/** The limit that a throttled request has reached. Source: "API Request Limits and Allocations"; texts as orgs answer them. */
export type ThrottleLimit = keyof typeof THROTTLED;
export const THROTTLED = {
  TotalRequests: 'TotalRequests Limit exceeded.',
  ConcurrentRequests: 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.'
} as const;

/** The next `times` requests of a method and path meet the effect. A path that ends in `*` matches every longer path. */
export interface Fault {
  readonly method: string;
  readonly path: string;
  readonly times: number;
  /** Limits the fault to one GraphQL operation by its name: `FindContact`. */
  readonly operation?: string;
  readonly effect: FaultEffect;
}

export interface Faults {
  add(fault: Fault): void;
  /** Removes all faults and breaks the connections that hang. */
  clear(): void;
  /** Counts the faults that no request has met yet, each `times` times, and the requests that hang now. */
  count(): { readonly pending: number; readonly hanging: number };
  readonly middleware: MiddlewareHandler;
}

const DROP_HEADER = 'X-Local-Org-Connection';

/** Whether the server must destroy the socket instead of sending this response. */
export function isDroppedConnection(response: Response): boolean {
  return response.headers.get(DROP_HEADER) === 'drop';
}

/** Faults that tests add, and the middleware that applies them to requests, oldest fault first. */
export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  let release = Promise.withResolvers<undefined>();
  let hanging = 0;

  const hang = async (c: Context): Promise<Response> => {
    hanging += 1;
    await untilGone(c, release.promise);
    hanging -= 1;
    return droppedConnection();
  };

  const take = async (c: Context): Promise<FaultEffect | null> => {
    const candidates = pending.filter(({ fault }) => matches(fault, c.req.method, c.req.path));
    if (candidates.length === 0) return null;
    const operation = candidates.some(({ fault }) => fault.operation !== undefined) ? await operationOf(c) : undefined;
    const entry = candidates.find(
      ({ fault, left }) => left > 0 && (fault.operation === undefined || fault.operation === operation)
    );
    if (entry === undefined) return null;
    entry.left -= 1;
    pending = pending.filter(({ left }) => left > 0);
    return entry.fault.effect;
  };

  return {
    add: (fault) => {
      if (fault.times > 0) pending.push({ fault, left: fault.times });
    },
    clear: () => {
      pending = [];
      release.resolve(undefined);
      release = Promise.withResolvers();
    },
    count: () => ({ pending: pending.reduce((sum, { left }) => sum + left, 0), hanging }),
    middleware: async (c, next) => {
      const effect = await take(c);
      switch (effect?.kind) {
        case undefined:
          await next();
          return undefined;
        case 'delay':
          await new Promise((resolve) => setTimeout(resolve, effect.milliseconds));
          await next();
          return undefined;
        case 'respond':
          return answerOf(effect);
        case 'throttle': {
          const body = [{ message: THROTTLED[effect.limit], errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
          return answerOf({ status: 403, body });
        }
        case 'truncate':
          await next();
          replaceAnswer(c, await truncated(c.res, effect.bytes));
          return undefined;
        case 'dropBeforeCommit':
          return droppedConnection();
        case 'hangBeforeCommit':
          return hang(c);
        case 'respondAfterCommit':
          await next();
          replaceAnswer(c, answerOf(effect));
          return undefined;
        case 'dropAfterCommit':
          await next();
          replaceAnswer(c, droppedConnection());
          return undefined;
        case 'hangAfterCommit':
          await next();
          replaceAnswer(c, await hang(c));
          return undefined;
      }
    }
  };
}

/** The beginning of an answer, with its status and headers; nothing tells the client that the rest is missing. */
async function truncated(answer: Response, bytes: number): Promise<Response> {
  const body = (await answer.arrayBuffer()).slice(0, bytes);
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  return new Response(body, { status: answer.status, headers });
}

/** Removes the old answer first, because Hono merges its headers into the new one. */
function replaceAnswer(c: Context, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}

function answerOf({ status, body, headers = {} }: FaultAnswer): Response {
  if (typeof body !== 'string') return Response.json(body, { status, headers });
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  return new Response(body, { status, headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers } });
}

function droppedConnection(): Response {
  return new Response(null, { status: 502, headers: { [DROP_HEADER]: 'drop' } });
}

/** Waits until the client gives up or a test clears the faults. */
async function untilGone(c: Context, released: Promise<undefined>): Promise<void> {
  const { signal } = c.req.raw;
  const aborted = new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
  if (!signal.aborted) await Promise.race([aborted, released]);
}

/** Compares a fault's path with the path behind `/services/data/vNN.0` and with the whole path. */
function matches(fault: Fault, method: string, pathname: string): boolean {
  if (fault.method.toUpperCase() !== method) return false;
  const inApi = pathname.replace(/^\/services\/data\/v\d+\.\d+/, '');
  return [inApi, pathname].some((path) =>
    fault.path.endsWith('*') ? path.startsWith(fault.path.slice(0, -1)) : path === fault.path
  );
}

/** The operation that a GraphQL request names, or the first one in its document. */
async function operationOf(c: Context): Promise<string | undefined> {
  const body = await c.req.text();
  const named = /"operationName"\s*:\s*"(\w+)"/.exec(body)?.[1];
  return named ?? /\b(?:query|mutation)\s+(\w+)/.exec(body)?.[1];
}
