import { textOf, type StoredRecord } from '../storage/record.ts';

interface Store {
  find(id: string): StoredRecord | undefined;
}

/** Whether the role of `user` is below the role of `other` in the role hierarchy. A user without a role is below nobody. */
export function isBelow(store: Store, user: StoredRecord, other: StoredRecord): boolean {
  const wanted = textOf(other, 'UserRoleId');
  if (wanted === '') return false;
  let role = store.find(textOf(user, 'UserRoleId'));
  while (role !== undefined) {
    const parentId = textOf(role, 'ParentRoleId');
    if (parentId === wanted) return true;
    role = store.find(parentId);
  }
  return false;
}
