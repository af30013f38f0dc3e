import { setTimeout } from 'node:timers/promises';
import { explainFailure, isTransient, waitAfter } from 'c/externalUserRules';
import { askOrg } from '../shared/sf/askOrg.ts';
import { ConnectionLost, isEndOfSession } from '../shared/sf/connectionLost.ts';
import { createExchange, retryAfterOf, sessionOf, type Exchange, type SignedIn } from '../shared/sf/exchange.ts';
import { known, refused, type Answer, type Refusal } from 'sf-cli/answer';
import { flagAt, isJson, listAt, numberAt, parsedJson, textAt, valueAt, type Json } from 'sf-cli/json';

/** The calls that the doctor makes. Each rejects with ConnectionLost when the org can't be reached. */
export interface Org {
  /** As the person names it: its alias, or the username. Commands to copy have it. */
  readonly name: string;
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
  /** Reads a resource of Connect REST API. The path starts after `/connect`. */
  connect(path: string): Promise<Answer<Json>>;
  /** Reads a component of the Metadata API, such as `CommunitiesSettings` `Communities`. */
  readMetadata(type: SettingsType, fullName: string): Promise<Answer<Json>>;
}

/** The part of a Connection of @salesforce/core that the doctor uses, beside its session. */
export interface OrgConnection extends SignedIn {
  readonly metadata: { read(type: SettingsType, fullName: string): Promise<unknown> };
  getApiVersion(): string;
  getUsername(): string | undefined;
}

/** The settings that the doctor reads. */
export type SettingsType = 'CommunitiesSettings' | 'FlowSettings' | 'SharingSettings';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface Rows {
  readonly total: number;
  readonly records: readonly Json[];
}

/** Short times, as a person waits. Milliseconds. */
const TIMEOUT = 60_000;
const RETRY_POLICY = { first: 1000, longest: 4000 };
const LONGEST_WAIT = 30_000;
const MOST_TRIES = 3;

export function createOrg(
  connection: OrgConnection,
  name = connection.getUsername() ?? '',
  exchange: Exchange = createExchange(sessionOf(connection)),
  sleep: (milliseconds: number) => Promise<unknown> = setTimeout
): Org {
  const apiVersion = connection.getApiVersion();
  const base = `/services/data/v${apiVersion}`;

  /** Repeats a request that reads, while it fails for reasons that pass. Another one may have been executed. */
  async function call(method: Method, path: string, body?: Json): Promise<Answer<unknown>> {
    const content = body === undefined ? undefined : () => JSON.stringify(body);
    const tries = method === 'GET' || path === `${base}/graphql` ? MOST_TRIES : 1;
    for (let attempt = 1; ; attempt++) {
      const reply = await replyTo(() => exchange({ method, path, body: content, timeout: TIMEOUT }));
      const wait = waitAfter(attempt, RETRY_POLICY, reply.retryAfter);
      if (!reply.isTransient || attempt === tries || wait > LONGEST_WAIT) {
        if (reply.answer instanceof ConnectionLost) throw reply.answer;
        return reply.answer;
      }
      await sleep(wait);
    }
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
    name,
    username: connection.getUsername() ?? '',
    url: connection.instanceUrl.replace(/(?<!\/)\/+$/, ''),
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
    connect: async (path) => {
      const answer = await call('GET', `${base}/connect${path}`);
      return answer.kind === 'refused' ? answer : known(jsonOf(answer.value));
    },
    readMetadata: async (type, fullName) => {
      for (let attempt = 1; ; attempt++) {
        const answer = await askOrg(async () => connection.metadata.read(type, fullName), refusalOf);
        if (answer.kind === 'known') return known(jsonOf(answer.value));
        // The library keeps a status only in the code of an answer that it can't read.
        if (attempt === MOST_TRIES || !/^ERROR_HTTP_(?:408|429|5\d\d)$/u.test(answer.code)) return answer;
        await sleep(waitAfter(attempt, RETRY_POLICY));
      }
    }
  };
}

interface Reply {
  readonly answer: Answer<unknown> | ConnectionLost;
  readonly isTransient: boolean;
  readonly retryAfter: number | null;
}

async function replyTo(send: () => Promise<Response>): Promise<Reply> {
  try {
    const response = await send();
    const { status, headers } = response;
    const body = parsedJson(await response.text());
    if (response.ok && (body !== undefined || status === 204)) {
      return { answer: known(body), isTransient: false, retryAfter: null };
    }
    const error = listAt({ body }, 'body')[0] ?? body;
    const code = textAt(error, 'errorCode') || `ERROR_HTTP_${String(status)}`;
    const message = textAt(error, 'message') || `HTTP ${String(status)} without readable JSON`;
    // An answer 2xx that can't be read says nothing of what was done, as if none had come.
    const isLost = status === 401 || response.ok;
    const lost = isLost ? new ConnectionLost(message, { cause: { errorCode: code, message } }) : undefined;
    return {
      answer: lost ?? refusalOf(code, { message, data: error }),
      isTransient: response.ok || isTransient(explainFailure({ status, body })),
      retryAfter: retryAfterOf(headers, Date.now())
    };
  } catch (error) {
    // What breaks off after the headers is an error of fetch.
    const lost =
      error instanceof ConnectionLost ? error : new ConnectionLost(textAt(error, 'message'), { cause: error });
    return { answer: lost, isTransient: !isEndOfSession(lost.cause), retryAfter: null };
  }
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
