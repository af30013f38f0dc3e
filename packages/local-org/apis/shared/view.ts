import type { Access } from '../../engine/access/access.ts';
import type { Person } from '../../engine/access/person.ts';
import { permissionRow, USER_PERMISSION_ACCESS } from '../../engine/access/userPermissionAccess.ts';
import { flowViewRecords } from '../../engine/flow/flowViews.ts';
import type { Org } from '../../engine/org/org.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isId, toId18 } from '../../engine/storage/ids.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';

/** The org as one person sees it. Every API reads records and fields through the functions of this file only. */
export interface View {
  readonly org: Org;
  readonly person: Person;
  readonly access: Access;
  /** Whether queries find records in the recycle bin, too. */
  readonly withDeleted?: boolean;
}

/** Null for a token that belongs to no person. */
export function viewOf(org: Org, accessToken: string): View | null {
  const person = org.personOf(accessToken);
  return person === undefined ? null : { org, person, access: org.access(person) };
}

/** Finds an object by API name, if the person may read it. */
export function readableObject(view: View, apiName: string): ObjectSchema | undefined {
  const object = view.org.schema.object(apiName);
  return object !== undefined && view.access.canRead(object) ? object : undefined;
}

/** Finds a field by API name, if field-level security shows it to the person. */
export function readableField(view: View, object: ObjectSchema, apiName: string): FieldSchema | undefined {
  const field = view.org.schema.field(object, apiName);
  return field !== undefined && view.access.canReadField(object, field) ? field : undefined;
}

/** The fields that the person may read, in the schema's order. */
export function readableFields(view: View, object: ObjectSchema): FieldSchema[] {
  return [...object.fields.values()].filter((field) => view.access.canReadField(object, field));
}

/** Finds the reference field of a relationship name, if the person may read the field and its target. */
export function readableRelationship(
  view: View,
  object: ObjectSchema,
  relationshipName: string
): { readonly field: FieldSchema; readonly target: ObjectSchema } | undefined {
  const field = view.org.schema.relationship(object, relationshipName);
  if (field === undefined || !view.access.canReadField(object, field)) return undefined;
  const target = relationshipTarget(view, field);
  return target === undefined ? undefined : { field, target };
}

/** The first target of a reference that the person may read. */
export function relationshipTarget(view: View, field: FieldSchema): ObjectSchema | undefined {
  for (const name of field.referenceTo) {
    const target = readableObject(view, name);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Objects whose rows are computed for each request. */
const NOT_STORED: ReadonlySet<string> = new Set([USER_PERMISSION_ACCESS, 'FlowDefinitionView', 'FlowVersionView']);

/** All records of an object that the person may see. */
export function visibleRecords(view: View, object: ObjectSchema): StoredRecord[] {
  if (object.apiName === USER_PERMISSION_ACCESS) return [permissionRow(view.access, object)];
  return flowViewRecords(object, view.org.metadata.flowVersions) ?? storedRecords(view, object);
}

function storedRecords({ org, access, withDeleted = false }: View, object: ObjectSchema): StoredRecord[] {
  const records = withDeleted ? [...org.all(object), ...org.deleted(object)] : org.all(object);
  return records.filter((record) => access.canSee(record));
}

/** The visible records whose field has one of the values, found by an index. */
export function visibleRecordsWhere(
  view: View,
  object: ObjectSchema,
  field: FieldSchema,
  values: readonly string[]
): StoredRecord[] {
  if (NOT_STORED.has(object.apiName)) return visibleRecords(view, object);
  const isIdField = field.dataType === 'id' || field.dataType === 'reference';
  const wanted = new Set(values.map((value) => (isIdField && isId(value) ? toId18(value) : value)));
  const found = [...wanted].flatMap((value) => view.org.where(object, field.apiName, value));
  if (view.withDeleted === true) {
    const texts = new Set([...wanted].map((value) => value.toLowerCase()));
    const hasText = (record: StoredRecord): boolean => texts.has(String(record[field.apiName] ?? '').toLowerCase());
    found.push(...view.org.deleted(object).filter(hasText));
  }
  // The index ignores case, but ids are case-sensitive.
  return found.filter(
    (record) => (!isIdField || wanted.has(String(record[field.apiName]))) && view.access.canSee(record)
  );
}

/** Finds a record by its 15 or 18 character id, if the person may see it. */
export function visibleRecord(
  view: View,
  id: string
): { readonly object: ObjectSchema; readonly record: StoredRecord } | undefined {
  const object = view.org.schema.objectOfId(id);
  const record = view.org.find(id);
  if (object === undefined || record === undefined || !view.access.canRead(object)) return undefined;
  return view.access.canSee(record) ? { object, record } : undefined;
}

/** Whether an id names a record in the recycle bin that the person could see. */
export function isDeletedRecord({ org, access }: View, id: string): boolean {
  const object = org.schema.objectOfId(id);
  const record = org.findDeleted(id);
  return object !== undefined && record !== undefined && access.canRead(object) && access.canSee(record);
}

/** The record that a reference field points to, if the person may see it. */
export function parentOf(view: View, record: StoredRecord, field: FieldSchema): StoredRecord | undefined {
  const id = record[field.apiName];
  return typeof id === 'string' ? visibleRecord(view, id)?.record : undefined;
}

/** The stored value of a field, null for an empty one. */
export function valueOf(record: StoredRecord, field: FieldSchema): FieldValue {
  return record[field.apiName] ?? null;
}

/** The text of a record's name field, null for an object without a name field. */
export function nameOf(object: ObjectSchema, record: StoredRecord): string | null {
  for (const field of object.fields.values()) {
    if (!field.nameField) continue;
    const value = valueOf(record, field);
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Whether an object or field is custom: `__c`, `__e` of a platform event, `__mdt` of a custom metadata type. */
export function isCustom(apiName: string): boolean {
  return /__(?:c|e|mdt)$/.test(apiName);
}
