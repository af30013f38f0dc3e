import { ACCOUNT_FLAGS, usersOfFlag, type AccountFlag } from '../effects/accountEffects.ts';
import { isExternalUser } from '../effects/userTypes.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { isChanged, refuse, type Rule, type Write, type Refusal } from './rule.ts';

/** The rules of Account, in the order in which they are checked. */
export const ACCOUNT_RULES: readonly Rule[] = [
  ownerIsActive,
  portalOwnerHasRole,
  portalUserOwnsNoPartnerAccount,
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

/**
 * An account that is or becomes a partner account, and its contacts, belong to internal users; so does an account that has
 * external users and gets another owner [F-103].
 */
function portalUserOwnsNoPartnerAccount(write: Write, world: World): Refusal | null {
  const { before, after } = write;
  const isPartner = isTrue(after, 'IsPartner');
  const hasUsers = world.records.where('User', 'AccountId', after.Id).length > 0;
  const getsOwner = isChanged(write, 'OwnerId') && (isPartner || (before !== null && hasUsers));
  const becomesPartner = isChanged(write, 'IsPartner') && isPartner;
  const isRefused =
    ((getsOwner || becomesPartner) && isOwnedByPortalUser(after, world)) ||
    (becomesPartner &&
      world.records.where('Contact', 'AccountId', after.Id).some((contact) => isOwnedByPortalUser(contact, world)));
  return isRefused ? refuse('UNKNOWN_EXCEPTION', PORTAL_USER_AS_OWNER) : null;
}

/** Source: as for accounts [F-103]. */
export function portalUserOwnsNoPartnerContact(write: Write, world: World): Refusal | null {
  const account = world.records.find(textOf(write.after, 'AccountId'));
  return isChanged(write, 'OwnerId', 'AccountId') &&
    account !== undefined &&
    isTrue(account, 'IsPartner') &&
    isOwnedByPortalUser(write.after, world)
    ? refuse('UNKNOWN_EXCEPTION', PORTAL_USER_AS_OWNER)
    : null;
}

const PORTAL_USER_AS_OWNER = 'portal users cannot own partner accounts';

function isOwnedByPortalUser(record: StoredRecord, world: World): boolean {
  const owner = world.records.find(textOf(record, 'OwnerId'));
  return owner !== undefined && isExternalUser(world, owner);
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
