import { Hono, type Context } from 'hono';
import type { Refusal } from '../../engine/refusals/rule.ts';
import type { ApiError } from './errors.ts';
import { withoutLastSlashes } from './paths.ts';
import type { CallEnv } from './session.ts';
import type { View } from './view.ts';

/** One REST request, sent by HTTP or as a subrequest of a composite request. */
export interface RestCall {
  readonly method: string;
  /** The path behind `/services/data/vNN.0`, decoded and split at slashes: `['sobjects', 'Contact', '003…']`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** `v68.0` */
  readonly version: string;
  /** The requested path, without its query and its last slash. */
  readonly path: string;
  /** JSON text; empty for a request without a body. */
  readonly body: string;
  header(name: string): string | undefined;
}

export interface RestAnswer {
  readonly status: number;
  /** Sent as JSON; undefined for an answer without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads a request to the REST API, or to the Tooling API below it. */
export async function readCall(c: Context<CallEnv>): Promise<RestCall> {
  const url = new URL(c.req.url);
  const body = c.req.method === 'GET' ? '' : await c.req.text();
  return { ...callOf(c.req.method, url), body, header: (name) => c.req.header(name) };
}

/** Routes of resources that composite requests reach too. A null from `answerOf` passes the request on. */
export function resourceRoutes(
  resources: readonly (readonly [method: string, path: string])[],
  answerOf: (view: View, call: RestCall) => RestAnswer | null
): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  for (const [method, path] of resources) {
    routes.on(method, path, async (c, next) => {
      const answer = answerOf(c.get('view'), await readCall(c));
      return answer === null ? next() : respond(answer);
    });
  }
  return routes;
}

/** Reads a URL into a call without body and headers. */
export function callOf(method: string, url: URL): Omit<RestCall, 'body' | 'header'> {
  const path = withoutLastSlashes(url.pathname);
  const [, version = '', rest = ''] = /^\/services\/data\/(v\d+\.\d+)(\D[^]*)?$/.exec(path) ?? [];
  const segments = rest
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  return { method, segments, query: url.searchParams, version, path };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Turns an answer into an HTTP response. */
export function respond({ status, body, headers = {} }: RestAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return Response.json(body, { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers } });
}

/** Source: REST API Developer Guide, "Status Codes and Error Responses": the body is an array even for one error. */
export function errorAnswer({ status, errorCode, message, fields }: ApiError): RestAnswer {
  return { status, body: [{ message, errorCode, ...(fields === undefined ? {} : { fields }) }] };
}

/** The answer to a refused save: one entry for each refusal, with the fields that it names. */
export function refusalsAnswer(refusals: readonly Refusal[]): RestAnswer {
  const isForbidden = refusals.some((refusal) => refusal.statusCode === 'INSUFFICIENT_ACCESS');
  return {
    status: isForbidden ? 403 : 400,
    body: refusals.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields }))
  };
}
