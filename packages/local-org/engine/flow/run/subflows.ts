import { activeFlow } from '../deployedFlows.ts';
import { elementOf } from '../model/flow.ts';
import type { Subflow } from '../model/elements.ts';
import { setValue } from './assign.ts';
import { fail } from './faultPaths.ts';
import type { Interview } from './interview.ts';
import { accessOfFlow } from './runMode.ts';
import { enterFlow, outputsOf } from './startInterview.ts';
import { sourceValue, type RunContext } from './values.ts';

/** Starts a subflow in the same transaction. By default it has the access of its caller [F-037]. */
export function enterSubflow({ world, interview, frame, ...rest }: RunContext, element: Subflow): void {
  const flow = activeFlow(world.metadata.state.flowVersions, element.flowName);
  if (flow === undefined) {
    // The text is ours, because the text of an org is not known.
    fail(interview, `The flow ${element.flowName} has no active version.`, element.name);
    return;
  }
  const running = { world, interview, frame, ...rest };
  const inputs = Object.fromEntries(
    element.inputAssignments.map(({ name, value }) => [name, sourceValue(running, value)])
  );
  enterFlow(world, interview, flow, accessOfFlow(flow, frame.access), inputs);
}

/** Ends the running flow: the calling flow gets the outputs and continues. Without a calling flow the interview ends. */
export function leaveFlow(running: Pick<RunContext, 'world'>, interview: Interview): void {
  const [caller, frame] = interview.frames.slice(-2);
  if (caller === undefined || frame === undefined) {
    interview.state = { kind: 'finished' };
    return;
  }
  interview.frames.pop();
  const element = caller.next === null ? undefined : elementOf(caller.flow, caller.next);
  if (element?.kind !== 'subflow') return;
  const outputs = outputsOf(frame);
  const at: RunContext = { ...running, interview, frame: caller };
  if (element.storeOutputAutomatically) {
    for (const [name, value] of Object.entries(outputs)) {
      caller.values.set(`${element.name}.${name}`.toLowerCase(), value);
    }
  }
  for (const { from, assignToReference } of element.outputAssignments)
    setValue(at, assignToReference, outputs[from] ?? null);
  caller.next = element.connector;
}
