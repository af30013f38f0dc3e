import type { Write } from '../refusals/rule.ts';
import { portalTypeOf, userTypeOf } from '../effects/userTypes.ts';
import { isTrue, textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/**
 * The rows that a write needs for itself: a contact that is changed, and its account; the account of a user whose role
 * belongs to it, or whose arrival changes its flags.
 * Source: Bulk API 2.0 Developer Guide, "Organize Data to Minimize Lock Contention": "Creating users", "Updating user
 * roles"; children lock the parent that they reference. Which rows a user locks is documented nowhere: inferred from what is written.
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
