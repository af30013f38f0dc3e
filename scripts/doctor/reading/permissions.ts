import { flagAt, type Json } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** The permissions that the action and the doctor check, with their labels in Setup. */
export const PERMISSIONS = {
  ManagePartners: 'Manage External Users',
  ManageCssUsers: 'Manage Customer Users',
  ViewSetup: 'View Setup and Configuration',
  ViewRoles: 'View Roles and Role Hierarchy',
  ViewAllUsers: 'View All Users',
  ResetPasswords: 'Reset User Passwords and Unlock Users',
  ViewAllProfiles: 'View All Profiles',
  ViewAllData: 'View All Data',
  ModifyAllData: 'Modify All Data',
  ManageNetworks: 'Create and Set Up Experiences'
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

/** null if the org doesn't say. */
export type Permissions = Readonly<Record<PermissionName, boolean | null>>;

/** The permissions that help the action. */
export const USEFUL: readonly PermissionName[] = [
  'ManagePartners',
  'ManageCssUsers',
  'ViewSetup',
  'ViewRoles',
  'ViewAllUsers',
  'ResetPasswords'
];

const NAMES: readonly PermissionName[] = [
  ...USEFUL,
  'ViewAllProfiles',
  'ViewAllData',
  'ModifyAllData',
  'ManageNetworks'
];

const OBJECT = 'UserPermissionAccess';

/**
 * What the current user may do by profile and permission sets. Needs no permission (object reference, UserPermissionAccess:
 * "without PermissionsViewSetup"). A permission that this org doesn't have makes the query fail, so each is then read alone.
 */
export async function readPermissions(org: Org): Promise<Permissions> {
  const names = NAMES;
  const all = await org.query(`SELECT ${names.map(fieldOf).join(', ')} FROM ${OBJECT}`);
  if (all.kind === 'known') {
    return permissionsOf(names.map((name) => [name, flagAt(all.value.records[0], fieldOf(name))]));
  }
  return all.code === 'INVALID_FIELD'
    ? permissionsOf(await Promise.all(names.map(async (name) => [name, await readOne(org, name)] as const)))
    : permissionsOf([]);
}

async function readOne(org: Org, name: PermissionName): Promise<boolean | null> {
  const answer = await org.query(`SELECT ${fieldOf(name)} FROM ${OBJECT}`);
  if (answer.kind === 'refused') {
    // No user holds a permission that the org doesn't have.
    return answer.code === 'INVALID_FIELD' ? false : null;
  }
  const [row]: readonly (Json | undefined)[] = answer.value.records;
  return flagAt(row, fieldOf(name));
}

function permissionsOf(read: readonly (readonly [PermissionName, boolean | null])[]): Permissions {
  const found = new Map(read);
  const of = (name: PermissionName): boolean | null => found.get(name) ?? null;
  return {
    ManagePartners: of('ManagePartners'),
    ManageCssUsers: of('ManageCssUsers'),
    ViewSetup: of('ViewSetup'),
    ViewRoles: of('ViewRoles'),
    ViewAllUsers: of('ViewAllUsers'),
    ResetPasswords: of('ResetPasswords'),
    ViewAllProfiles: of('ViewAllProfiles'),
    ViewAllData: of('ViewAllData'),
    ModifyAllData: of('ModifyAllData'),
    ManageNetworks: of('ManageNetworks')
  };
}

function fieldOf(name: PermissionName): string {
  return `Permissions${name}`;
}
