import { gql, type GraphQLResult } from 'lightning/graphql';
import { displayText, isPending, valueOr, type License } from 'c/externalUserRules';
import { idOf, nodesOf, textAt } from './answers.ts';
import type { Choice } from './userObject.ts';

/** Permission sets that can be assigned: not those of a profile, nor those of a permission set group. */
export const PERMISSION_SETS_QUERY = gql`
  query ExternalUserPermissionSets {
    uiapi {
      query {
        PermissionSet(
          where: { IsOwnedByProfile: { eq: false }, Type: { ne: "Group" } }
          orderBy: { Label: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Label {
                value
              }
              LicenseId @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Key prefix of UserLicense. `LicenseId` may also name a permission set license, which does not depend on the profile. */
const USER_LICENSE = '100';

/**
 * The permission sets that a user of this license may get; undefined until the org answers. A permission set of a user license is for
 * the profiles of that license only. Object Reference, "PermissionSetAssignment", User Licenses [F-084].
 */
export function toPermissionSets(result: GraphQLResult, license: License | undefined): readonly Choice[] | undefined {
  const nodes = nodesOf(result, 'PermissionSet');
  return isPending(nodes)
    ? undefined
    : valueOr(nodes, []).flatMap((node) => {
        const needed = textAt(node, 'LicenseId') ?? '';
        // A license that the settings name has no id, so that nothing can be said of it.
        const isOther = (license?.id ?? '') !== '' && needed.startsWith(USER_LICENSE) && needed !== license?.id;
        return isOther ? [] : [{ value: idOf(node), label: displayText(textAt(node, 'Label') ?? '') }];
      });
}
