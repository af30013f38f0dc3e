import type { Problem } from '../../xml/problem.ts';
import type { Position } from '../../xml/xml.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowOrg } from '../paths/pathType.ts';

/** A flow and the org to which it is deployed. */
export interface FlowInOrg {
  readonly flow: Flow;
  readonly org: FlowOrg;
}

/** The problem of a flow that an org cannot save. Public deploy logs show this text around the cause. */
export function cannotSave(cause: string, at: Position): Problem {
  return { problem: `field integrity exception: unknown (${cause})`, ...at };
}
