import { gql, type GraphQLResult } from 'lightning/graphql';
import { byAbsence, type Fact, type SeatHolder } from 'c/externalUserRules';
import { idOf, readNodes, textAt } from './answers.ts';

/**
 * The active users of some profiles who logged in longest ago or never, without the current user. GraphQL API Developer
 * Guide, "Order By Schema": `nulls: FIRST` puts those who never logged in before the others [F-131].
 */
export const SEAT_HOLDERS_QUERY = gql`
  query ExternalUserSeatHolders($profileIds: [ID], $userId: ID) {
    uiapi {
      query {
        User(
          where: { ProfileId: { in: $profileIds }, IsActive: { eq: true }, Id: { ne: $userId } }
          orderBy: { LastLoginDate: { order: ASC, nulls: FIRST } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name @optional {
                value
              }
              LastLoginDate {
                value
              }
              CreatedDate @optional {
                value
              }
              ProfileId @optional {
                value
              }
              Contact @optional {
                Account @optional {
                  Name @optional {
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

/** Those who were away longest come first. */
export function toSeatHolders(result: GraphQLResult): Fact<readonly SeatHolder[]> {
  return readNodes(result, 'User', (nodes) =>
    byAbsence(
      nodes.map((node) => ({
        id: idOf(node),
        name: textAt(node, 'Name') ?? '',
        accountName: textAt(node, 'Contact', 'Account', 'Name'),
        lastLogin: textAt(node, 'LastLoginDate'),
        createdDate: textAt(node, 'CreatedDate'),
        profileId: textAt(node, 'ProfileId')
      }))
    )
  );
}
