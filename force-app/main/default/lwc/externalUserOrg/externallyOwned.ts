import { gql, type GraphQLResult } from 'lightning/graphql';
import {
  kindOfUserType,
  known,
  unknown,
  valueOr,
  type ContactFacts,
  type Fact,
  type OwnedContact
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
  const ids = [...contacts]
    .filter(({ isPartnerAccount }) => !valueOr(isPartnerAccount, true))
    .flatMap(({ account }) => valueOr(account, null)?.id ?? []);
  return [...new Set(ids)];
}

/** Adds to a contact what the answer says of its account. */
export function withExternallyOwned(contact: ContactFacts, result: GraphQLResult): ContactFacts {
  const [accountId] = accountsToCheck([contact]);
  return accountId === undefined ? contact : { ...contact, externallyOwned: toExternallyOwned(result, accountId) };
}

function toExternallyOwned(result: GraphQLResult, accountId: string): Fact<OwnedContact | null> {
  const nodes = nodesOf(result, 'Contact');
  if (nodes.kind === 'unknown') {
    return nodes;
  }
  const found = nodes.value.find(
    (node) =>
      textAt(node, 'AccountId') === accountId && kindOfUserType(textAt(node, 'Owner', 'UserType') ?? '') !== null
  );
  if (found === undefined) {
    return nodes.value.length < MOST_CONTACTS ? known(null) : unknown('failed');
  }
  return known({ id: idOf(found), name: textAt(found, 'Name') ?? '', ownerName: textAt(found, 'Owner', 'Name') ?? '' });
}
