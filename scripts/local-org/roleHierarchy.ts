import type { StoredRecord } from './types.ts';
import { textOf } from './values.ts';
import type { World } from './world.ts';

/** Whether a user's role stands below another user's in the role hierarchy; a user without a role stands below nobody. */
export function isBelow(world: World, user: StoredRecord, other: StoredRecord): boolean {
  const wanted = textOf(other, 'UserRoleId');
  if (wanted === '') return false;
  let role = world.records.find(textOf(user, 'UserRoleId'));
  while (role !== undefined) {
    const parentId = textOf(role, 'ParentRoleId');
    if (parentId === wanted) return true;
    role = world.records.find(parentId);
  }
  return false;
}
