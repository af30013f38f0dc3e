import type { Problem } from '../../xml/problem.ts';
import type { Position } from '../../xml/xml.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowOrg } from '../paths/pathType.ts';

/** A flow that is being deployed, and the org that it comes to. */
export interface FlowInOrg {
  readonly flow: Flow;
  readonly org: FlowOrg;
}

/** As an org answers a deploy of a flow that it cannot save: public deploy logs show this frame around the cause. */
export function cannotSave(cause: string, at: Position): Problem {
  return { problem: `field integrity exception: unknown (${cause})`, ...at };
}
