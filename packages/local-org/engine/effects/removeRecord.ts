import type { ObjectSchema } from '../schema/objectSchema.ts';
import { withFields, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';
import { findReferrers } from './references.ts';

/** Whether deleted records of the object go to the recycle bin: objects without one have no IsDeleted [F-120]. */
export function hasRecycleBin(object: ObjectSchema): boolean {
  return object.fields.has('IsDeleted');
}

/**
 * Deletes a record, and changes other records as the platform does in the same transaction. The contacts of an account go
 * to the recycle bin with it, its roles for good [F-122]; fields that refer to a deleted record become empty [F-124].
 */
export function removeRecord(world: World, object: ObjectSchema, record: StoredRecord): void {
  if (!hasRecycleBin(object)) {
    world.records.remove(object, record.Id);
    return;
  }
  world.records.recycle(object, record);
  if (object.apiName === 'Account') removeWithAccount(world, record.Id);
  for (const { object: other, field, records } of findReferrers(world, object, record.Id)) {
    for (const one of records) world.records.save(other, withFields(one, { [field.apiName]: null }));
  }
}

function removeWithAccount(world: World, accountId: string): void {
  const [contact, role] = [standardObject(world, 'Contact'), standardObject(world, 'UserRole')];
  for (const one of world.records.where('Contact', 'AccountId', accountId)) removeRecord(world, contact, one);
  for (const one of world.records.where('UserRole', 'PortalAccountId', accountId)) {
    world.records.remove(role, one.Id);
  }
}
