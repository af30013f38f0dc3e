import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { refuse, type Refusal } from './rule.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from '../access/access.ts';

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
  switch (object.apiName) {
    case 'Account':
      return refuseBecauseOf(record, world.records.where('User', 'AccountId', record.Id));
    case 'Contact':
      return refuseBecauseOf(record, world.records.where('User', 'ContactId', record.Id));
    default:
      return null;
  }
}

/** An account or contact with users cannot be deleted, even if they are inactive. Source: SOAP API Developer Guide, "Core Data Types", DELETE_FAILED. */
function refuseBecauseOf(record: StoredRecord, users: readonly StoredRecord[]): Refusal | null {
  if (users.length === 0) return null;
  const names = users.map((user) => textOf(user, 'Name')).join(', ');
  return refuse(
    'DELETE_FAILED',
    `Your attempt to delete ${textOf(record, 'Name')} could not be completed because it is associated with the following portal users.: ${names}`
  );
}
