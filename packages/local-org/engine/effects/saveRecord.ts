import { saveAccount } from './accountEffects.ts';
import { computedFields } from './computedFields.ts';
import { saveUser } from './userEffects.ts';
import { withFields, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** Stores a record, and changes other records as the platform does in the same transaction. */
export function saveRecord(world: World, object: ObjectSchema, before: StoredRecord | null, after: StoredRecord): void {
  switch (object.apiName) {
    case 'User':
      saveUser(world, before, after);
      break;
    case 'Account':
      saveAccount(world, before, after);
      break;
    case 'Contact':
      world.records.save(object, withFields(after, computedFields(world, 'Contact', after)));
      for (const user of world.records.where('User', 'ContactId', after.Id)) saveUser(world, user, user);
      break;
    default:
      world.records.save(object, withFields(after, computedFields(world, object.apiName, after)));
  }
}
