import { Hono, type Context } from 'hono';
import { answerError, ok, refused, resourceNotFound, type Outcome } from '../shared/errors.ts';
import { isId } from '../../engine/storage/ids.ts';
import { isJsonObject, readFields, readJsonObject } from '../shared/jsonBody.ts';
import type { CallEnv } from '../shared/session.ts';
import { visibleRecord, type View } from '../shared/view.ts';
import { selectFields, selectOwnFields } from './fieldSelection.ts';
import { representRecord, type RecordRepresentation } from './recordRepresentation.ts';
import { saveErrorBody } from './errors.ts';
import { supportedObject, unsupportedObject } from './supportedObject.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { WriteResult } from '../../engine/dml/writes.ts';

/** Records (User Interface API): get one or a batch, create, update, delete. */
export function recordRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/batch/:ids', (c) => {
    const results = c.req
      .param('ids')
      .split(',')
      .map((id) => {
        const read = readRecord(c, id);
        return read.ok
          ? { result: read.value, statusCode: 200 }
          : {
              result: [{ errorCode: read.error.errorCode, message: read.error.message }],
              statusCode: read.error.status
            };
      });
    return c.json({ hasErrors: results.some((result) => result.statusCode !== 200), results });
  });

  routes.get('/:id', (c) => {
    const read = readRecord(c, c.req.param('id'));
    return read.ok ? c.json(read.value) : answerError(c, read.error);
  });

  routes.post('/', async (c) => {
    const view = c.get('view');
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    const { apiName, fields } = body.value;
    if (typeof apiName !== 'string') return answerError(c, missingProperty('apiName'));
    if (!isJsonObject(fields)) return answerError(c, missingProperty('fields'));
    const object = supportedObject(view, apiName);
    if (!object.ok) return answerError(c, object.error);
    const values = readFields(view.org.schema, object.value, fields);
    if (!values.ok) return answerError(c, values.error);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
      writes.insert(object.value, values.value)
    );
    return answerSave(c, object.value, result, 201);
  });

  routes.patch('/:id', async (c) => {
    const view = c.get('view');
    const found = findRecord(view, c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const body = await readJsonObject(c.req);
    if (!body.ok) return answerError(c, body.error);
    if (!isJsonObject(body.value.fields)) return answerError(c, missingProperty('fields'));
    const { object, record } = found.value;
    const values = readFields(view.org.schema, object, body.value.fields);
    if (!values.ok) return answerError(c, values.error);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
      writes.update(record.Id, values.value)
    );
    return answerSave(c, object, result, 200);
  });

  routes.delete('/:id', (c) => {
    const view = c.get('view');
    const found = findRecord(view, c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const { object, record } = found.value;
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.remove(record.Id));
    return result.success ? c.body(null, 204) : c.json(saveErrorBody(view.org.schema, object, result.errors), 400);
  });

  return routes;
}

function readRecord(c: Context<CallEnv>, id: string): Outcome<RecordRepresentation> {
  const view = c.get('view');
  const fields = listOf(c, 'fields');
  const optionalFields = listOf(c, 'optionalFields');
  if (c.req.query('layoutTypes') !== undefined || c.req.query('modes') !== undefined) {
    return refused(illegalParameter('layoutTypes and modes are not modelled by this local org: ask for fields'));
  }
  if (fields.length === 0 && optionalFields.length === 0) {
    return refused(illegalParameter('At least one of fields, optionalFields, or layoutTypes must be specified'));
  }
  const found = findRecord(view, id);
  if (!found.ok) return found;
  const { object, record } = found.value;
  const selection = selectFields(view, object, { fields, optionalFields });
  return selection.ok ? ok(representRecord(view, object, record, selection.value)) : selection;
}

function findRecord(view: View, id: string): Outcome<{ object: ObjectSchema; record: StoredRecord }> {
  if (!isId(id)) return refused(illegalParameter(`recordId should be a valid record ID: ${id}`));
  const object = view.org.schema.objectOfId(id);
  if (object !== undefined && !object.supportedByUiApi) return refused(unsupportedObject(object.apiName));
  const found = visibleRecord(view, id);
  return found === undefined ? refused(resourceNotFound) : ok(found);
}

/** A created record that its creator cannot see is a 404 although it exists (Create a Record, `handleOwnerChange`). */
function answerSave(c: Context<CallEnv>, object: ObjectSchema, result: WriteResult, status: 200 | 201): Response {
  const view = c.get('view');
  if (!result.success) return c.json(saveErrorBody(view.org.schema, object, result.errors), 400);
  const saved = visibleRecord(view, result.id);
  if (saved === undefined) {
    return c.req.query('handleOwnerChange') === 'true' ? c.body(null, 204) : answerError(c, resourceNotFound);
  }
  return c.json(representRecord(view, object, saved.record, selectOwnFields(view, object)), status);
}

function listOf(c: Context<CallEnv>, parameter: string): string[] {
  return (c.req.queries(parameter) ?? [])
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function illegalParameter(message: string) {
  return { status: 400, errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE', message } as const;
}

function missingProperty(name: string) {
  return { status: 400, errorCode: 'POST_BODY_PARSE_ERROR', message: `The request body has no ${name}` } as const;
}
