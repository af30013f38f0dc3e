import { Hono } from 'hono';
import { withoutLastSlashes } from '../../shared/paths.ts';
import { readCall, resourceRoutes, respond } from '../../shared/restCall.ts';
import type { CallEnv } from '../../shared/session.ts';
import { answerBatch } from './batch.ts';
import { answerCollections, COLLECTION_RESOURCES } from './collections.ts';
import { answerComposite } from './subrequests.ts';
import { treeRoutes } from './tree.ts';

/** Composite, Composite Batch, sObject Tree and sObject Collections (REST API Developer Guide), below `/composite`. */
export function compositeRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();
  routes.get('/', (c) => {
    const base = withoutLastSlashes(c.req.path);
    return c.json({ tree: `${base}/tree`, batch: `${base}/batch`, sobjects: `${base}/sobjects` });
  });
  routes.post('/', async (c) => respond(answerComposite(c.get('view'), await readCall(c))));
  routes.post('/batch', async (c) => respond(answerBatch(c.get('view'), await readCall(c))));
  routes.route('/tree', treeRoutes());
  routes.route('/sobjects', resourceRoutes(COLLECTION_RESOURCES, answerCollections));
  return routes;
}
