import { gql, type GraphQLResult } from 'lightning/graphql';
import {
  accountToCheck,
  findOwnedContact,
  known,
  type ContactFacts,
  type ContactOwner,
  type Fact
} from 'c/externalUserRules';
import { idOf, nodesOf, textAt } from './answers.ts';

/** One answer has no more records, so that a full one may lack some. */
const MOST_CONTACTS = 200;

/** Contacts of these accounts that external users own: with one of them, an account becomes no partner account [F-103]. */
export const EXTERNALLY_OWNED_QUERY = gql`
  query ExternallyOwnedContacts($accountIds: [ID]) {
    uiapi {
      query {
        Contact(
          where: {
            AccountId: { in: $accountIds }
            Owner: { UserType: { in: ["CspLitePortal", "PowerCustomerSuccess", "CustomerSuccess", "PowerPartner"] } }
          }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              AccountId {
                value
              }
              Owner {
                Name {
                  value
                }
                UserType {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The accounts that a partner user would make partner accounts, each once. */
export function accountsToCheck(contacts: Iterable<ContactFacts>): readonly string[] {
  return [...new Set([...contacts].flatMap((contact) => accountToCheck(contact) ?? []))];
}

/** Adds to a contact what the answer says of its account. */
export function withExternallyOwned(contact: ContactFacts, result: GraphQLResult): ContactFacts {
  const accountId = accountToCheck(contact);
  return accountId === null
    ? contact
    : { ...contact, externallyOwned: findOwnedContact(accountId, toContactOwners(result), MOST_CONTACTS) };
}

function toContactOwners(result: GraphQLResult): Fact<readonly ContactOwner[]> {
  const nodes = nodesOf(result, 'Contact');
  return nodes.kind === 'unknown'
    ? nodes
    : known(
        nodes.value.map((node) => ({
          id: idOf(node),
          name: textAt(node, 'Name') ?? '',
          accountId: textAt(node, 'AccountId') ?? '',
          ownerName: textAt(node, 'Owner', 'Name') ?? '',
          ownerType: textAt(node, 'Owner', 'UserType') ?? ''
        }))
      );
}
