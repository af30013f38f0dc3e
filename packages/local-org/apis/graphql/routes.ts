import { Hono } from 'hono';
import { answerError } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import { executeRequest } from './executeRequest.ts';
import { readGraphQlRequest } from './requests.ts';

/** `POST /services/data/vNN.0/graphql`: queries, aggregates and mutations below `uiapi`. */
export function graphQlRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.post('/', async (c) => {
    const request = await readGraphQlRequest(c.req);
    if (!request.ok) return answerError(c, request.error);
    return c.json(await executeRequest(c.get('view'), request.value));
  });
  return routes;
}
