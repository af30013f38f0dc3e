import type { Flow } from '../model/flow.ts';
import type { Access } from '../../access/access.ts';

/**
 * Whether a user may run a flow. Run Flows or Manage Flow is enough, unless the flow is restricted: then a profile or permission
 * set must name it. Source: Salesforce Help, "Limit User Access to Execute Flows"; Metadata API Developer Guide, "Flow",
 * isAdditionalPermissionRequiredToRun, and "PermissionSet", flowAccesses [F-046].
 */
export function mayRun({ name, isAdditionalPermissionRequiredToRun }: Flow, access: Access): boolean {
  if (access.hasFlow(name)) return true;
  return !isAdditionalPermissionRequiredToRun && (access.has('RunFlow') || access.has('ManageInteraction'));
}

/** The platform's text for insufficient privileges. That a flow answers with it is inferred. */
export const mayNotRun =
  'You do not have the level of access necessary to perform the operation you requested. Please contact the owner of the record or your administrator if access is necessary.';
