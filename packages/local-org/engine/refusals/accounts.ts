import { ACCOUNT_FLAGS, usersOfFlag, type AccountFlag } from '../effects/accountEffects.ts';
import { isTrue, textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { isChanged, refuse, type Rule, type Write, type Refusal } from './rule.ts';

/** The rules of Account, in the order in which they are checked. */
export const ACCOUNT_RULES: readonly Rule[] = [
  ownerIsActive,
  portalOwnerHasRole,
  partnerIsBusinessAccount,
  flagLeavesFewUsers
];

/** Source: SOAP API Developer Guide, "Core Data Types", INACTIVE_OWNER_OR_USER. */
export function ownerIsActive(write: Write, world: World): Refusal | null {
  const owner = world.records.find(textOf(write.after, 'OwnerId'));
  if (!isChanged(write, 'OwnerId') || owner === undefined || isTrue(owner, 'IsActive')) return null;
  return refuse(
    'INACTIVE_OWNER_OR_USER',
    `operation performed with inactive user [${owner.Id.slice(0, 15)}] as owner of ${write.object.label.toLowerCase()}`,
    'OwnerId'
  );
}

/** The owner needs a role as long as the account has active users, as when they were created [F-003]. */
function portalOwnerHasRole(write: Write, world: World): Refusal | null {
  if (write.before === null || !isChanged(write, 'OwnerId')) return null;
  const owner = world.records.find(textOf(write.after, 'OwnerId'));
  const hasUsers = world.records.where('User', 'AccountId', write.after.Id).some((user) => isTrue(user, 'IsActive'));
  if (!hasUsers || (owner !== undefined && textOf(owner, 'UserRoleId') !== '')) return null;
  return refuse('UNKNOWN_EXCEPTION', 'portal account owner must have a role');
}

/** Source: Salesforce Help, "Create Partner Accounts": person accounts "cannot be used as partner accounts" [F-010]. Code and text are ours. */
function partnerIsBusinessAccount(write: Write): Refusal | null {
  const { after } = write;
  if (!isChanged(write, 'IsPartner') || !isTrue(after, 'IsPartner') || !isTrue(after, 'IsPersonAccount')) return null;
  return refuse('FIELD_INTEGRITY_EXCEPTION', PERSON_ACCOUNT_IS_NO_PARTNER, 'IsPartner');
}

export const PERSON_ACCOUNT_IS_NO_PARTNER =
  'Person accounts cannot be used as partner accounts. Only business accounts can be used as partner accounts.';

/** Source: Object Reference, "Account": a flag that becomes false disables "up to 15 partner portal users" and "up to 100" customers [F-081]. No page names a code. */
const MOST_DISABLED: Readonly<Record<AccountFlag, number>> = { IsPartner: 15, IsCustomerPortal: 100 };

function flagLeavesFewUsers({ before, after }: Write, world: World): Refusal | null {
  for (const flag of ACCOUNT_FLAGS) {
    if (before === null || !isTrue(before, flag) || isTrue(after, flag)) continue;
    const count = usersOfFlag(world, after.Id, flag).length;
    if (count > MOST_DISABLED[flag]) {
      return refuse(
        'FIELD_INTEGRITY_EXCEPTION',
        `You can disable up to ${String(MOST_DISABLED[flag])} users at once; this account has ${String(count)}.`,
        flag
      );
    }
  }
  return null;
}
