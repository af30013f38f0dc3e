import { gql, type GraphQLResult } from 'lightning/graphql';
import { displayText, fitsLicense, isPending, valueOr, type License } from 'c/externalUserRules';
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

/** The permission sets that a user of this license may get; undefined until the org answers. */
export function toPermissionSets(result: GraphQLResult, license: License | undefined): readonly Choice[] | undefined {
  const nodes = nodesOf(result, 'PermissionSet');
  return isPending(nodes)
    ? undefined
    : valueOr(nodes, [])
        .filter((node) => fitsLicense(textAt(node, 'LicenseId') ?? '', license))
        .map((node) => ({ value: idOf(node), label: displayText(textAt(node, 'Label') ?? '') }));
}
