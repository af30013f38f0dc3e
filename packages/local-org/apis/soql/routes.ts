import { Hono } from 'hono';
import type { Org } from '../../engine/org/org.ts';
import { toId18 } from '../../engine/storage/ids.ts';
import { errorAnswer, readCall, respond, type RestAnswer, type RestCall } from '../shared/restCall.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import { compileQuery, type ReadPage } from './compileQuery.ts';
import { invalidLocator, noQuery } from './errors.ts';

export type { Column } from './columnMetadata.ts';
export { compileQuery, type CompiledQuery } from './compileQuery.ts';
export type { QueryRow } from './selection.ts';

const MIN_BATCH = 200;
const MAX_BATCH = 2000;
/** "Cursors and their related query results are available for 2 days" (API Query Cursor Limits). */
const CURSOR_LIFETIME = 2 * 24 * 60 * 60 * 1000;

interface Cursor {
  readonly userId: string;
  readonly totalSize: number;
  readonly batchSize: number;
  readonly expiresAt: number;
  readonly page: ReadPage;
}

interface Cursors {
  count: number;
  readonly byId: Map<string, Cursor>;
}

const cursorsOf = new WeakMap<Org['locks'], Cursors>();

/**
 * Query, QueryAll and Query More Results (REST API Developer Guide), of the REST API and the Tooling API. QueryAll finds
 * records in the recycle bin as well.
 */
export function queryRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  for (const resource of ['query', 'queryAll']) {
    for (const path of [`/${resource}`, `/${resource}/:locator`]) {
      routes.get(path, async (c) => respond(answerQuery(c.get('view'), await readCall(c))));
    }
  }
  return routes;
}

/** Answers a query, or its next page when the last segment of the path is a locator. */
export function answerQuery(view: View, call: RestCall): RestAnswer {
  const last = call.segments.at(-1) ?? '';
  return last === 'query' || last === 'queryAll'
    ? firstPage({ ...view, withDeleted: last === 'queryAll' }, call)
    : nextPage(view, call, last);
}

function firstPage(view: View, call: RestCall): RestAnswer {
  const soql = call.query.get('q');
  if (soql === null || soql.trim() === '') return errorAnswer(noQuery);
  // Records of the Tooling API have URLs below `/tooling`.
  const version = call.segments[0] === 'tooling' ? `${call.version}/tooling` : call.version;
  const query = compileQuery(view, soql, version);
  if (!query.ok) return errorAnswer(query.error);
  if (call.query.get('columns') === 'true') return { status: 200, body: query.value.columns };
  const { totalSize, rowCount, page } = query.value.run();
  const batchSize = batchSizeOf(call.header('Sforce-Query-Options'));
  if (rowCount <= batchSize) return { status: 200, body: { totalSize, done: true, records: page(0, rowCount) } };

  const { org, person } = view;
  const cursors = cursorsOf.get(org.locks) ?? { count: 0, byId: new Map<string, Cursor>() };
  cursorsOf.set(org.locks, cursors);
  forgetOld(cursors, org.clock.now());
  cursors.count += 1;
  const id = toId18(`01g${String(cursors.count).padStart(12, '0')}`);
  const expiresAt = org.clock.now() + CURSOR_LIFETIME;
  const cursor: Cursor = { userId: person.userId, totalSize, batchSize, expiresAt, page };
  cursors.byId.set(id, cursor);
  return pageAnswer(call.path, id, cursor, 0);
}

function nextPage(view: View, { path }: RestCall, locator: string): RestAnswer {
  const [id = '', row] = locator.split('-');
  const cursor = cursorsOf.get(view.org.locks)?.byId.get(id);
  const start = Number(row);
  const isKnown = cursor?.userId === view.person.userId && view.org.clock.now() < cursor.expiresAt;
  if (!isKnown || !Number.isInteger(start) || start >= cursor.totalSize) return errorAnswer(invalidLocator);
  return pageAnswer(path.replace(/\/[^/]+$/, ''), id, cursor, start);
}

function pageAnswer(base: string, id: string, { totalSize, batchSize, page }: Cursor, start: number): RestAnswer {
  const end = start + batchSize;
  const done = end >= totalSize;
  const next = done ? {} : { nextRecordsUrl: `${base}/${id}-${String(end)}` };
  return { status: 200, body: { totalSize, done, ...next, records: page(start, end) } };
}

function forgetOld({ byId }: Cursors, now: number): void {
  for (const [id, { expiresAt }] of byId) if (expiresAt <= now) byId.delete(id);
}

/** Reads `Sforce-Query-Options: batchSize=500`: from 200 to 2,000, by default 2,000 (Query Options Header). */
function batchSizeOf(header: string | undefined): number {
  const requested = /batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1];
  return requested === undefined ? MAX_BATCH : Math.min(Math.max(Number(requested), MIN_BATCH), MAX_BATCH);
}
