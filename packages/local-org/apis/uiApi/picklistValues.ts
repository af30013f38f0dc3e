import { Hono } from 'hono';
import type { FieldSchema, ObjectSchema, PicklistValue } from '../../engine/schema/objectSchema.ts';
import { sameId } from '../../engine/storage/ids.ts';
import { answerError, ok, refused, resourceNotFound, type Outcome } from '../shared/errors.ts';
import type { CallEnv } from '../shared/session.ts';
import { readableField, readableFields, type View } from '../shared/view.ts';
import { wrongRecordType } from './errors.ts';
import { MASTER_RECORD_TYPE_ID } from './objectInfo.ts';
import { eTagOf } from './recordRepresentation.ts';
import { supportedObject } from './supportedObject.ts';

/** Picklist Values (User Interface API), below `object-info/{object}/picklist-values`: the active values only. */
export function picklistRoutes(): Hono<CallEnv> {
  const routes = new Hono<CallEnv>();

  routes.get('/:object/picklist-values/:recordType', (c) => {
    const view = c.get('view');
    const object = objectOfRecordType(view, c.req.param('object'), c.req.param('recordType'));
    if (!object.ok) return answerError(c, object.error);
    const picklistFieldValues = Object.fromEntries(
      readableFields(view, object.value)
        .filter(isPicklist)
        .map((field) => [field.apiName, picklistValues(field, `${c.req.path}/${field.apiName}`)])
    );
    return c.json({ eTag: eTagOf(picklistFieldValues), picklistFieldValues });
  });

  routes.get('/:object/picklist-values/:recordType/:field', (c) => {
    const view = c.get('view');
    const object = objectOfRecordType(view, c.req.param('object'), c.req.param('recordType'));
    if (!object.ok) return answerError(c, object.error);
    const name = c.req.param('field').replace(`${object.value.apiName}.`, '');
    const field = readableField(view, object.value, name);
    if (field === undefined || !isPicklist(field)) return answerError(c, resourceNotFound);
    return c.json(picklistValues(field, c.req.path));
  });

  return routes;
}

function objectOfRecordType(view: View, apiName: string, recordTypeId: string): Outcome<ObjectSchema> {
  const object = supportedObject(view, apiName);
  if (!object.ok) return object;
  return sameId(recordTypeId, MASTER_RECORD_TYPE_ID)
    ? ok(object.value)
    : refused(wrongRecordType(recordTypeId, object.value));
}

function isPicklist(field: FieldSchema): boolean {
  return field.dataType === 'picklist' || field.dataType === 'multipicklist';
}

function picklistValues(field: FieldSchema, url: string): Readonly<Record<string, unknown>> {
  const active = field.picklistValues.filter((value) => value.active);
  const byDefault = active.find((value) => value.isDefault);
  const values = active.map(valueRepresentation);
  return {
    controllerValues: {},
    defaultValue: byDefault === undefined ? null : valueRepresentation(byDefault),
    eTag: eTagOf(values),
    url,
    values
  };
}

function valueRepresentation(value: PicklistValue) {
  return { attributes: null, label: value.label, validFor: [], value: value.value };
}
