import type { StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from './access.ts';

/** An object with one row for every person, which holds the person's own permissions. */
export const USER_PERMISSION_ACCESS = 'UserPermissionAccess';

/** The id of a row that is not stored. */
const NO_ID = '000000000000000AAA';
const PREFIX = 'Permissions';

/** The row of the current user. Source: Object Reference, "UserPermissionAccess": "whether it's available to the user (true) or not (false)". */
export function permissionRow(access: Access, object: ObjectSchema): StoredRecord {
  const names = [...object.fields.keys()].filter((name) => name.startsWith(PREFIX));
  return {
    ...Object.fromEntries(names.map((name) => [name, access.has(name.slice(PREFIX.length))])),
    LastCacheUpdate: null,
    Id: NO_ID
  };
}
