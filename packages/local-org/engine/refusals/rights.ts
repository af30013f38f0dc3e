import { refuse, type Write, type Refusal } from './rule.ts';
import type { FieldSchema, ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from '../access/access.ts';

/**
 * The refusal of a person who may not write the object, or some of the fields. One refusal names all such fields.
 * Source: SOAP API Developer Guide, "Core Data Types", StatusCode: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY,
 * INSUFFICIENT_ACCESS_OR_READONLY, INVALID_FIELD_FOR_INSERT_UPDATE. The texts were seen in use; no page lists them.
 */
export function findMissingRight(write: Pick<Write, 'action' | 'object' | 'given' | 'access'>): Refusal | null {
  return objectRefusal(write) ?? fieldRefusal(write);
}

function objectRefusal({ action, object, access }: Pick<Write, 'action' | 'object' | 'access'>): Refusal | null {
  const isSupported = action === 'insert' ? object.createable : object.updateable;
  if (!isSupported) {
    const verb = action === 'insert' ? 'inserted' : 'updated';
    return refuse('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${verb}: ${object.label}`);
  }
  const isAllowed = action === 'insert' ? mayCreate(object, access) : access.canEdit(object);
  return isAllowed ? null : refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** A describe says that everybody can create users (Object Reference, "User" [F-077]); in fact that takes a permission to manage users. */
function mayCreate(object: ObjectSchema, access: Access): boolean {
  const managesUsers = MANAGE_USERS.some((permission) => access.has(permission));
  return access.canCreate(object) && (object.apiName !== 'User' || managesUsers);
}

const MANAGE_USERS: readonly string[] = ['ManagePartners', 'ManageCssUsers', 'ManageInternalUsers', 'ManageUsers'];

function fieldRefusal({
  action,
  object,
  given,
  access
}: Pick<Write, 'action' | 'object' | 'given' | 'access'>): Refusal | null {
  const isOpen = (field: FieldSchema): boolean =>
    (action === 'insert' ? field.createable : field.updateable) && access.canEditField(object, field);
  const closed = Object.keys(given).filter((name) => {
    const field = object.fields.get(name);
    return field !== undefined && !isOpen(field);
  });
  if (closed.length === 0) return null;
  return refuse(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${closed.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    ...closed
  );
}
