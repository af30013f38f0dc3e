import { Hono, type Context } from 'hono';
import type { ApiError } from './errors.ts';
import type { CallEnv } from './session.ts';
import type { View } from './view.ts';
import type { Refusal } from '../../engine/refusals/rule.ts';

/** One REST request without its transport: it came by HTTP, or as a subrequest of a composite one. */
export interface RestCall {
  readonly method: string;
  /** What follows `/services/data/vNN.0`, decoded and cut at slashes: `['sobjects', 'Contact', '003…']`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** `v68.0` */
  readonly version: string;
  /** The path as it was asked for, without query and closing slash. */
  readonly path: string;
  /** JSON as text; empty without a body. */
  readonly body: string;
  header(name: string): string | undefined;
}

export interface RestAnswer {
  readonly status: number;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request to the REST API, or to the Tooling API below it. */
export async function readCall(c: Context<CallEnv>): Promise<RestCall> {
  const url = new URL(c.req.url);
  const body = c.req.method === 'GET' ? '' : await c.req.text();
  return { ...callOf(c.req.method, url), body, header: (name) => c.req.header(name) };
}

/** Routes of resources that composite requests answer too, by a function of their own. */
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

/** A call from a URL; its body and its headers are the caller's to add. */
export function callOf(method: string, url: URL): Omit<RestCall, 'body' | 'header'> {
  const path = url.pathname.replace(/\/+$/, '');
  const [, version = '', rest = ''] = /^\/services\/data\/(v\d+\.\d+)(.*)$/.exec(path) ?? [];
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

/** The answer as an HTTP response. */
export function respond({ status, body, headers = {} }: RestAnswer): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return Response.json(body, { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers } });
}

/** Status Codes and Error Responses (REST API Developer Guide): an array, also for one error. */
export function errorAnswer({ status, errorCode, message, fields }: ApiError): RestAnswer {
  return { status, body: [{ message, errorCode, ...(fields === undefined ? {} : { fields }) }] };
}

/** A refused save: one entry a refusal, with the fields that it names. */
export function refusalsAnswer(refusals: readonly Refusal[]): RestAnswer {
  const isForbidden = refusals.some((refusal) => refusal.statusCode === 'INSUFFICIENT_ACCESS');
  return {
    status: isForbidden ? 403 : 400,
    body: refusals.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields }))
  };
}
