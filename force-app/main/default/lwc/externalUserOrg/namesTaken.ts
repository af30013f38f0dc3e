import { gql, type GraphQLResult } from 'lightning/graphql';
import type { NamesInUse } from 'c/externalUserRules';
import { textsOf } from './answers.ts';

/** Which of these names belong to users of this org; for many new users at once. */
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
            }
          }
        }
        nicknames: User(where: { CommunityNickname: { in: $nicknames } }, first: 2000) {
          edges {
            node {
              CommunityNickname {
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
    usernames: textsOf(result, 'usernames', 'Username'),
    nicknames: textsOf(result, 'nicknames', 'CommunityNickname')
  };
}
