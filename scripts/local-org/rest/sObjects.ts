import { Hono, type Context, type HonoRequest } from 'hono';
import { answerError, ok, refused, resourceNotFound, type ApiError, type Outcome } from '../apiErrors.ts';
import { isId } from '../ids.ts';
import { readFields, readJsonObject } from '../jsonBody.ts';
import type { CallEnv } from '../session.ts';
import type { Fields, FieldSchema, ObjectSchema, Refusal, StoredRecord } from '../types.ts';
import { readableField, readableFields, readableObject, visibleRecord, type View } from '../view.ts';
import { describeObject, summarizeObject } from './describe.ts';
import { attributesOf, restFieldOf } from './restRecord.ts';

/** sObject resources (REST API Developer Guide): list, describe, create, read, update, delete. */
export function sObjectRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/', (c) => {
    const view = c.get('view');
    const objects = view.org.schema.objects.filter((object) => view.access.canRead(object));
    const base = c.req.path.replace(/\/$/, '');
    const sobjects = objects.map((object) => summarizeObject(view, object, base));
    return c.json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
  });

  routes.get('/:type/describe', (c) => {
    const view = c.get('view');
    const object = readableObject(view, c.req.param('type'));
    if (object === undefined) return answerError(c, resourceNotFound);
    return c.json(describeObject(view, object, c.req.path.replace(/\/[^/]+\/describe\/?$/, '')));
  });

  routes.get('/:type', (c) => {
    const view = c.get('view');
    const object = readableObject(view, c.req.param('type'));
    if (object === undefined) return answerError(c, resourceNotFound);
    const base = c.req.path.replace(/\/[^/]+\/?$/, '');
    return c.json({ objectDescribe: summarizeObject(view, object, base), recentItems: [] });
  });

  routes.post('/:type', async (c) => {
    const view = c.get('view');
    const object = view.org.schema.object(c.req.param('type'));
    if (object === undefined) return answerError(c, resourceNotFound);
    const fields = await fieldsOf(c.req, view, object);
    if (!fields.ok) return answerError(c, fields.error);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.insert(object, fields.value));
    if (!result.success) return answerRefusals(c, result.errors);
    return c.json({ id: result.id, success: true, errors: [] }, 201);
  });

  routes.get('/:type/:id', (c) => {
    const found = findRecord(c.get('view'), c.req.param('type'), c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const { object, record } = found.value;
    const fields = askedFields(c, object);
    if (!fields.ok) return answerError(c, fields.error);
    const version = /\/(v\d+\.\d+)\//.exec(c.req.path)?.[1] ?? '';
    return c.json({
      attributes: attributesOf(object, record, version),
      ...Object.fromEntries(fields.value.map((field) => [field.apiName, restFieldOf(object, record, field)]))
    });
  });

  routes.patch('/:type/:id', async (c) => {
    const view = c.get('view');
    const found = findRecord(view, c.req.param('type'), c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const { object, record } = found.value;
    const fields = await fieldsOf(c.req, view, object);
    if (!fields.ok) return answerError(c, fields.error);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
      writes.update(record.Id, fields.value)
    );
    return result.success ? c.body(null, 204) : answerRefusals(c, result.errors);
  });

  routes.delete('/:type/:id', (c) => {
    const view = c.get('view');
    const found = findRecord(view, c.req.param('type'), c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const { record } = found.value;
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.remove(record.Id));
    return result.success ? c.body(null, 204) : answerRefusals(c, result.errors);
  });

  return routes;
}

/** A refused save: one entry a refusal, with the fields that it names. */
export function answerRefusals(c: Context, refusals: readonly Refusal[]): Response {
  const forbidden = refusals.some((refusal) => refusal.statusCode === 'INSUFFICIENT_ACCESS');
  return c.json(
    refusals.map(({ message, statusCode, fields }) => ({ message, errorCode: statusCode, fields })),
    forbidden ? 403 : 400
  );
}

/** The fields of the body. Clients such as jsforce send the record as they read it, with its `attributes`. */
async function fieldsOf(request: HonoRequest, view: View, object: ObjectSchema): Promise<Outcome<Fields>> {
  const body = await readJsonObject(request);
  if (!body.ok) return body;
  const fields = Object.fromEntries(Object.entries(body.value).filter(([name]) => name !== 'attributes'));
  return readFields(view.org.schema, object, fields);
}

function findRecord(view: View, type: string, id: string): Outcome<{ object: ObjectSchema; record: StoredRecord }> {
  const object = readableObject(view, type);
  if (object === undefined) return refused(resourceNotFound);
  const found = isId(id) ? visibleRecord(view, id) : undefined;
  return found?.object !== object ? refused(resourceNotFound) : ok(found);
}

function askedFields(c: Context<CallEnv>, object: ObjectSchema): Outcome<readonly FieldSchema[]> {
  const view = c.get('view');
  const names = (c.req.query('fields') ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return ok(readableFields(view, object));
  const fields: FieldSchema[] = [];
  for (const name of names) {
    const field = readableField(view, object, name.trim());
    if (field === undefined) return refused(noSuchColumn(name, object));
    fields.push(field);
  }
  return ok(fields);
}

function noSuchColumn(name: string, object: ObjectSchema): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: `No such column '${name}' on sobject of type ${object.apiName}`
  };
}
