import { computedFields } from './computedFields.ts';
import { accountRole } from './portalRoles.ts';
import { optimizedRole } from './roleOptimization.ts';
import { moveSeat } from './seats.ts';
import { portalTypeOf } from './userTypes.ts';
import { isTrue, textOf, withFields, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** Saves a user, and updates computed fields, account role, account flags and seat in the same transaction. */
export function saveUser(world: World, before: StoredRecord | null, user: StoredRecord): void {
  const saved = withAccountRole(world, withFields(user, computedFields(world, 'User', user)));
  world.records.save(standardObject(world, 'User'), saved);
  moveSeat(world, before, saved);
  markAccount(world, saved);
}

/** Only a user whose license has roles gets one, and it is a role of the account. */
function withAccountRole(world: World, user: StoredRecord): StoredRecord {
  const portalType = portalTypeOf(textOf(user, 'UserType'));
  const account = world.records.find(textOf(user, 'AccountId'));
  if (portalType === null || account === undefined) return user;
  const role =
    world.settings.accountRoleOptimization === true && !isTrue(account, 'IsPersonAccount')
      ? optimizedRole(world, account, portalType, user)
      : { UserRoleId: accountRole(world, account, portalType, textOf(user, 'PortalRole')) };
  return withFields(user, role);
}

/** Sets the flag of the account. Source: Object Reference, "Account": the flags say "whether the account has at least one contact enabled" [F-081]. */
function markAccount(world: World, user: StoredRecord): void {
  const object = standardObject(world, 'Account');
  const account = world.records.find(textOf(user, 'AccountId'));
  const flag = textOf(user, 'UserType') === 'PowerPartner' ? 'IsPartner' : 'IsCustomerPortal';
  if (account === undefined || !isTrue(user, 'IsPortalEnabled') || isTrue(account, flag)) return;
  if (object.fields.has(flag)) world.records.save(object, withFields(account, { [flag]: true }));
}

/**
 * Disables an external user, who loses seat and access; the contact can get another user.
 * Unlike deactivation, this removes the contact for good. That ContactId becomes empty was seen in use, no document says it.
 * Source: Object Reference, "User", Deactivate Users; Salesforce Help, "Disable Partner Users" [F-080].
 */
export function disableExternalUser(world: World, user: StoredRecord): void {
  saveUser(world, user, { ...user, IsActive: false, IsPortalEnabled: false, ContactId: null, UserRoleId: null });
}
