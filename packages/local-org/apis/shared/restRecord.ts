import { compoundValueOf, isCompound, type CompoundValue } from './compoundValue.ts';
import { restValueOf } from './fieldDisplay.ts';
import { valueOf } from './view.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';

/** `attributes` of a record in a REST answer. */
export function attributesOf(
  object: ObjectSchema,
  record: StoredRecord,
  version: string
): { type: string; url: string } {
  return { type: object.apiName, url: `/services/data/${version}/sobjects/${object.apiName}/${record.Id}` };
}

/** A field in its REST form: `+0000` date-times, an address as an object. */
export function restFieldOf(
  object: ObjectSchema,
  record: StoredRecord,
  field: FieldSchema
): FieldValue | CompoundValue {
  return isCompound(field) ? compoundValueOf(object, record, field) : restValueOf(field, valueOf(record, field));
}
