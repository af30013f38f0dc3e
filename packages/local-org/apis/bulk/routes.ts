import { Hono } from 'hono';
import type { CallEnv } from '../shared/session.ts';
import { ingestRoutes } from './ingestRoutes.ts';
import { queryRoutes } from './queryRoutes.ts';

/** Bulk API 2.0 (Bulk API 2.0 and Bulk API Developer Guide), below `/jobs`. */
export function bulkRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.route('/ingest', ingestRoutes());
  routes.route('/query', queryRoutes());
  return routes;
}
