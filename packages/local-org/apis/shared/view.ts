import { flowViewRecords } from '../../engine/flow/flowViews.ts';
import { isId, toId18 } from '../../engine/storage/ids.ts';
import { permissionRow, USER_PERMISSION_ACCESS } from '../../engine/access/userPermissionAccess.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { Access, Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';

/** The org as one person sees it: every API hands out records and fields through these functions only. */
export interface View {
  readonly org: Org;
  readonly person: Person;
  readonly access: Access;
}

/** Null for a token that nobody holds. */
export function viewOf(org: Org, accessToken: string): View | null {
  const person = org.personOf(accessToken);
  return person === undefined ? null : { org, person, access: org.access(person) };
}

/** The object by API name, if it exists and the person may read it. */
export function readableObject(view: View, apiName: string): ObjectSchema | undefined {
  const object = view.org.schema.object(apiName);
  return object !== undefined && view.access.canRead(object) ? object : undefined;
}

/** The field by API name, if it exists and field-level security shows it. */
export function readableField(view: View, object: ObjectSchema, apiName: string): FieldSchema | undefined {
  const field = view.org.schema.field(object, apiName);
  return field !== undefined && view.access.canReadField(object, field) ? field : undefined;
}

/** The readable fields, in schema order. */
export function readableFields(view: View, object: ObjectSchema): FieldSchema[] {
  return [...object.fields.values()].filter((field) => view.access.canReadField(object, field));
}

/** The reference field behind a relationship name, if the person sees the field and may read its target. */
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

/** The first object that a reference names and the person may read. */
export function relationshipTarget(view: View, field: FieldSchema): ObjectSchema | undefined {
  for (const name of field.referenceTo) {
    const target = readableObject(view, name);
    if (target !== undefined) return target;
  }
  return undefined;
}

/** Objects whose rows are made when somebody asks for them. */
const NOT_STORED: ReadonlySet<string> = new Set([USER_PERMISSION_ACCESS, 'FlowDefinitionView', 'FlowVersionView']);

/** Every record of an object that the person may see. */
export function visibleRecords(view: View, object: ObjectSchema): StoredRecord[] {
  if (object.apiName === USER_PERMISSION_ACCESS) return [permissionRow(view.access, object)];
  return flowViewRecords(object, view.org.metadata.flowVersions) ?? storedRecords(view, object);
}

function storedRecords({ org, access }: View, object: ObjectSchema): StoredRecord[] {
  return org.all(object).filter((record) => access.canSee(record));
}

/** Those of them whose field holds one of the values, found by an index. */
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
  // The index takes texts without regard to case, which ids have.
  return found.filter(
    (record) => (!isIdField || wanted.has(String(record[field.apiName]))) && view.access.canSee(record)
  );
}

/** The record by its 15 or 18 character id, if the person may read its object and see it. */
export function visibleRecord(
  view: View,
  id: string
): { readonly object: ObjectSchema; readonly record: StoredRecord } | undefined {
  const object = view.org.schema.objectOfId(id);
  const record = view.org.find(id);
  if (object === undefined || record === undefined || !view.access.canRead(object)) return undefined;
  return view.access.canSee(record) ? { object, record } : undefined;
}

/** The record that a reference field of `record` points to, if the person may see it. */
export function parentOf(view: View, record: StoredRecord, field: FieldSchema): StoredRecord | undefined {
  const id = record[field.apiName];
  return typeof id === 'string' ? visibleRecord(view, id)?.record : undefined;
}

/** A field's stored value, null when the record holds none. */
export function valueOf(record: StoredRecord, field: FieldSchema): FieldValue {
  return record[field.apiName] ?? null;
}

/** The text of the record's name field, null for an object without one. */
export function nameOf(object: ObjectSchema, record: StoredRecord): string | null {
  for (const field of object.fields.values()) {
    if (!field.nameField) continue;
    const value = valueOf(record, field);
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Whether an object or a field is one that somebody made: `__c`, `__e` for a platform event, or `__mdt` for a custom metadata type. */
export function isCustom(apiName: string): boolean {
  return /__(?:c|e|mdt)$/.test(apiName);
}
