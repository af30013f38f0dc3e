import { Hono } from 'hono';
import type { CallEnv } from '../shared/session.ts';
import { objectInfoRoutes } from './objectInfo.ts';
import { picklistRoutes } from './picklistValues.ts';
import { recordRoutes } from './records.ts';

/** The modelled part of the User Interface API, below `/services/data/vNN.0/ui-api`. */
export function uiApiRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.route('/records', recordRoutes());
  routes.route('/object-info', objectInfoRoutes());
  routes.route('/object-info', picklistRoutes());
  return routes;
}
