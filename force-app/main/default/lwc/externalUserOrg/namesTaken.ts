import { gql, type GraphQLResult } from 'lightning/graphql';
import { known, type Fact, type NamesInUse } from 'c/externalUserRules';
import { nodesOf, textAt } from './answers.ts';

/** Which of these names users of this org have: for many new users at once. */
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
  const namesOf = (rows: string, field: string): Fact<readonly string[]> => {
    const nodes = nodesOf(result, rows);
    return nodes.kind === 'unknown' ? nodes : known(nodes.value.flatMap((node) => textAt(node, field) ?? []));
  };
  return { usernames: namesOf('usernames', 'Username'), nicknames: namesOf('nicknames', 'CommunityNickname') };
}
