import { Hono } from 'hono';
import { answerError } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';

/** `POST /services/data/vNN.0/graphql`: queries, aggregates and mutations below `uiapi`. */
export function graphQlRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.post('/', async (c) => {
    // GraphQL's library has a sixth of all modules of an org, and most commands send it nothing.
    const [{ readGraphQlRequest }, { executeRequest }] = await Promise.all([
      import('./requests.ts'),
      import('./executeRequest.ts')
    ]);
    const request = await readGraphQlRequest(c.req);
    if (!request.ok) return answerError(c, request.error);
    return c.json(await executeRequest(c.get('view'), request.value));
  });
  return routes;
}
