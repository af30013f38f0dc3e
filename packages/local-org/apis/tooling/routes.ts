import { Hono } from 'hono';
import { readCall, resourceRoutes, respond } from '../shared/restCall.ts';
import type { CallEnv } from '../shared/session.ts';
import { answerQuery, queryRoutes } from '../soql/routes.ts';
import { answerFlowDefinition } from './activateFlow.ts';
import { packageRoutes } from './packaging/packageRoutes.ts';
import { checkSubscriberQuery } from './packaging/subscriberQuery.ts';
import { toolingView } from './toolingView.ts';

/**
 * The modelled part of the Tooling API, below `/services/data/vNN.0/tooling`: queries, of REST objects too, the active version
 * of a flow, and packages.
 */
export function toolingRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.use('*', async (c, next) => {
    c.set('view', toolingView(c.get('view')));
    await next();
  });
  routes.get('/query', async (c, next) => {
    const checked = checkSubscriberQuery(c.get('view'), await readCall(c));
    if (checked === null) return next();
    return respond('segments' in checked ? answerQuery(c.get('view'), checked) : checked);
  });
  routes.route('/', queryRoutes());
  routes.route('/', resourceRoutes([['PATCH', '/sobjects/FlowDefinition/:id']], answerFlowDefinition));
  routes.route('/', packageRoutes());
  return routes;
}
