import type { StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from './access.ts';

/** An object of which every person sees one row, with their own permissions. */
export const USER_PERMISSION_ACCESS = 'UserPermissionAccess';

/** The id of a row that is stored nowhere. */
const NO_ID = '000000000000000AAA';
const PREFIX = 'Permissions';

/** Source: Object Reference, UserPermissionAccess: "whether it's available to the user (true) or not (false)", for the current user. */
export function permissionRow(access: Access, object: ObjectSchema): StoredRecord {
  const names = [...object.fields.keys()].filter((name) => name.startsWith(PREFIX));
  return {
    ...Object.fromEntries(names.map((name) => [name, access.has(name.slice(PREFIX.length))])),
    LastCacheUpdate: null,
    Id: NO_ID
  };
}
