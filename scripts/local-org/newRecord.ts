import { toDateTime } from './clock.ts';
import type { Fields, FieldSchema, FieldValue, ObjectSchema, StoredRecord } from './types.ts';
import type { World } from './world.ts';

/** A record as it is stored at creation: an id, every field with a value, its default or null, and the system fields. */
export function newRecord(world: World, object: ObjectSchema, createdById: string, given: Fields): StoredRecord {
  const record: Record<string, FieldValue> = {};
  for (const field of object.fields.values()) record[field.apiName] = given[field.apiName] ?? defaultOf(field);
  const now = toDateTime(world.clock.now());
  return {
    ...record,
    ...systemFields(object, {
      CreatedDate: now,
      CreatedById: createdById,
      LastModifiedDate: now,
      LastModifiedById: createdById,
      SystemModstamp: now,
      OwnerId: given['OwnerId'] ?? createdById
    }),
    Id: world.newId(object)
  };
}

/** A stored record with some fields changed and its time stamps moved on. */
export function changedRecord(
  world: World,
  object: ObjectSchema,
  modifiedById: string,
  before: StoredRecord,
  changes: Fields
): StoredRecord {
  const now = toDateTime(world.clock.now());
  return {
    ...before,
    ...changes,
    ...systemFields(object, { LastModifiedDate: now, LastModifiedById: modifiedById, SystemModstamp: now }),
    Id: before.Id
  };
}

function systemFields(object: ObjectSchema, values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([field]) => object.fields.has(field)));
}

/** A checkbox is never null; a picklist may name a default. */
function defaultOf(field: FieldSchema): FieldValue {
  if (field.dataType === 'boolean') return false;
  return field.picklistValues.find(({ isDefault }) => isDefault)?.value ?? null;
}
