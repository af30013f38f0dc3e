import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { answerError, ok, refused, resourceNotFound, type ApiError, type Outcome } from '../shared/errors.ts';
import { isJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { mayUseMetadata, METADATA_REFUSAL } from './access.ts';
import { optionsOfJson } from './deploy/deployOptions.ts';
import type { DeployRecord } from './deploy/deployRecord.ts';
import { deployResult } from './deploy/deployResult.ts';
import { deploysOf } from './deploy/deployQueue.ts';

/** `/metadata/deployRequest`. Source: Metadata API Developer Guide, "Deploying and Retrieving Metadata with REST". */
export function metadataRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.use('*', metadataUsersOnly);

  routes.post('/deployRequest', async (c) => {
    const started = await startDeploy(c);
    return started.ok ? c.json(answer(c, started.value, false), 201) : answerError(c, started.error);
  });

  routes.get('/deployRequest/:id', (c) => {
    const record = deploysOf(c.get('view').org).find(c.req.param('id'));
    if (record === undefined) return answerError(c, resourceNotFound);
    return c.json(answer(c, record, c.req.query('includeDetails') === 'true'));
  });

  routes.patch('/deployRequest/:id', async (c) => {
    const { org, person } = c.get('view');
    const record = deploysOf(org).find(c.req.param('id'));
    if (record === undefined) return answerError(c, resourceNotFound);
    const body = parseJson(await c.req.text());
    const result = body?.['deployResult'];
    if (!isJsonObject(result) || result['status'] !== 'Canceling') {
      return answerError(c, badRequest('Only the status Canceling can be set'));
    }
    deploysOf(org).cancel(person, record);
    return c.json(answer(c, record, false), 202);
  });

  return routes;
}

const metadataUsersOnly = createMiddleware<CallEnv>(async (c, next) => {
  if (!mayUseMetadata(c.get('view').access)) {
    return answerError(c, { status: 403, errorCode: METADATA_REFUSAL.code, message: METADATA_REFUSAL.message });
  }
  await next();
  return undefined;
});

/** A zip in a multipart body, or the id of a validation in JSON. */
async function startDeploy(c: Context<CallEnv>): Promise<Outcome<DeployRecord>> {
  const { org, person } = c.get('view');
  if (c.req.header('Content-Type')?.startsWith('multipart/') !== true) {
    const validationId = parseJson(await c.req.text())?.['validatedDeployRequestId'];
    return typeof validationId === 'string'
      ? deploysOf(org).startValidated(person, validationId)
      : refused(badRequest('The request has no zip file and no validatedDeployRequestId'));
  }
  const parts = await c.req.parseBody();
  const { file, entity_content: entity, json } = parts;
  const text = entity ?? json;
  const content = parseJson(text instanceof File ? await text.text() : typeof text === 'string' ? text : '');
  const options = content?.['deployOptions'];
  if (!(file instanceof File)) return refused(badRequest('The request has no zip file'));
  const zip = new Uint8Array(await file.arrayBuffer());
  return ok(deploysOf(org).start(person, zip, optionsOfJson(isJsonObject(options) ? options : {})));
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

function parseJson(text: string): JsonObject | null {
  try {
    const body: unknown = JSON.parse(text);
    return isJsonObject(body) ? body : null;
  } catch {
    return null;
  }
}

function badRequest(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}
