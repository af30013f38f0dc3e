import { askOrg } from '../shared/sf/askOrg.ts';
import { known, refused, type Answer, type Refusal } from 'sf-cli/answer';
import { flagAt, isJson, listAt, numberAt, textAt, valueAt, type Json } from 'sf-cli/json';

/** The calls that the doctor makes. Each rejects with ConnectionLost when the org can't be reached. */
export interface Org {
  readonly username: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly apiVersion: string;
  /** All rows of a query, from all its pages. */
  query(soql: string): Promise<Answer<Rows>>;
  toolingQuery(soql: string): Promise<Answer<Rows>>;
  /** `data.uiapi` of a GraphQL query. An error in the answer is a refusal. */
  graphql(query: string): Promise<Answer<Json>>;
  /** Calls User Interface API. The path starts after `/ui-api`. */
  uiApi(method: Method, path: string, body?: Json): Promise<Answer<Json>>;
  /** Reads a component of the Metadata API, such as `CommunitiesSettings` `Communities`. */
  readMetadata(type: 'CommunitiesSettings', fullName: string): Promise<Answer<Json>>;
}

/** The part of a Connection of @salesforce/core that the doctor uses. It signs in, sends, and refreshes the session. */
export interface OrgConnection {
  readonly instanceUrl: string;
  readonly metadata: { read(type: 'CommunitiesSettings', fullName: string): Promise<unknown> };
  getApiVersion(): string;
  getUsername(): string | undefined;
  request(
    request: { readonly method: Method; readonly url: string; readonly body?: string },
    options: typeof REQUEST_OPTIONS
  ): PromiseLike<unknown>;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Rows {
  readonly total: number;
  readonly records: readonly Json[];
}

/** A short time and one more attempt, as a person waits. Milliseconds. */
const REQUEST_OPTIONS = { timeout: 60_000, retry: { maxRetries: 1 } };

export function createOrg(connection: OrgConnection): Org {
  const apiVersion = connection.getApiVersion();
  const base = `/services/data/v${apiVersion}`;

  async function call(method: Method, path: string, body?: Json): Promise<Answer<unknown>> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return askOrg(async () => connection.request({ method, url: path, ...sent }, REQUEST_OPTIONS), refusalOf);
  }

  async function query(resource: string, soql: string): Promise<Answer<Rows>> {
    const records: Json[] = [];
    let path = `${base}/${resource}?q=${encodeURIComponent(soql)}`;
    for (;;) {
      const page = await call('GET', path);
      if (page.kind === 'refused') return page;
      records.push(...listAt(page.value, 'records').filter(isJson));
      path = textAt(page.value, 'nextRecordsUrl');
      if (flagAt(page.value, 'done') !== false || path === '') {
        return known({ total: numberAt(page.value, 'totalSize') ?? records.length, records });
      }
    }
  }

  return {
    username: connection.getUsername() ?? '',
    url: connection.instanceUrl.replace(/\/+$/, ''),
    apiVersion,
    query: (soql) => query('query', soql),
    toolingQuery: (soql) => query('tooling/query', soql),
    graphql: async (text) => {
      const answer = await call('POST', `${base}/graphql`, { query: text });
      if (answer.kind === 'refused') return answer;
      const [error] = listAt(answer.value, 'errors');
      return error === undefined
        ? known(jsonOf(valueAt(answer.value, 'data', 'uiapi')))
        : refused(textAt(error, 'extensions', 'ErrorType'), textAt(error, 'message'));
    },
    uiApi: async (method, path, body) => {
      const answer = await call(method, `${base}/ui-api${path}`, body);
      return answer.kind === 'refused' ? answer : known(jsonOf(answer.value));
    },
    readMetadata: async (type, fullName) => {
      const answer = await askOrg(async () => connection.metadata.read(type, fullName), refusalOf);
      return answer.kind === 'refused' ? answer : known(jsonOf(answer.value));
    }
  };
}

function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** UI API puts the errors of a save into `output`: those of the record, and those of its fields. */
function refusalOf(code: string, error: unknown): Refusal {
  const output = valueAt(error, 'data', 'output');
  const ofFields = valueAt(output, 'fieldErrors');
  const fields = isJson(ofFields) ? Object.keys(ofFields).flatMap((field) => listAt(ofFields, field)) : [];
  const [detail] = [...listAt(output, 'errors'), ...fields];
  return detail === undefined
    ? refused(code === 'Error' ? '' : code, wordsOf(textAt(error, 'message')))
    : refused(textAt(detail, 'errorCode'), textAt(detail, 'message'));
}

/** A page of HTML or JSON is not a message for a person. */
function wordsOf(message: string): string {
  return /^\s*[<[{]/.test(message) ? 'an answer without an error in it' : message;
}
