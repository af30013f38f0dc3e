import type { Sf } from 'sf-cli/sf';
import { toShell } from 'sf-cli/shell';
import { PARTNER_PERMISSION_SET, PERMISSION_SET, type Build } from '../shared/product.ts';
import type { Step } from '../shared/runSteps.ts';
import { deployProduct, PARTNER_ACCOUNTS, PRODUCT } from '../shared/sf/deployment.ts';
import { deploymentFailure, failureOf } from '../shared/sf/failure.ts';
import { flowNamesIn } from '../shared/sf/flowFiles.ts';
import { findOrg } from '../shared/sf/findOrg.ts';
import { hasPartnerAccounts } from '../shared/sf/partnerAccounts.ts';
import { assignPermissionSet } from '../shared/sf/permissionSet.ts';
import type { DeployState } from './deployState.ts';
import { activateFlowsStep, readFlowsStep, type ActivationTools } from './flows/flowSteps.ts';
import { findPlaceStep, placeStep, type PlaceTools } from './place/placeSteps.ts';

const NOT_DEPLOYED = 'Nothing was deployed.';

/** The org comes first, so that a misspelled name fails at once. Further folders are deployed with the product. */
export function deploySteps(
  sf: Sf,
  build: Build,
  targetOrg: string | undefined,
  folders: readonly string[],
  place: PlaceTools | null = null,
  activation: ActivationTools | null = null
): Step<DeployState>[] {
  return [
    {
      name: 'org',
      title: 'Find the org',
      leaves: () => NOT_DEPLOYED,
      run: async (state) => {
        const org = await findOrg(sf, targetOrg);
        if (org.kind === 'refused') return failureOf(org);
        const { name, username, url } = org.value;
        return { kind: 'done', note: `${username} at ${url}`, state: { ...state, orgName: name, username, url } };
      }
    },
    ...(place === null ? [] : [findPlaceStep(place)]),
    {
      name: 'partnerAccounts',
      title: 'See whether it has partner accounts',
      leaves: () => NOT_DEPLOYED,
      run: async (state) => {
        const found = await hasPartnerAccounts(sf, state.username);
        if (found.kind === 'refused') return failureOf(found);
        const note = found.value ? 'yes' : `no, so ${PARTNER_PERMISSION_SET} is left out`;
        return { kind: 'done', note, state: { ...state, hasPartnerAccounts: found.value } };
      }
    },
    {
      name: 'build',
      title: 'Build the product',
      leaves: () => NOT_DEPLOYED,
      run: async (state) => (await build()) ?? { kind: 'done', note: '', state }
    },
    {
      name: 'deploy',
      title: 'Deploy it',
      leaves: ({ orgName }) =>
        `The org goes on with a deploy that it has received; "${toShell(['npx', 'sf', 'project', 'deploy', 'report', '--use-most-recent', '--target-org', orgName])}" says how it ends.`,
      run: async (state) => {
        const partner = state.hasPartnerAccounts ? [PARTNER_ACCOUNTS] : [];
        const deployment = await deployProduct(sf, state.username, [...partner, ...folders]);
        if (deployment.kind === 'refused') return deploymentFailure(deployment);
        const { id: deployId, components, isTranslated } = deployment.value;
        const words = isTranslated ? '' : '; English labels only, as the org has no Translation Workbench';
        return {
          kind: 'done',
          note: `${String(components)} components${words}`,
          state: { ...state, deployId, components, isTranslated }
        };
      }
    },
    {
      name: 'permissionSet',
      title: `Assign ${PERMISSION_SET}`,
      leaves: () => 'The product is deployed; its permission set may not be assigned yet.',
      run: async (state) => {
        const assignment = await assignPermissionSet(sf, state.username, [state.username]);
        return assignment.kind === 'refused' ? failureOf(assignment) : { kind: 'done', note: assignment.value, state };
      }
    },
    readFlowsStep({ sf, names: flowNamesIn([PRODUCT, ...folders]) }),
    ...(activation === null ? [] : [activateFlowsStep(activation)]),
    ...(place === null ? [] : [placeStep(place)])
  ];
}
