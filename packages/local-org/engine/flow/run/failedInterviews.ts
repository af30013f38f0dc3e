import type { Outbox } from '../../mail/outbox.ts';
import { refuse, type Refusal } from '../../refusals/rule.ts';
import type { World } from '../../world/world.ts';
import type { Interview } from './interview.ts';

/** Mails the user who last changed the flow that an interview has failed. Source: Salesforce Help, "Emails About Flow Errors". */
export function reportFailure(world: World, outbox: Outbox, interview: Interview): void {
  const { state, frames, person } = interview;
  const [root] = frames;
  if (state.kind !== 'failed' || root === undefined) return;
  const { name, label } = root.flow;
  const component = world.metadata.component('Flow', name);
  const user = component === undefined ? undefined : world.records.find(component.lastModifiedById);
  if (user === undefined) return;
  outbox.send({
    kind: 'flowError',
    user,
    site: null,
    link: null,
    flowError: { flow: label, element: state.element, message: state.message, username: person.username }
  });
}

/**
 * The refusal of a save whose flow failed. Source of the code: SOAP API Developer Guide, "StatusCode",
 * CANNOT_EXECUTE_FLOW_TRIGGER. The text was seen in use; the digits of the error id are ours.
 */
export function saveRefused({ guid, frames, state }: Interview): Refusal {
  const message = state.kind === 'failed' ? state.message : '';
  const label = frames[0]?.flow.label ?? '';
  const digits = guid.replace(/\D/g, '');
  const errorId = `${digits.slice(0, 9)}-${digits.slice(-5)} (${digits.slice(4, 13)})`;
  return refuse(
    'CANNOT_EXECUTE_FLOW_TRIGGER',
    `We can't save this record because the “${label}” process failed. Give your Salesforce admin these details. ${message} Error ID: ${errorId}`
  );
}
