import { computedFields } from './computedFields.ts';
import { withPersonContact } from './personAccounts.ts';
import { portalRolesOf } from './portalRoles.ts';
import { disableExternalUser } from './userEffects.ts';
import { isTrue, textOf, withFields, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** The user types and portal that belong to a flag. Source: Object Reference, "Account", IsPartner and IsCustomerPortal [F-081]. */
const FLAGS = {
  IsPartner: { portalType: 'Partner', userTypes: ['PowerPartner'] },
  IsCustomerPortal: {
    portalType: 'CustomerPortal',
    userTypes: ['CspLitePortal', 'PowerCustomerSuccess', 'CustomerSuccess']
  }
} as const;

export type AccountFlag = keyof typeof FLAGS;
export const ACCOUNT_FLAGS: readonly AccountFlag[] = ['IsPartner', 'IsCustomerPortal'];

/** The external users who would be disabled if the flag became false. */
export function usersOfFlag(world: World, accountId: string, flag: AccountFlag): StoredRecord[] {
  const userTypes: readonly string[] = FLAGS[flag].userTypes;
  return world.records
    .where('User', 'AccountId', accountId)
    .filter((user) => userTypes.includes(textOf(user, 'UserType')));
}

/**
 * Saves an account. A flag that becomes false disables its users and deletes the account's roles of that portal.
 * Source: Object Reference, "Account", IsPartner: "you can disable up to 15 partner portal users associated with the account
 * and permanently delete all of the account's partner portal roles" [F-081].
 */
export function saveAccount(world: World, before: StoredRecord | null, given: StoredRecord): void {
  const account = before === null ? withPersonContact(world, given) : given;
  world.records.save(standardObject(world, 'Account'), withFields(account, computedFields(world, 'Account', account)));
  for (const flag of ACCOUNT_FLAGS) {
    if (before === null || !isTrue(before, flag) || isTrue(account, flag)) continue;
    for (const user of usersOfFlag(world, account.Id, flag)) disableExternalUser(world, user);
    for (const role of portalRolesOf(world, account.Id, FLAGS[flag].portalType)) {
      world.records.remove(standardObject(world, 'UserRole'), role.Id);
    }
  }
}
