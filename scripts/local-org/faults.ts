import type { MiddlewareHandler } from 'hono';

/** What happens instead of, or before, an answer. Milliseconds for a delay. */
export type FaultEffect =
  | { readonly kind: 'respond'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'dropBeforeCommit' }
  | { readonly kind: 'dropAfterCommit' }
  | { readonly kind: 'delay'; readonly milliseconds: number };

/** The next `times` requests of a method and path meet the effect. A path ends in `*` to match all that start so. */
export interface Fault {
  readonly method: string;
  readonly path: string;
  readonly times: number;
  readonly effect: FaultEffect;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  readonly middleware: MiddlewareHandler;
}

const DROP_HEADER = 'X-Local-Org-Connection';

/** Whether a response stands for a connection that breaks without an answer; the server destroys the socket then. */
export function isDroppedConnection(response: Response): boolean {
  return response.headers.get(DROP_HEADER) === 'drop';
}

/** A list of faults that tests fill, and the middleware that lets requests meet them, oldest fault first. */
export function createFaults(): Faults {
  let pending: { readonly fault: Fault; left: number }[] = [];
  const take = (method: string, pathname: string): FaultEffect | null => {
    const entry = pending.find(({ fault }) => matches(fault, method, pathname));
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
    },
    middleware: async (c, next) => {
      const effect = take(c.req.method, c.req.path);
      if (effect === null) {
        await next();
        return undefined;
      }
      switch (effect.kind) {
        case 'respond':
          return Response.json(effect.body, { status: effect.status });
        case 'dropBeforeCommit':
          return droppedConnection();
        case 'dropAfterCommit':
          await next();
          c.res = undefined;
          c.res = droppedConnection();
          return undefined;
        case 'delay':
          await new Promise((resolve) => setTimeout(resolve, effect.milliseconds));
          await next();
          return undefined;
      }
    }
  };
}

function droppedConnection(): Response {
  return new Response(null, { status: 502, headers: { [DROP_HEADER]: 'drop' } });
}

/** A fault's path is compared with what follows `/services/data/vNN.0`, or with the whole path. */
function matches(fault: Fault, method: string, pathname: string): boolean {
  if (fault.method.toUpperCase() !== method) return false;
  const inApi = pathname.replace(/^\/services\/data\/v\d+\.\d+/, '');
  return [inApi, pathname].some((path) =>
    fault.path.endsWith('*') ? path.startsWith(fault.path.slice(0, -1)) : path === fault.path
  );
}
