import { Hono, type Context } from 'hono';
import type { WriteResult } from '../../engine/dml/writes.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isId } from '../../engine/storage/ids.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import { answerError, ok, refused, resourceNotFound, type Outcome } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import { visibleRecord, type View } from '../shared/view.ts';
import { illegalParameter, saveErrorBody, unsupportedObject } from './errors.ts';
import { selectFields, selectOwnFields } from './fieldSelection.ts';
import { representRecord, type RecordRepresentation } from './recordRepresentation.ts';
import { readChanges, readNewRecord, readRequestedFields } from './requests.ts';

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
    const read = await readNewRecord(c.req, view);
    if (!read.ok) return answerError(c, read.error);
    const { object, fields } = read.value;
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) => writes.insert(object, fields));
    return answerSave(c, object, result, 201);
  });

  routes.patch('/:id', async (c) => {
    const view = c.get('view');
    const found = findRecord(view, c.req.param('id'));
    if (!found.ok) return answerError(c, found.error);
    const { object, record } = found.value;
    const fields = await readChanges(c.req, view, object);
    if (!fields.ok) return answerError(c, fields.error);
    const result = view.org.transact(view.person, { allOrNone: true }, (writes) =>
      writes.update(record.Id, fields.value)
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
  const requested = readRequestedFields(c);
  if (!requested.ok) return requested;
  const found = findRecord(view, id);
  if (!found.ok) return found;
  const { object, record } = found.value;
  const selection = selectFields(view, object, requested.value);
  return selection.ok ? ok(representRecord(view, object, record, selection.value)) : selection;
}

/** A deleted record is answered as one that never was. Source: LWC Developer Guide, "deleteRecord" [F-121]. */
function findRecord(view: View, id: string): Outcome<{ object: ObjectSchema; record: StoredRecord }> {
  if (!isId(id)) return refused(illegalParameter(`recordId should be a valid record ID: ${id}`));
  const object = view.org.schema.objectOfId(id);
  if (object !== undefined && !object.supportedByUiApi) return refused(unsupportedObject(object.apiName));
  const found = visibleRecord(view, id);
  return found === undefined ? refused(resourceNotFound) : ok(found);
}

/** Answers 404 when the creator cannot see the new record. Source: User Interface API, "Create a Record", `handleOwnerChange`. */
function answerSave(c: Context<CallEnv>, object: ObjectSchema, result: WriteResult, status: 200 | 201): Response {
  const view = c.get('view');
  if (!result.success) return c.json(saveErrorBody(view.org.schema, object, result.errors), 400);
  const saved = visibleRecord(view, result.id);
  if (saved === undefined) {
    return c.req.query('handleOwnerChange') === 'true' ? c.body(null, 204) : answerError(c, resourceNotFound);
  }
  return c.json(representRecord(view, object, saved.record, selectOwnFields(view, object)), status);
}
