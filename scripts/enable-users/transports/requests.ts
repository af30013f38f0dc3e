/**
 * What a second execution of a request does. `repeatable`: no harm. `askFirst`: another record, so after an unclear answer
 * the org is asked before it is sent again. `once`: the platform takes it once, so its effect is looked up.
 */
export type Repetition = 'repeatable' | 'askFirst' | 'once';

interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Behind `/services/data/vNN.0`. */
  readonly path: RegExp;
  readonly repetition: Repetition;
}

/** Every kind of request of the command. What isn't in the table can't be sent. */
export const REQUESTS = {
  query: { method: 'GET', path: /^\/query\?q=/u, repetition: 'repeatable' },
  queryPage: { method: 'GET', path: /^\/query\/\w/u, repetition: 'repeatable' },
  toolingQuery: { method: 'GET', path: /^\/tooling\/query\?q=/u, repetition: 'repeatable' },
  compositeQueries: { method: 'POST', path: /^\/composite$/u, repetition: 'repeatable' },
  describeUser: { method: 'GET', path: /^\/sobjects\/User\/describe$/u, repetition: 'repeatable' },
  describeListView: {
    method: 'GET',
    path: /^\/sobjects\/Contact\/listviews\/\w+\/describe$/u,
    repetition: 'repeatable'
  },
  // Creates users, and assigns permission sets, of which the org refuses a second one.
  createRecords: { method: 'POST', path: /^\/composite\/sobjects$/u, repetition: 'askFirst' },
  updateRecords: { method: 'PATCH', path: /^\/composite\/sobjects$/u, repetition: 'repeatable' },
  updateSite: { method: 'PATCH', path: /^\/sobjects\/Network\/\w+$/u, repetition: 'repeatable' },
  resetPassword: { method: 'DELETE', path: /^\/sobjects\/User\/\w+\/password$/u, repetition: 'once' },
  createJob: { method: 'POST', path: /^\/jobs\/ingest$/u, repetition: 'repeatable' },
  uploadRows: { method: 'PUT', path: /^\/jobs\/ingest\/\w+\/batches$/u, repetition: 'once' },
  // Closes or aborts a job; the job says whether it is closed.
  changeJob: { method: 'PATCH', path: /^\/jobs\/ingest\/\w+$/u, repetition: 'once' },
  readJob: { method: 'GET', path: /^\/jobs\/ingest\/\w+$/u, repetition: 'repeatable' },
  readResults: {
    method: 'GET',
    path: /^\/jobs\/ingest\/\w+\/(?:successful|failed)Results\/$/u,
    repetition: 'repeatable'
  }
} as const satisfies Readonly<Record<string, Request>>;

export type RequestKind = keyof typeof REQUESTS;

export const REQUEST_KINDS = Object.keys(REQUESTS).filter(isRequestKind);

function isRequestKind(name: string): name is RequestKind {
  return Object.hasOwn(REQUESTS, name);
}

/** The kind of a request. Throws for one that the table lacks, as nobody has said how it is repeated. */
export function requestKind(method: string, path: string): RequestKind {
  const kind = REQUEST_KINDS.find((name) => REQUESTS[name].method === method && REQUESTS[name].path.test(path));
  if (kind === undefined) throw new Error(`REQUESTS has no row for ${method} ${path}.`);
  return kind;
}
