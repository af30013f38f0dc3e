import { assignPermissionSet } from '../../shared/sf/permissionSet.ts';
import { done, refusedBy, type DemoStep } from '../step.ts';

export const assignPermissions: DemoStep = {
  name: 'permissionSet',
  title: 'Assign the permission set to the administrator and to sales ops',
  run: async (state, { sf }) => {
    const assignment = await assignPermissionSet(sf, state.username, [state.username, state.salesOpsUsername]);
    return assignment.kind === 'assigned' ? done(state, assignment.note) : refusedBy(assignment);
  }
};
