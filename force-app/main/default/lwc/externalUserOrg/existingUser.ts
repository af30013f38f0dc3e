import { gql, type GraphQLResult } from 'lightning/graphql';
import { valueOr, type ExistingUser, type Fact, type OrgDefaults } from 'c/externalUserRules';
import { idOf, nodesOf, readNodes, textAt, valueAt } from './answers.ts';

/** The contact's user, if it has one, and what a new user inherits from the org. */
export const EXISTING_USER_QUERY = gql`
  query ExternalUserOfContact($contactId: ID) {
    uiapi {
      query {
        User(where: { ContactId: { eq: $contactId } }, first: 1) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              Username @optional {
                value
              }
              Email @optional {
                value
              }
              IsActive @optional {
                value
              }
              LastLoginDate @optional {
                value
              }
              CreatedById @optional {
                value
              }
              CreatedDate @optional {
                value
              }
              UserType @optional {
                value
              }
              ProfileId @optional {
                value
              }
              Profile @optional {
                Name @optional {
                  value
                }
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

export function toExistingUser(result: GraphQLResult | undefined): Fact<ExistingUser | null> {
  return readNodes(result, 'User', ([node]) => (node === undefined ? null : toUser(node)));
}

export function toUser(node: unknown): ExistingUser {
  return {
    id: idOf(node),
    name: textAt(node, 'Name') ?? '',
    username: textAt(node, 'Username') ?? '',
    email: textAt(node, 'Email'),
    isActive: valueAt(node, 'IsActive', 'value') === true,
    lastLogin: textAt(node, 'LastLoginDate'),
    profileId: textAt(node, 'ProfileId'),
    profileName: textAt(node, 'Profile', 'Name'),
    userType: textAt(node, 'UserType'),
    createdById: textAt(node, 'CreatedById'),
    createdDate: textAt(node, 'CreatedDate')
  };
}

export function toOrgDefaults(result: GraphQLResult | undefined): OrgDefaults {
  const [node] = valueOr(nodesOf(result, 'Organization'), []);
  return {
    id: idOf(node) || null,
    timeZone: textAt(node, 'TimeZoneSidKey'),
    locale: textAt(node, 'DefaultLocaleSidKey'),
    language: textAt(node, 'LanguageLocaleKey')
  };
}
