import type { FieldSchema, ObjectSchema } from '../../../engine/schema/objectSchema.ts';
import type { FieldValue } from '../../../engine/storage/record.ts';
import type { World } from '../../../engine/world/world.ts';

/** Adds new fields to every record of an object: a checkbox is unchecked, any other field empty. */
export function fillNewFields({ records }: World, object: ObjectSchema): void {
  for (const record of records.all(object.apiName)) {
    const missing = [...object.fields.values()].filter(({ apiName }) => !(apiName in record));
    if (missing.length === 0) continue;
    records.save(object, { ...record, ...Object.fromEntries(missing.map((field) => [field.apiName, emptyOf(field)])) });
  }
}

function emptyOf({ dataType }: FieldSchema): FieldValue {
  return dataType === 'boolean' ? false : null;
}
