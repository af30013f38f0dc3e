import { gql, type GraphQLResult } from 'lightning/graphql';
import { takenNamesOf } from 'c/externalUserOrg';
import type { NamesInUse } from 'c/externalUserRules';

/** Which of these names belong to users of this org, and to whom; for many new users at once. */
export const NAMES_TAKEN_QUERY = gql`
  query ExternalUserNamesTaken($usernames: [String], $nicknames: [String]) {
    uiapi {
      query {
        usernames: User(where: { Username: { in: $usernames } }, first: 2000) {
          edges {
            node {
              Username {
                value
              }
              Name @optional {
                value
              }
              IsActive @optional {
                value
              }
              ContactId @optional {
                value
              }
              UserType @optional {
                value
              }
            }
          }
        }
        nicknames: User(where: { CommunityNickname: { in: $nicknames } }, first: 2000) {
          edges {
            node {
              CommunityNickname {
                value
              }
              Name @optional {
                value
              }
              IsActive @optional {
                value
              }
              ContactId @optional {
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
`;

export function toNamesTaken(result: GraphQLResult): NamesInUse {
  return {
    usernames: takenNamesOf(result, 'usernames', 'Username'),
    nicknames: takenNamesOf(result, 'nicknames', 'CommunityNickname')
  };
}
