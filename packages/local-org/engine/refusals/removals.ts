import type { Access } from '../access/access.ts';
import { findReferrers } from '../effects/references.ts';
import { hasRecycleBin } from '../effects/removeRecord.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { refuse, type Refusal } from './rule.ts';
import { notModelled } from '../schema/notModelled.ts';

/** Source: SOAP API Developer Guide, "StatusCode": "You can't reference an object that has been deleted" [F-100]. */
export const entityIsDeleted = refuse('ENTITY_IS_DELETED', 'entity is deleted');

/** The refusal of a delete. Source for User: Object Reference, "User", Deactivate Users: "You can't delete a user in the user interface or the API" [F-076]. */
export function findRemovalRefusal(
  world: World,
  access: Access,
  object: ObjectSchema,
  record: StoredRecord
): Refusal | null {
  if (!access.canDelete(object)) {
    return refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
  return ofObject(world, object, record) ?? isInUse(world, object, record);
}

function ofObject(world: World, object: ObjectSchema, record: StoredRecord): Refusal | null {
  switch (object.apiName) {
    case 'Account':
      return hasUsers(world, record, 'AccountId') ?? isPartnerWithContacts(world, record);
    case 'Contact':
      return hasUsers(world, record, 'ContactId') ?? belongsToPersonAccount(record);
    default:
      return null;
  }
}

/** An account or contact with users cannot be deleted, even if they are inactive [F-123]. Source: SOAP API Developer Guide, "Core Data Types", DELETE_FAILED. */
function hasUsers(world: World, record: StoredRecord, field: 'AccountId' | 'ContactId'): Refusal | null {
  const users = world.records.where('User', field, record.Id);
  if (users.length === 0) return null;
  const names = users.map((user) => textOf(user, 'Name')).join(', ');
  return refuse(
    'DELETE_FAILED',
    `Your attempt to delete ${textOf(record, 'Name')} could not be completed because it is associated with the following portal users.: ${names}`
  );
}

/** A partner account cannot be deleted while it has contacts [F-123]; the text is ours. */
function isPartnerWithContacts(world: World, account: StoredRecord): Refusal | null {
  if (!isTrue(account, 'IsPartner')) return null;
  const contacts = world.records.where('Contact', 'AccountId', account.Id);
  return contacts.length === 0
    ? null
    : refuse('DELETE_FAILED', `${textOf(account, 'Name')} is a partner account, and has contacts`);
}

/** The contact of a person account is deleted with the account only [F-122]; the text is ours. */
function belongsToPersonAccount(contact: StoredRecord): Refusal | null {
  return isTrue(contact, 'IsPersonAccount')
    ? refuse('DELETE_FAILED', `${textOf(contact, 'Name')} is the contact of a person account: delete the account`)
    : null;
}

/** A lookup becomes empty with the deletion [F-124]; what happens to a record that must have its reference isn't modelled. */
function isInUse(world: World, object: ObjectSchema, record: StoredRecord): Refusal | null {
  const referrers = findReferrers(world, object, record.Id);
  const needing = referrers.find(({ field }) => !hasRecycleBin(object) || !field.nillable);
  if (needing === undefined) return null;
  const { object: other, field } = needing;
  return refuse(
    'DELETE_FAILED',
    notModelled(`${other.apiName}.${field.apiName} refers to ${object.apiName} ${record.Id}, so it cannot be deleted`)
  );
}
