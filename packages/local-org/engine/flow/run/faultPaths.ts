import type { FlowElement } from '../model/elements.ts';
import type { Interview } from './interview.ts';
import type { RunContext } from './values.ts';
import type { Refusal } from '../../refusals/rule.ts';

/** What an element tried to do with records. */
type Verb = 'create' | 'update' | 'delete' | 'look up';

/** The `$Flow.FaultMessage` of a data element. The text was seen in use; no page has it [F-043]. */
export function faultMessage(verb: Verb, code: string, message: string): string {
  return `This error occurred when the flow tried to ${verb} records: ${code}: ${message}. You can look up ExceptionCode values in the SOAP API Developer Guide.`;
}

export function refusalMessage(verb: Verb, refusals: readonly Refusal[]): string {
  const [first] = refusals;
  return faultMessage(verb, first?.statusCode ?? 'UNKNOWN_EXCEPTION', first?.message ?? '');
}

/** Continues the interview at the fault path of the element, or fails it if there is no fault path. */
export function fault({ world, interview, frame }: RunContext, element: FlowElement, message: string): void {
  interview.faultMessage = message;
  const path = 'faultConnector' in element ? element.faultConnector : null;
  if (path === null) {
    fail(interview, message, element.name);
    return;
  }
  world.flowOutcomes.add(`${frame.flow.name}.${element.name}.fault`);
  frame.next = path;
}

export function fail(interview: Interview, message: string, element: string): void {
  interview.state = { kind: 'failed', message, element };
}
