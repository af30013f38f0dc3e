import { Hono } from 'hono';
import { bulkRoutes } from '../bulk/routes.ts';
import { connectRoutes } from '../connect/routes.ts';
import type { CallEnv } from '../shared/session.ts';
import { toolingRoutes } from '../tooling/routes.ts';
import { actionRoutes } from './actions.ts';
import { compositeRoutes } from './composite/routes.ts';
import { limitsAnswer } from './limits.ts';
import { listViewRoutes } from './listViews.ts';
import { passwordRoutes } from './password.ts';
import { queryRoutes } from '../soql/routes.ts';
import { respond } from '../shared/restCall.ts';
import { sObjectRoutes } from './sObjects.ts';
import { treeRoutes } from './composite/tree.ts';

/** The part of the REST API that is modelled, below `/services/data/vNN.0`. */
export function restRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.get('/', (c) => {
    const base = c.req.path.replace(/\/$/, '');
    const names = [
      'actions',
      'composite',
      'connect',
      'graphql',
      'jobs',
      'limits',
      'metadata',
      'query',
      'queryAll',
      'sobjects',
      'tooling',
      'ui-api'
    ];
    return c.json(Object.fromEntries(names.map((name) => [name, `${base}/${name}`])));
  });
  routes.get('/limits', (c) => respond(limitsAnswer(c.get('view'))));
  routes.route('/', queryRoutes());
  routes.route('/actions', actionRoutes());
  routes.route('/composite/tree', treeRoutes());
  routes.route('/composite', compositeRoutes());
  routes.route('/jobs/ingest', bulkRoutes());
  routes.route('/connect', connectRoutes());
  routes.route('/tooling', toolingRoutes());
  routes.route('/sobjects/User', passwordRoutes());
  routes.route('/sobjects', listViewRoutes());
  routes.route('/sobjects', sObjectRoutes());
  return routes;
}
