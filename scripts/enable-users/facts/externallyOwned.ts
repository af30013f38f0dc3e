import {
  accountToCheck,
  findOwnedContact,
  known,
  unknown,
  type ContactFacts,
  type ContactOwner,
  type Fact
} from 'c/externalUserRules';
import { textAt } from 'sf-cli/json';
import { quotedList } from '../../shared/soql.ts';
import type { OrgApi } from '../transports/orgApi.ts';

/** A query returns no more, so that an account may have one that is not among them. */
const MOST_CONTACTS = 2000;

/**
 * Adds to each contact of an account that is no partner account whether an external user owns one of that account's contacts:
 * then Salesforce makes no partner account of it [F-103].
 */
export async function readOwners(
  api: OrgApi,
  contacts: ReadonlyMap<string, ContactFacts>
): Promise<ReadonlyMap<string, ContactFacts>> {
  const accountIds = new Set([...contacts.values()].flatMap((contact) => accountToCheck(contact) ?? []));
  if (accountIds.size === 0) return contacts;
  const [answer] = await api.queries([
    `SELECT Id, Name, AccountId, Owner.Name, Owner.UserType FROM Contact WHERE AccountId IN (${quotedList([...accountIds])}) ` +
      `AND Owner.UserType IN ('CspLitePortal', 'PowerCustomerSuccess', 'CustomerSuccess', 'PowerPartner') LIMIT ${String(MOST_CONTACTS)}`
  ]);
  const owners: Fact<readonly ContactOwner[]> =
    answer?.kind === 'known' ? known(answer.value.map(toContactOwner)) : unknown('noAccess');
  return new Map(
    [...contacts].map(([id, contact]) => {
      const accountId = accountToCheck(contact);
      return [
        id,
        accountId === null
          ? contact
          : { ...contact, externallyOwned: findOwnedContact(accountId, owners, MOST_CONTACTS) }
      ];
    })
  );
}

function toContactOwner(row: unknown): ContactOwner {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    accountId: textAt(row, 'AccountId'),
    ownerName: textAt(row, 'Owner', 'Name'),
    ownerType: textAt(row, 'Owner', 'UserType')
  };
}
