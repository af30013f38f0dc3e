import { flowProblems } from '../../../engine/flow/check/checkFlow.ts';
import { subflowProblems } from '../../../engine/flow/check/subflows.ts';
import { readFlow } from '../../../engine/flow/deployedFlows.ts';
import { withDeployed } from '../../../engine/world/flowVersions.ts';
import { textOfChild } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * A flow. Each deploy that changes it adds a version. A version with the status Active is activated, as in every org that is not
 * a production org. Source: Metadata API, Flow, `status` and "Declarative Metadata Sample Definition".
 */
export const flow: TypeRules = {
  keyPrefix: '301',
  check: (component, { world }) => {
    const parsed = readFlow(component);
    return parsed.ok ? flowProblems({ flow: parsed.flow, org: world }) : parsed.problems;
  },
  checkSaved: (component, { world }) => {
    const parsed = readFlow(component);
    return parsed.ok ? subflowProblems({ flow: parsed.flow, org: world }) : parsed.problems;
  },
  apply: ({ fullName, xml }, { world: { metadata } }) => {
    const deployed = metadata.component('Flow', fullName);
    if (deployed === undefined) return;
    const isActive = textOfChild(xml, 'status') === 'Active';
    metadata.setFlowVersions(fullName, withDeployed(metadata.flowVersions(fullName), deployed, isActive));
  },
  // The text is an org's, quoted in the deployment tips of sfdx-hardis.
  refuseRemoval: (fullName, { world }) =>
    world.metadata.flowVersions(fullName).some(({ isActive }) => isActive)
      ? 'insufficient access rights on cross-reference id'
      : null,
  remove: (fullName, { world }) => {
    world.metadata.setFlowVersions(fullName, []);
  }
};
