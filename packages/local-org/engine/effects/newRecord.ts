import { toDateTime } from '../storage/clock.ts';
import { withFields, type Fields, type FieldValue, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import type { FieldSchema, ObjectSchema } from '../schema/objectSchema.ts';

/** Builds a new record: id, system fields, the values that were sent, and the default or null for every other field. */
export function newRecord(world: World, object: ObjectSchema, createdById: string, given: Fields): StoredRecord {
  const record = withFields(emptyRecord(object), { Id: world.newId(object) });
  const now = toDateTime(world.clock.now());
  const present = Object.entries(given).filter(([name, value]) => value !== null && name in record);
  return withFields(
    record,
    Object.fromEntries(present),
    systemFields(object, {
      CreatedDate: now,
      CreatedById: createdById,
      LastModifiedDate: now,
      LastModifiedById: createdById,
      SystemModstamp: now,
      OwnerId: given['OwnerId'] ?? createdById
    })
  );
}

/** A stored record with changed fields and new time stamps. */
export function changedRecord(
  world: World,
  object: ObjectSchema,
  modifiedById: string,
  before: StoredRecord,
  changes: Fields
): StoredRecord {
  const now = toDateTime(world.clock.now());
  const stamps = { LastModifiedDate: now, LastModifiedById: modifiedById, SystemModstamp: now };
  return withFields(before, changes, systemFields(object, stamps));
}

/** Keeps the system fields that the object has. */
function systemFields(object: ObjectSchema, values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).filter(([field]) => object.fields.has(field)));
}

const emptyRecords = new WeakMap<ObjectSchema, StoredRecord>();

/** Every field with its default or null. It is built once for an object, because a user has two hundred fields. */
function emptyRecord(object: ObjectSchema): StoredRecord {
  const known = emptyRecords.get(object);
  if (known !== undefined) return known;
  const defaults = Object.fromEntries([...object.fields.values()].map((field) => [field.apiName, defaultOf(field)]));
  const empty = { ...defaults, Id: '' };
  emptyRecords.set(object, empty);
  return empty;
}

/** A checkbox is never null, and a picklist may have a default value. */
function defaultOf(field: FieldSchema): FieldValue {
  if (field.dataType === 'boolean') return false;
  return field.picklistValues.find(({ isDefault }) => isDefault)?.value ?? null;
}
