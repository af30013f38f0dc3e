import { Hono } from 'hono';
import { servedVersions } from '../shared/apiVersions.ts';
import { respond } from '../shared/restCall.ts';
import type { CallEnv } from '../shared/session.ts';
import { queryRoutes } from '../soql/routes.ts';
import { actionRoutes } from './actions.ts';
import { compositeRoutes } from './composite/routes.ts';
import { limitsAnswer } from './limits.ts';
import { listViewRoutes } from './listViews.ts';
import { passwordRoutes } from './password.ts';
import { sObjectRoutes } from './sObjects.ts';

/** `GET /services/data` lists the API versions; it needs no session. */
export function versionRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', (c) => c.json(servedVersions()));
  return routes;
}

/** The resources of a version, by the names under which the app mounts them. */
const RESOURCES = [
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

/** The modelled part of the REST API, below `/services/data/vNN.0`. */
export function restRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.get('/', (c) => {
    const base = c.req.path.replace(/\/$/, '');
    const { org, person } = c.get('view');
    const resources = Object.fromEntries(RESOURCES.map((name) => [name, `${base}/${name}`]));
    return c.json({ ...resources, identity: `${org.url}/id/${org.id}/${person.userId}` });
  });
  routes.get('/limits', (c) => respond(limitsAnswer(c.get('view'))));
  routes.route('/', queryRoutes());
  routes.route('/actions', actionRoutes());
  routes.route('/composite', compositeRoutes());
  routes.route('/sobjects/User', passwordRoutes());
  routes.route('/sobjects', listViewRoutes());
  routes.route('/sobjects', sObjectRoutes());
  return routes;
}
