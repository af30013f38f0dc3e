import { APPROVER_PERMISSION_SET, PERMISSION_SET } from '../../shared/product.ts';
import { assignPermissionSet } from '../../shared/sf/permissionSet.ts';
import { done, refusedBy, type DemoStep } from '../demoStep.ts';

export const assignPermissions: DemoStep = {
  name: 'permissionSet',
  title: 'Assign the permission sets to the administrator and to sales ops',
  run: async (state, { sf }) => {
    const usernames = [state.username, state.salesOpsUsername] as const;
    const permissionSets = [PERMISSION_SET, APPROVER_PERMISSION_SET];
    const assignment = await assignPermissionSet(sf, state.username, usernames, permissionSets);
    return assignment.kind === 'assigned' ? done(state, assignment.note) : refusedBy(assignment);
  }
};
