import type { Context, HonoRequest } from 'hono';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { Fields } from '../../engine/storage/record.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import { isJsonObject, readFields, readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import type { View } from '../shared/view.ts';
import { illegalParameter, missingProperty } from './errors.ts';
import { supportedObject } from './supportedObject.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

/** The field paths that a request for records names. */
export interface RequestedFields {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

/** Reads `fields` and `optionalFields`. Source: User Interface API, "Get a Record". */
export function readRequestedFields(c: Context<CallEnv>): Outcome<RequestedFields> {
  const fields = listOf(c, 'fields');
  const optionalFields = listOf(c, 'optionalFields');
  if (c.req.query('layoutTypes') !== undefined || c.req.query('modes') !== undefined) {
    return refused(illegalParameter(notModelled('Layouts cannot be read by layoutTypes and modes; ask for fields')));
  }
  if (fields.length === 0 && optionalFields.length === 0) {
    return refused(illegalParameter('At least one of fields, optionalFields, or layoutTypes must be specified'));
  }
  return ok({ fields, optionalFields });
}

function listOf(c: Context, parameter: string): string[] {
  return (c.req.queries(parameter) ?? [])
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads the body of a create: `{ apiName, fields }`. */
export async function readNewRecord(
  request: HonoRequest,
  view: View
): Promise<Outcome<{ readonly object: ObjectSchema; readonly fields: Fields }>> {
  const body = await readJsonObject(request);
  if (!body.ok) return body;
  const { apiName, fields } = body.value;
  if (typeof apiName !== 'string') return refused(missingProperty('apiName'));
  if (!isJsonObject(fields)) return refused(missingProperty('fields'));
  const object = supportedObject(view, apiName);
  if (!object.ok) return object;
  const values = readFields(view.org.schema, object.value, fields);
  return values.ok ? ok({ object: object.value, fields: values.value }) : values;
}

/** Reads the body of an update: `{ fields }`. */
export async function readChanges(request: HonoRequest, { org }: View, object: ObjectSchema): Promise<Outcome<Fields>> {
  const body = await readJsonObject(request);
  if (!body.ok) return body;
  const { fields } = body.value;
  return isJsonObject(fields) ? readFields(org.schema, object, fields) : refused(missingProperty('fields'));
}
