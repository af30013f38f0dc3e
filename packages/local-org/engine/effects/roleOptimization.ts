import { newRecord } from './newRecord.ts';
import { accountRole, portalRolesOf, type PortalType } from './portalRoles.ts';
import { portalTypeOf } from './userTypes.ts';
import { isTrue, textOf, withFields, type Fields, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** User.PortalRole of a shared role. */
const SHARED = 'PersonAccount';

/**
 * The role of a user where Account Role Optimization is on. The only role-based user of an account has a role that all such
 * users share whose accounts have the same owner. The second user makes the account's own roles, and moves the first.
 * Source: Salesforce Help, "Optimize Account Roles to Improve Performance and Scale"; Knowledge Article 005167126 [F-150].
 */
export function optimizedRole(world: World, account: StoredRecord, portalType: PortalType, user: StoredRecord): Fields {
  const level = textOf(user, 'PortalRole');
  const others = world.records
    .where('User', 'AccountId', account.Id)
    .filter((other) => other.Id !== user.Id && portalTypeOf(textOf(other, 'UserType')) === portalType);
  const isOnly = !isTrue(user, 'IsActive') || !others.some((other) => isTrue(other, 'IsActive'));
  const asksForLevel = level === 'Manager' || level === 'Executive';
  if (isOnly && !asksForLevel && portalRolesOf(world, account.Id, portalType).length === 0) {
    return { PortalRole: SHARED, UserRoleId: sharedRole(world, textOf(account, 'OwnerId'), portalType) };
  }
  const lowest = { PortalRole: 'Worker', UserRoleId: accountRole(world, account, portalType, 'Worker') };
  for (const other of others.filter((one) => textOf(one, 'PortalRole') === SHARED)) {
    world.records.save(standardObject(world, 'User'), withFields(other, lowest));
  }
  return asksForLevel ? { UserRoleId: accountRole(world, account, portalType, level) } : lowest;
}

/** The role of an owner of accounts, named after the owner's alias. It is created when it is first needed. */
function sharedRole(world: World, ownerId: string, portalType: PortalType): string {
  const known = world.records
    .where('UserRole', 'PortalAccountOwnerId', ownerId)
    .find((role) => textOf(role, 'PortalType') === portalType && textOf(role, 'PortalAccountId') === '');
  if (known !== undefined) return known.Id;
  const owner = world.records.find(ownerId);
  const label = `${owner === undefined ? '' : textOf(owner, 'Alias')} ${portalType === 'Partner' ? 'Partner' : 'Customer'} Person Account`;
  const object = standardObject(world, 'UserRole');
  const role = newRecord(world, object, world.systemUserId, {
    Name: label,
    DeveloperName: label.replace(/[^A-Za-z0-9]/gu, ''),
    PortalType: portalType,
    PortalRole: SHARED,
    PortalAccountOwnerId: ownerId,
    ParentRoleId: (owner === undefined ? '' : textOf(owner, 'UserRoleId')) || null
  });
  world.records.save(object, role);
  return role.Id;
}
