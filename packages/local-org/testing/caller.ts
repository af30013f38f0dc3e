import type { StoredRecord } from '../engine/storage/record.ts';
import type { LocalOrg } from '../localOrg.ts';
import { createLocalOrg } from '../main.ts';

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, null for an empty body, or the text. */
  readonly body: unknown;
}

/** A client that sends requests to its local org as one person. Paths start behind `/services/data/v68.0`, or with `/services`. */
export interface Caller {
  readonly localOrg: LocalOrg;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    signal?: AbortSignal
  ): Promise<Answer>;
  graphql(query: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
  query(soql: string): Promise<Answer>;
  as(label: string): Caller;
  /** Finds a record by its `Name`; throws without one. */
  named(object: string, name: string): StoredRecord;
}

const URL_OF_TESTS = 'http://localhost:4280';

/** A client of a new starting org, as System Administrator. */
export function callerOf(org = 'ready'): Caller {
  const localOrg = createLocalOrg({ org, seed: 1, hasControlRoutes: true, url: () => URL_OF_TESTS });
  return createCaller(localOrg, 'System Administrator');
}

/** A client of an existing org, as the person with this label. */
export function createCaller(localOrg: LocalOrg, label: string): Caller {
  const person = localOrg.people.find((one) => one.label === label);
  if (person === undefined) throw new Error(`No ${label} in ${localOrg.name}`);
  const call: Caller['call'] = async (method, path, body, headers, signal) => {
    const whole = /^\/(?:\/?services|local-org|__local|id|servlet|acme\w+)\//.test(path)
      ? path
      : `/services/data/v68.0${path}`;
    const response = await localOrg.fetch(
      new Request(`${URL_OF_TESTS}${whole}`, {
        method,
        headers: { Authorization: `Bearer ${person.accessToken}`, ...headers },
        ...(signal === undefined ? {} : { signal }),
        ...(body === undefined ? {} : { body: isSentUnchanged(body) ? body : JSON.stringify(body) })
      })
    );
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
  };
  return {
    localOrg,
    call,
    graphql: async (query, variables = {}) => (await call('POST', '/graphql', { query, variables })).body,
    query: (soql) => call('GET', `/query?q=${encodeURIComponent(soql)}`),
    as: (other) => createCaller(localOrg, other),
    named: (object, name) => {
      const schema = localOrg.org.schema.object(object);
      const records = schema === undefined ? [] : localOrg.org.all(schema);
      const record = records.find((one) => one['Name'] === name);
      if (record === undefined) throw new Error(`No ${object} ${name} in ${localOrg.name}`);
      return record;
    }
  };
}

/** The records that a SOQL query finds. */
export async function found(caller: Caller, soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { body } = await caller.query(soql);
  return (body as { readonly records: readonly Readonly<Record<string, unknown>>[] }).records;
}

function isSentUnchanged(body: unknown): body is string | FormData {
  return typeof body === 'string' || body instanceof FormData;
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
