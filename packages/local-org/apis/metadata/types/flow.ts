import { flowProblems } from '../../../engine/flow/check/checkFlow.ts';
import { subflowProblems } from '../../../engine/flow/check/subflows.ts';
import { readFlow } from '../../../engine/flow/deployedFlows.ts';
import { withDeployed } from '../../../engine/world/flowVersions.ts';
import { activatesDeployedFlows } from '../../../engine/world/production.ts';
import { textOfChild } from '../../../engine/xml/xml.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * A flow. Each deploy that changes it adds a version. A version with the status Active is activated, but in a production org only
 * if its setting says so [F-133]. Source: Metadata API, Flow, `status` and "Declarative Metadata Sample Definition".
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
  apply: ({ fullName, xml }, { world }) => {
    const { metadata } = world;
    const deployed = metadata.component('Flow', fullName);
    if (deployed === undefined) return;
    const wantsActive = textOfChild(xml, 'status') === 'Active';
    const newId = () => world.newId({ keyPrefix: '301' });
    const flow = { component: deployed, wantsActive, activates: activatesDeployedFlows(world), newId };
    metadata.setFlowVersions(fullName, withDeployed(metadata.flowVersions(fullName), flow));
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
