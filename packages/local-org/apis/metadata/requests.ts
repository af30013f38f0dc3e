import type { Context } from 'hono';
import type { Access } from '../../engine/access/access.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import { isJsonObject, parseJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { optionsOfJson, type DeployOptions } from './deploy/deployOptions.ts';
import { invalidRequest } from './errors.ts';

/** Whether a person may use the Metadata API, by REST and by SOAP. */
export function mayUseMetadata(access: Access): boolean {
  return access.has('ModifyAllData') || access.has('ModifyMetadata');
}

/** A request to deploy a zip, or to deploy a validation again. */
export type DeployRequest =
  | { readonly kind: 'zip'; readonly zip: Uint8Array; readonly options: DeployOptions }
  | { readonly kind: 'validated'; readonly validationId: string };

/** Reads a zip from a multipart body, or the id of a validation from JSON. */
export async function readDeployRequest(c: Context<CallEnv>): Promise<Outcome<DeployRequest>> {
  if (c.req.header('Content-Type')?.startsWith('multipart/') !== true) {
    const validationId = parseJson(await c.req.text())?.['validatedDeployRequestId'];
    return typeof validationId === 'string'
      ? ok({ kind: 'validated', validationId })
      : refused(invalidRequest('The request has no zip file and no validatedDeployRequestId'));
  }
  const { file, entity_content: entity, json } = await c.req.parseBody();
  const text = entity ?? json;
  const content = parseJson(text instanceof File ? await text.text() : typeof text === 'string' ? text : '');
  const options = content?.['deployOptions'];
  if (!(file instanceof File)) return refused(invalidRequest('The request has no zip file'));
  const zip = new Uint8Array(await file.arrayBuffer());
  return ok({ kind: 'zip', zip, options: optionsOfJson(isJsonObject(options) ? options : {}) });
}

/** Whether the body of a PATCH cancels a deploy, the only change that the API allows. */
export async function isCancellation(c: Context<CallEnv>): Promise<boolean> {
  const result = parseJson(await c.req.text())?.['deployResult'];
  return isJsonObject(result) && result['status'] === 'Canceling';
}

function parseJson(text: string): JsonObject | null {
  const body = parseJsonObject(text);
  return body.ok ? body.value : null;
}
