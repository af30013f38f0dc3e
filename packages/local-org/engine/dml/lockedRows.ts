import type { Write } from '../refusals/rule.ts';
import { portalTypeOf, userTypeOf } from '../effects/userTypes.ts';
import { isTrue, textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/**
 * The rows that a write locks: a changed contact and its account; for a user the account, if the user gets a role of it or
 * changes its flags. Source: Bulk API 2.0 Developer Guide, "Organize Data to Minimize Lock Contention": "Creating users",
 * "Updating user roles"; a child locks its parent [F-008]. No page says which rows a user locks: inferred from what is written.
 */
export function rowsLockedBy(
  world: World,
  { object, after, before }: Pick<Write, 'object' | 'after' | 'before'>
): string[] {
  switch (object.apiName) {
    case 'Account':
      return before === null ? [] : [after.Id];
    case 'Contact':
      return [before === null ? '' : after.Id, textOf(after, 'AccountId')].filter((id) => id !== '');
    case 'User':
      return accountOfUser(world, textOf(after, 'ContactId'), textOf(after, 'ProfileId'));
    default:
      return [];
  }
}

function accountOfUser(world: World, contactId: string, profileId: string): string[] {
  const contact = contactId === '' ? undefined : world.records.find(contactId);
  const account = contact === undefined ? undefined : world.records.find(textOf(contact, 'AccountId'));
  if (account === undefined) return [];
  const hasRole = portalTypeOf(userTypeOf(world, profileId)) !== null;
  return hasRole || !isTrue(account, 'IsCustomerPortal') ? [account.Id] : [];
}
