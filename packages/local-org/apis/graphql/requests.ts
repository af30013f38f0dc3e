import type { HonoRequest } from 'hono';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import { isJsonObject, readJsonObject, type JsonObject } from '../shared/jsonBody.ts';
import { noQuery } from './errors.ts';

/** The body of a GraphQL request. */
export interface GraphQlRequest {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName: string | null;
}

/** Reads the body; `variables` and `operationName` are optional. */
export async function readGraphQlRequest(request: HonoRequest): Promise<Outcome<GraphQlRequest>> {
  const body = await readJsonObject(request);
  if (!body.ok) return body;
  const { query, variables, operationName } = body.value;
  if (typeof query !== 'string') return refused(noQuery);
  return ok({
    query,
    variables: isJsonObject(variables) ? variables : {},
    operationName: typeof operationName === 'string' ? operationName : null
  });
}
