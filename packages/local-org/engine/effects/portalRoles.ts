import { newRecord } from './newRecord.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** A role level of a portal: the last word of the role's name, and the level that must exist below it. */
interface PortalRole {
  readonly name: string;
  readonly below: string | null;
}

const WORKER: PortalRole = { name: 'User', below: null };
const PORTAL_ROLES: Readonly<Record<string, PortalRole>> = {
  Worker: WORKER,
  Manager: { name: 'Manager', below: 'Worker' },
  Executive: { name: 'Executive', below: 'Manager' },
  PersonAccount: { name: 'Person Account', below: null }
};

/** UserRole.PortalType of the roles of external users. */
export type PortalType = 'Partner' | 'CustomerPortal';

/** The roles that an account has for a portal type. */
export function portalRolesOf(world: World, accountId: string, portalType: string): StoredRecord[] {
  return world.records
    .where('UserRole', 'PortalAccountId', accountId)
    .filter((role) => textOf(role, 'PortalType') === portalType);
}

/**
 * The id of the account's role for a user whose license has roles. A missing role is created, together with those below it.
 * Source: Object Reference, "User", Usage: "a maximum of three portal roles … roles are created bottom-up" [F-067].
 */
export function accountRole(world: World, account: StoredRecord, portalType: PortalType, portalRole: string): string {
  const known = portalRolesOf(world, account.Id, portalType).find((role) => textOf(role, 'PortalRole') === portalRole);
  if (known !== undefined) return known.Id;
  const { name, below } = PORTAL_ROLES[portalRole] ?? WORKER;
  const roleBelow = below === null ? null : accountRole(world, account, portalType, below);
  const role = createRole(world, account, portalType, portalRole, name);
  if (roleBelow !== null) putUnder(world, roleBelow, role.Id);
  return role.Id;
}

function createRole(
  world: World,
  account: StoredRecord,
  portalType: PortalType,
  portalRole: string,
  name: string
): StoredRecord {
  const object = standardObject(world, 'UserRole');
  const ownerId = textOf(account, 'OwnerId');
  const owner = world.records.find(ownerId);
  const label = `${textOf(account, 'Name')} ${portalType === 'Partner' ? 'Partner' : 'Customer'} ${name}`;
  const role = newRecord(world, object, world.systemUserId, {
    Name: label.slice(-80),
    DeveloperName: developerNameOf(label),
    PortalType: portalType,
    PortalRole: portalRole,
    PortalAccountId: account.Id,
    PortalAccountOwnerId: ownerId,
    ParentRoleId: (owner === undefined ? '' : textOf(owner, 'UserRoleId')) || null
  });
  world.records.save(object, role);
  return role;
}

function putUnder(world: World, roleId: string, parentRoleId: string): void {
  const role = world.records.find(roleId);
  if (role !== undefined) {
    world.records.save(standardObject(world, 'UserRole'), { ...role, ParentRoleId: parentRoleId });
  }
}

/** Keeps letters and digits, and starts with a letter. Source: Object Reference, "UserRole", DeveloperName [F-083]. */
function developerNameOf(label: string): string {
  const name = label.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return /^[A-Za-z]/.test(name) ? name : `X${name}`;
}
