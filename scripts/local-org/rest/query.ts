import { Hono, type Context } from 'hono';
import { answerError, type ApiError } from '../apiErrors.ts';
import { toId18 } from '../ids.ts';
import type { CallEnv } from '../session.ts';
import { compileQuery } from '../soql/compileQuery.ts';
import type { QueryRow } from '../soql/selection.ts';
import type { Org } from '../types.ts';

const MIN_BATCH = 200;
const MAX_BATCH = 2000;

interface Cursor {
  readonly userId: string;
  readonly rows: readonly QueryRow[];
  readonly batchSize: number;
}

const cursorsOf = new WeakMap<Org, Map<string, Cursor>>();

/** Query, QueryAll and Query More Results (REST API Developer Guide). Nothing is ever deleted for queryAll to find. */
export function queryRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  for (const resource of ['query', 'queryAll']) {
    routes.get(`/${resource}`, (c) => answerQuery(c));
    routes.get(`/${resource}/:locator`, (c) => answerMore(c));
  }
  return routes;
}

function answerQuery(c: Context<CallEnv>): Response {
  const view = c.get('view');
  const soql = c.req.query('q');
  if (soql === undefined || soql.trim() === '') {
    return answerError(c, { status: 400, errorCode: 'MALFORMED_QUERY', message: 'A query string has to be specified' });
  }
  // Records of the Tooling API are found below it.
  const version = /\/(v\d+\.\d+(?:\/tooling)?)\//.exec(c.req.path)?.[1] ?? '';
  const query = compileQuery(view, soql, version);
  if (!query.ok) return answerError(c, query.error);
  if (c.req.query('columns') === 'true') return c.json(query.value.columns);
  const { totalSize, rows } = query.value.run();
  const batchSize = batchSizeOf(c.req.header('Sforce-Query-Options'));
  if (rows.length <= batchSize) return c.json({ totalSize, done: true, records: rows });

  const cursors = cursorsOf.get(view.org) ?? new Map<string, Cursor>();
  cursorsOf.set(view.org, cursors);
  const id = toId18(`01g${String(cursors.size + 1).padStart(12, '0')}`);
  const cursor = { userId: view.person.userId, rows, batchSize };
  cursors.set(id, cursor);
  return answerPage(c, id, cursor, 0);
}

function answerMore(c: Context<CallEnv>): Response {
  const view = c.get('view');
  const [id = '', row] = (c.req.param('locator') ?? '').split('-');
  const cursor = cursorsOf.get(view.org)?.get(id);
  const start = Number(row);
  if (cursor?.userId !== view.person.userId || !Number.isInteger(start) || start >= cursor.rows.length) {
    return answerError(c, invalidLocator);
  }
  return answerPage(c, id, cursor, start);
}

function answerPage(c: Context<CallEnv>, id: string, { rows, batchSize }: Cursor, start: number): Response {
  const end = start + batchSize;
  const done = end >= rows.length;
  const base = c.req.path.replace(/\/(query|queryAll)\/.*$/, '/$1');
  return c.json({
    totalSize: rows.length,
    done,
    ...(done ? {} : { nextRecordsUrl: `${base}/${id}-${String(end)}` }),
    records: rows.slice(start, end)
  });
}

/** `Sforce-Query-Options: batchSize=500`, from 200 to 2,000; 2,000 when not asked (Query Options Header). */
function batchSizeOf(header: string | undefined): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(header ?? '')?.[1];
  return asked === undefined ? MAX_BATCH : Math.min(Math.max(Number(asked), MIN_BATCH), MAX_BATCH);
}

const invalidLocator: ApiError = {
  status: 400,
  errorCode: 'INVALID_QUERY_LOCATOR',
  message: 'invalid query locator'
};
