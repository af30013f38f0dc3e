import { gql, type GraphQLResult } from 'lightning/graphql';
import { unknown, seesExternalUsers, type ContactFacts, type RunningUser } from 'c/externalUserRules';
import { readNodes, textAt } from './answers.ts';

/**
 * The profiles of the active users of a contact's account, the newest users first. The semi-join finds the account, so that the
 * query needs no answer before it; it is a query of its own, so that nothing else is lost where an org refuses it [F-139].
 */
export const ACCOUNT_PROFILES_QUERY = gql`
  query ExternalUsersOfAccount($contactId: ID) {
    uiapi {
      query {
        User(
          where: {
            AccountId: { inq: { Contact: { Id: { eq: $contactId } }, ApiName: "AccountId" } }
            IsActive: { eq: true }
          }
          orderBy: { CreatedDate: { order: DESC } }
          first: 200
        ) {
          edges {
            node {
              ProfileId {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Adds to a contact how many users of its account have each profile; unknown if sharing may hide some of them [F-024]. */
export function withAccountProfiles(
  contact: ContactFacts,
  result: GraphQLResult,
  runningUser: RunningUser
): ContactFacts {
  const counts = readNodes(result, 'User', (nodes) => {
    const users = new Map<string, number>();
    for (const node of nodes) {
      const id = textAt(node, 'ProfileId') ?? '';
      users.set(id, (users.get(id) ?? 0) + 1);
    }
    return users;
  });
  const isPartlySeen = counts.kind === 'known' && !seesExternalUsers(runningUser);
  return { ...contact, usersByProfile: isPartlySeen ? unknown('noAccess') : counts };
}
