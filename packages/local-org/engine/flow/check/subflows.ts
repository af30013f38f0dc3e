import { missingReference, type Problem } from '../../xml/problem.ts';
import { latestFlow } from '../deployedFlows.ts';
import { resourceOf } from '../model/flow.ts';
import type { Subflow } from '../model/elements.ts';
import type { Variable } from '../model/resources.ts';
import { referenceProblems } from './references.ts';
import { cannotSave, type FlowInOrg } from './flowChecks.ts';
import { notModelled } from '../../schema/notModelled.ts';

/** The problems of subflows: each must exist and have the inputs and outputs. Call it after all flows of the deploy are saved. The texts are ours. */
export function subflowProblems(subject: FlowInOrg): readonly Problem[] {
  const subflows = subject.flow.elements.filter((element) => element.kind === 'subflow');
  const problems = subflows.flatMap((element) => problemsOf(subject, element));
  // References are checked again, because the outputs of subflows are known only now.
  return subflows.length === 0 ? [] : [...problems, ...referenceProblems(subject)];
}

function problemsOf({ org }: FlowInOrg, { flowName, inputAssignments, outputAssignments, at }: Subflow): Problem[] {
  const flow = latestFlow(org.metadata.state.flowVersions, flowName);
  if (flow === undefined) return [{ problem: missingReference('flowName', 'Flow', flowName), ...at }];
  if (flow.processType === 'Flow' || flow.start.triggerType !== 'None') {
    return [{ problem: notModelled(`The flow ${flowName} as a subflow is not supported`), ...at }];
  }
  const variable = (name: string): Variable | undefined => {
    const resource = resourceOf(flow, name);
    return resource?.kind === 'variable' ? resource : undefined;
  };
  return [
    ...inputAssignments
      .filter(({ name }) => variable(name)?.isInput !== true)
      .map((input) => cannotSave(`The flow ${flowName} has no input variable "${input.name}".`, input.at)),
    ...outputAssignments
      .filter(({ from }) => variable(from)?.isOutput !== true)
      .map((output) => cannotSave(`The flow ${flowName} has no output variable "${output.from}".`, output.at))
  ];
}
