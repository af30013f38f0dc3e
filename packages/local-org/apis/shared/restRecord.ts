import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { compoundValueOf, isCompound, type CompoundValue } from './compoundValue.ts';
import { restValueOf } from './fieldDisplay.ts';
import { parseJsonObject, type JsonObject } from './jsonBody.ts';
import { valueOf } from './view.ts';

/** The `attributes` of a record in a REST answer. */
export function attributesOf(
  object: ObjectSchema,
  record: StoredRecord,
  version: string
): { type: string; url: string } {
  return { type: object.apiName, url: `/services/data/${version}/sobjects/${object.apiName}/${record.Id}` };
}

/** A field's value in its REST form; an address is an object, as is a complex value. */
export function restFieldOf(
  object: ObjectSchema,
  record: StoredRecord,
  field: FieldSchema
): FieldValue | CompoundValue | JsonObject {
  if (field.dataType === 'complexvalue') {
    const json = parseJsonObject(String(valueOf(record, field) ?? ''));
    return json.ok ? json.value : null;
  }
  return isCompound(field) ? compoundValueOf(object, record, field) : restValueOf(field, valueOf(record, field));
}

/** A record as the REST API returns it. */
export function restRecordOf(
  object: ObjectSchema,
  record: StoredRecord,
  fields: readonly FieldSchema[],
  version: string
): JsonObject {
  return {
    attributes: attributesOf(object, record, version),
    ...Object.fromEntries(fields.map((field) => [field.apiName, restFieldOf(object, record, field)]))
  };
}
