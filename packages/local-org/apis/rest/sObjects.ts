import type { Hono } from 'hono';
import type { WriteResult } from '../../engine/dml/writes.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isId } from '../../engine/storage/ids.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import {
  entityIsDeleted,
  objectNotFound,
  ok,
  refused,
  resourceNotFound,
  type ApiError,
  type Outcome
} from '../shared/errors.ts';
import type { JsonObject } from '../shared/jsonBody.ts';
import { errorAnswer, refusalsAnswer, resourceRoutes, type RestAnswer, type RestCall } from '../shared/restCall.ts';
import type { CallEnv } from '../shared/session.ts';
import { externalIdField, upsert } from '../shared/upsert.ts';
import { isDeletedRecord, readableObject, visibleRecord, type View } from '../shared/view.ts';
import { restRecordOf } from '../shared/restRecord.ts';
import { describeObject, summarizeObject } from './describeObject.ts';
import { readBodyFields, readFieldList } from './requests.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

const RESOURCES = [
  ['GET', '/'],
  ['GET', '/:object'],
  ['POST', '/:object'],
  ['GET', '/:object/describe'],
  ['GET', '/:object/:id'],
  ['PATCH', '/:object/:id'],
  ['DELETE', '/:object/:id'],
  ['PATCH', '/:object/:field/:value']
] as const;

/** sObject resources (REST API Developer Guide): list, describe, create, read, update, delete, upsert by external id. */
export function sObjectRoutes(): Hono<CallEnv> {
  return resourceRoutes(RESOURCES, answerSObjects);
}

/** Null for a request that no sObject resource answers. */
export function answerSObjects(view: View, call: RestCall): RestAnswer | null {
  const [, type, id, value, ...more] = call.segments;
  if (more.length > 0) return null;
  if (type === undefined) return call.method === 'GET' ? list(view, call) : null;
  if (value !== undefined) return call.method === 'PATCH' ? upsertRow(view, call, type, id ?? '', value) : null;
  if (id === undefined) {
    if (call.method === 'POST') return create(view, call, type);
    return call.method === 'GET' ? basicInformation(view, call, type) : null;
  }
  if (id === 'describe' && call.method === 'GET') return describe(view, call, type);
  if (id === 'deleted' || id === 'updated') return errorAnswer(noReplication);
  switch (call.method) {
    case 'GET':
      return read(view, call, type, id);
    case 'PATCH':
      return update(view, call, type, id);
    case 'DELETE':
      return remove(view, type, id);
    default:
      return null;
  }
}

/** "sObject Get Deleted" and "sObject Get Updated" (REST API Developer Guide). */
const noReplication: ApiError = {
  status: 404,
  errorCode: 'NOT_FOUND',
  message: notModelled('The lists of deleted and of updated records cannot be read')
};

function list(view: View, { path }: RestCall): RestAnswer {
  const objects = view.org.schema.objects.filter((object) => view.access.canRead(object));
  const sobjects = objects.map((object) => summarizeObject(view, object, path));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
}

function describe(view: View, { path }: RestCall, type: string): RestAnswer {
  const object = readableObject(view, type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  return { status: 200, body: describeObject(view, object, path.replace(/\/[^/]+\/describe$/, '')) };
}

function basicInformation(view: View, { path }: RestCall, type: string): RestAnswer {
  const object = readableObject(view, type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  const objectDescribe = summarizeObject(view, object, path.replace(/\/[^/]+$/, ''));
  return { status: 200, body: { objectDescribe, recentItems: [] } };
}

function create(view: View, call: RestCall, type: string): RestAnswer {
  const object = view.org.schema.object(type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  const fields = readBodyFields(call, view, object);
  if (!fields.ok) return errorAnswer(fields.error);
  const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.insert(object, fields.value));
  return result.success ? created(call, object, result) : refusalsAnswer(result.errors);
}

function created(
  { version }: RestCall,
  { apiName, publishBehavior }: ObjectSchema,
  result: WriteResult & { success: true }
): RestAnswer {
  return {
    status: 201,
    headers: { Location: `/services/data/${version}/sobjects/${apiName}/${result.id}` },
    body: { id: result.id, success: true, errors: publishBehavior === undefined ? [] : [enqueued(result.id)] }
  };
}

/** Source: Platform Events Developer Guide, "Publish Event Messages with Salesforce APIs". The message is a UUID, here made from the id. */
function enqueued(id: string): JsonObject {
  const digits = Buffer.from(id).toString('hex').slice(0, 32);
  const message = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { statusCode: 'OPERATION_ENQUEUED', message, fields: [] };
}

function read(view: View, call: RestCall, type: string, id: string): RestAnswer {
  const found = findRecord(view, type, id);
  if (!found.ok) return errorAnswer(found.error);
  const { object, record } = found.value;
  const fields = readFieldList(view, object, call.query.get('fields') ?? '');
  if (!fields.ok) return errorAnswer(fields.error);
  return { status: 200, body: restRecordOf(object, record, fields.value, call.version) };
}

function update(view: View, call: RestCall, type: string, id: string): RestAnswer {
  const found = findRecord(view, type, id);
  if (!found.ok) return errorAnswer(found.error);
  const { object, record } = found.value;
  const fields = readBodyFields(call, view, object);
  if (!fields.ok) return errorAnswer(fields.error);
  const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
    writes.update(record.Id, fields.value)
  );
  return result.success ? { status: 204 } : refusalsAnswer(result.errors);
}

function remove(view: View, type: string, id: string): RestAnswer {
  const found = findRecord(view, type, id);
  if (!found.ok) return errorAnswer(found.error);
  const { record } = found.value;
  const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.remove(record.Id));
  return result.success ? { status: 204 } : refusalsAnswer(result.errors);
}

/** Source: REST API Developer Guide, "sObject Rows by External ID": 201 or 200, both with `created` (API 46.0 and later). */
function upsertRow(view: View, call: RestCall, type: string, name: string, value: string): RestAnswer {
  const object = view.org.schema.object(type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  const field = externalIdField(view, object, name);
  if (!field.ok) return errorAnswer(field.error);
  const fields = readBodyFields(call, view, object);
  if (!fields.ok) return errorAnswer(fields.error);
  const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
    upsert(view, writes, object, field.value, { ...fields.value, [field.value.apiName]: value })
  );
  if (!result.success) return refusalsAnswer(result.errors);
  return {
    status: result.created ? 201 : 200,
    body: { id: result.id, success: true, errors: [], created: result.created }
  };
}

function findRecord(view: View, type: string, id: string): Outcome<{ object: ObjectSchema; record: StoredRecord }> {
  const object = readableObject(view, type);
  if (object === undefined) return refused(objectNotFound(type));
  const found = isId(id) ? visibleRecord(view, id) : undefined;
  if (found?.object === object) return ok(found);
  const isDeleted = view.org.schema.objectOfId(id) === object && isDeletedRecord(view, id);
  return refused(isDeleted ? entityIsDeleted : resourceNotFound);
}
