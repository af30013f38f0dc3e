import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { answerError, ok, resourceNotFound, type Outcome } from '../shared/errors.ts';
import type { JsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { deployQueueOf } from './deploy/deployQueue.ts';
import type { DeployRecord } from './deploy/deployRecord.ts';
import { deployResult } from './deploy/deployResult.ts';
import { invalidRequest, mayNotUseMetadata } from './errors.ts';
import { isCancellation, mayUseMetadata, readDeployRequest } from './requests.ts';

/** `/metadata/deployRequest`. Source: Metadata API Developer Guide, "Deploying and Retrieving Metadata with REST". */
export function metadataRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.use('*', metadataUsersOnly);

  routes.post('/deployRequest', async (c) => {
    const started = await startDeploy(c);
    return started.ok ? c.json(answer(c, started.value, false), 201) : answerError(c, started.error);
  });

  routes.get('/deployRequest/:id', (c) => {
    const record = deployQueueOf(c.get('view').org).find(c.req.param('id'));
    if (record === undefined) return answerError(c, resourceNotFound);
    return c.json(answer(c, record, c.req.query('includeDetails') === 'true'));
  });

  routes.patch('/deployRequest/:id', async (c) => {
    const { org, person } = c.get('view');
    const record = deployQueueOf(org).find(c.req.param('id'));
    if (record === undefined) return answerError(c, resourceNotFound);
    if (!(await isCancellation(c))) return answerError(c, invalidRequest('Only the status Canceling can be set'));
    deployQueueOf(org).cancel(person, record);
    return c.json(answer(c, record, false), 202);
  });

  return routes;
}

const metadataUsersOnly = createMiddleware<CallEnv>(async (c, next) => {
  if (!mayUseMetadata(c.get('view').access)) return answerError(c, mayNotUseMetadata);
  await next();
  return undefined;
});

async function startDeploy(c: Context<CallEnv>): Promise<Outcome<DeployRecord>> {
  const { org, person } = c.get('view');
  const request = await readDeployRequest(c);
  if (!request.ok) return request;
  switch (request.value.kind) {
    case 'validated':
      return deployQueueOf(org).startValidated(person, request.value.validationId);
    case 'zip':
      return ok(deployQueueOf(org).start(person, request.value.zip, request.value.options));
  }
}

function answer(c: Context<CallEnv>, record: DeployRecord, includeDetails: boolean): JsonObject {
  const base = c.req.path.replace(/\/deployRequest.*$/, '/deployRequest');
  return {
    id: record.id,
    url: `${c.get('view').org.url}${base}/${record.id}`,
    validatedDeployRequestId: record.validatedDeployRequestId,
    deployOptions: record.options,
    deployResult: deployResult(c.get('view').org, record, includeDetails)
  };
}
