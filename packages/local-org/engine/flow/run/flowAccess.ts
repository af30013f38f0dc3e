import type { Flow } from '../model/flow.ts';
import type { Access } from '../../access/access.ts';

/**
 * Who may run a flow: with Run Flows (or Manage Flow) any that isn't restricted; a restricted one who holds it by name.
 * Source: Salesforce Help, "Limit User Access to Execute Flows": with the override on, "even users with Run Flow or Manage
 * Flow" need it; Metadata API, Flow.isAdditionalPermissionRequiredToRun and PermissionSet.flowAccesses.
 */
export function mayRun({ name, isAdditionalPermissionRequiredToRun }: Flow, access: Access): boolean {
  if (access.hasFlow(name)) return true;
  return !isAdditionalPermissionRequiredToRun && (access.has('RunFlow') || access.has('ManageInteraction'));
}

/** The platform's sentence for insufficient privileges; that a flow answers with it is inferred. */
export const mayNotRun =
  'You do not have the level of access necessary to perform the operation you requested. Please contact the owner of the record or your administrator if access is necessary.';
