import { Hono } from 'hono';
import type { CallEnv } from '../shared/session.ts';
import { queryRoutes } from '../soql/routes.ts';
import { resourceRoutes } from '../shared/restCall.ts';
import { answerFlowDefinition } from './activateFlow.ts';
import { toolingView } from './toolingView.ts';

/** The modelled part of the Tooling API, below `/services/data/vNN.0/tooling`: queries, of REST objects too, and the active version of a flow. */
export function toolingRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.use('*', async (c, next) => {
    c.set('view', toolingView(c.get('view')));
    await next();
  });
  routes.route('/', queryRoutes());
  routes.route('/', resourceRoutes([['PATCH', '/sobjects/FlowDefinition/:id']], answerFlowDefinition));
  return routes;
}
