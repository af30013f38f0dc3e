import type { GraphQLDocument, GraphQLError } from 'lightning/graphql';
import { textAt, valueAt } from 'sf-cli/json';
import { deepFreeze } from './deepFreeze.ts';
import { callLocalOrg } from './callLocalOrg.ts';
import { FRESH_MILLISECONDS } from './recordStore.ts';

export interface GraphQLCall {
  readonly query: GraphQLDocument;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

export interface GraphQLResponse {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[] | undefined;
}

const texts = new WeakMap<GraphQLDocument, string>();
const kept = new Map<string, { readonly answer: GraphQLResponse; readonly at: number }>();
const inFlight = new Map<string, Promise<GraphQLResponse>>();

/**
 * Makes a document, which only the org parses. A placeholder may only be another document, as a fragment. GraphQL API
 * Guide: graphql wire adapter, "string interpolation isn't supported".
 */
export function gql(literals: TemplateStringsArray, ...fragments: readonly GraphQLDocument[]): GraphQLDocument {
  const document: GraphQLDocument = Object.freeze({ kind: 'Document' });
  const parts = fragments.map((fragment) => {
    const text = texts.get(fragment);
    if (text === undefined) {
      throw new Error('gql: only a document made by gql can be put into another one');
    }
    return text;
  });
  texts.set(
    document,
    literals.reduce((text, literal, index) => text + (parts[index - 1] ?? '') + literal, '')
  );
  return document;
}

/** Runs a query, or returns its response from the last 30 seconds. Equal queries at the same time are one request. */
export function query(call: GraphQLCall): Promise<GraphQLResponse> {
  const key = bodyOf(call);
  const recent = kept.get(key);
  return recent !== undefined && performance.now() - recent.at < FRESH_MILLISECONDS
    ? Promise.resolve(recent.answer)
    : (inFlight.get(key) ?? send(key));
}

/** Runs a query and ignores the cache. */
export function queryAgain(call: GraphQLCall): Promise<GraphQLResponse> {
  return send(bodyOf(call));
}

/** Runs a mutation, whose response is not cached. */
export function mutate(call: GraphQLCall): Promise<GraphQLResponse> {
  return post(bodyOf(call));
}

function bodyOf({ query: document, variables, operationName }: GraphQLCall): string {
  return JSON.stringify({ query: texts.get(document) ?? '', variables: variables ?? {}, operationName });
}

function send(key: string): Promise<GraphQLResponse> {
  const request = post(key).then((answer) => {
    if (inFlight.get(key) === request) {
      inFlight.delete(key);
    }
    if (answer.errors === undefined) {
      kept.set(key, { answer, at: performance.now() });
    } else {
      kept.delete(key);
    }
    return answer;
  });
  inFlight.set(key, request);
  return request;
}

async function post(body: string): Promise<GraphQLResponse> {
  const answer = await callLocalOrg<{ data?: unknown; errors?: GraphQLError[] }>('POST', '/graphql', JSON.parse(body));
  if (answer.ok) {
    const { data, errors = [] } = answer.data;
    return deepFreeze({ data: data ?? undefined, errors: errors.length === 0 ? undefined : errors });
  }
  return deepFreeze({ data: undefined, errors: errorsOf(answer.error.body, answer.error.status) });
}

/** Converts the errors of a refused request from the form of REST to the form of GraphQL. */
function errorsOf(body: unknown, status: number): GraphQLError[] {
  const list: readonly unknown[] = Array.isArray(body) ? body : [body];
  return list.map((entry) => ({
    message: textAt(entry, 'message') || `HTTP ${String(status)}`,
    path: [],
    extensions: { status, errorCode: valueAt(entry, 'errorCode') }
  }));
}
