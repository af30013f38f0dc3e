import { gql, type GraphQLResult } from 'lightning/graphql';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { idOf, isJson, readNodes, textAt, toContactFacts, toUser } from 'c/externalUserOrg';
import type { ContactFacts, ExistingUser, Fact } from 'c/externalUserRules';

/** All selected contacts with account and owner in one request. A contact that this person can't see is missing. */
export const SELECTED_CONTACTS_QUERY = gql`
  query ExternalUserSelectedContacts($contactIds: [ID]) {
    uiapi {
      query {
        Contact(where: { Id: { in: $contactIds } }, first: 200) {
          edges {
            node {
              Id
              Name {
                value
              }
              LastName {
                value
              }
              FirstName @optional {
                value
              }
              Email @optional {
                value
              }
              IsPersonAccount @optional {
                value
              }
              IndividualId @optional {
                value
              }
              Individual @optional {
                Id
                HasOptedOutProcessing @optional {
                  value
                }
                ShouldForget @optional {
                  value
                }
              }
              AccountId @optional {
                value
              }
              Account @optional {
                Id
                Name @optional {
                  value
                }
                IsPartner @optional {
                  value
                }
                Owner @optional {
                  Id
                  Name @optional {
                    value
                  }
                  IsActive @optional {
                    value
                  }
                  UserRoleId @optional {
                    value
                  }
                  UserType @optional {
                    value
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

/** The users of these contacts, and the org's defaults for new users. A separate query, since `ContactId` may not exist. */
export const USERS_OF_CONTACTS_QUERY = gql`
  query ExternalUsersOfContacts($contactIds: [ID]) {
    uiapi {
      query {
        User(where: { ContactId: { in: $contactIds } }, first: 200) {
          edges {
            node {
              Id
              ContactId {
                value
              }
              Name @optional {
                value
              }
              Username @optional {
                value
              }
              IsActive @optional {
                value
              }
              UserType @optional {
                value
              }
              ProfileId @optional {
                value
              }
              CreatedById @optional {
                value
              }
              CreatedDate @optional {
                value
              }
            }
          }
        }
        Organization(first: 1) {
          edges {
            node {
              Id
              TimeZoneSidKey @optional {
                value
              }
              DefaultLocaleSidKey @optional {
                value
              }
              LanguageLocaleKey @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export function toContacts(result: GraphQLResult): Fact<ReadonlyMap<string, ContactFacts>> {
  return readNodes(
    result,
    'Contact',
    (nodes) =>
      new Map(
        nodes.flatMap((node) => {
          const contact = toContactFacts({ data: toRecord('Contact', node) });
          return contact === undefined ? [] : [[contact.id, contact]];
        })
      )
  );
}

/** By contact. */
export function toUsersOfContacts(result: GraphQLResult): Fact<ReadonlyMap<string, ExistingUser>> {
  return readNodes(
    result,
    'User',
    (nodes) => new Map(nodes.map((node) => [textAt(node, 'ContactId') ?? '', toUser(node)]))
  );
}

/** A node of GraphQL in the shape of UI API's records, so that both are read by the same rules. */
function toRecord(apiName: string, node: unknown): RecordRepresentation {
  const fields = Object.entries(isJson(node) ? node : {}).flatMap(([name, field]) => {
    const value = toFieldValue(name, field);
    return value === undefined ? [] : [[name, { displayValue: null, value }] as const];
  });
  return {
    apiName,
    id: idOf(node),
    fields: Object.fromEntries(fields),
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId: null,
    systemModstamp: null
  };
}

function toFieldValue(name: string, field: unknown): RecordRepresentation['fields'][string]['value'] | undefined {
  if (field === null) {
    return null;
  }
  if (!isJson(field)) {
    return undefined;
  }
  if (!('value' in field)) {
    return toRecord(name, field);
  }
  const { value } = field;
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' || value === null
    ? value
    : undefined;
}
