import { gql, type GraphQLResult } from 'lightning/graphql';
import { known, unknown, type Fact } from 'c/externalUserRules';
import { readNodes, textAt, valueAt } from './answers.ts';

/** One query returns at most so many records (GraphQL API Developer Guide, Query Limits). */
const MOST_USERS = 2000;

/** Counts external users by profile; sent only where the org hides profiles or licenses. */
export const USERS_BY_PROFILE_QUERY = gql`
  query ExternalUsersByProfile {
    uiapi {
      query {
        User(
          where: { UserType: { in: ["CspLitePortal", "PowerCustomerSuccess", "CustomerSuccess", "PowerPartner"] } }
          first: 2000
        ) {
          edges {
            node {
              IsActive {
                value
              }
              UserType {
                value
              }
              ProfileId {
                value
              }
              Profile {
                Name {
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

export interface ProfileInUse {
  readonly id: string;
  readonly name: string;
  readonly userType: string;
  readonly activeUsers: Fact<number>;
}

/** The profiles that external users have, each with its active users, as long as one answer holds all of them. */
export function toProfilesInUse(users: GraphQLResult): Fact<readonly ProfileInUse[]> {
  return readNodes(users, 'User', (nodes) => {
    const byProfile = new Map<string, unknown[]>();
    for (const node of nodes) {
      const id = textAt(node, 'ProfileId') ?? '';
      const ofProfile = byProfile.get(id) ?? [];
      ofProfile.push(node);
      byProfile.set(id, ofProfile);
    }
    return [...byProfile].map(([id, ofProfile]) => ({
      id,
      name: textAt(ofProfile[0], 'Profile', 'Name') ?? '',
      userType: textAt(ofProfile[0], 'UserType') ?? '',
      activeUsers:
        nodes.length < MOST_USERS
          ? known(ofProfile.filter((node) => valueAt(node, 'IsActive', 'value') === true).length)
          : unknown('failed')
    }));
  });
}
