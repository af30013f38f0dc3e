import { createRecord } from 'lightning/uiRecordApi';
import { explainFailure, type Failure } from 'c/externalUserRules';

/** One by one: the platform may refuse a permission set that the user's licence doesn't allow, and take the others. */
export async function assignPermissionSets(
  AssigneeId: string,
  permissionSetIds: readonly string[]
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const PermissionSetId of permissionSetIds) {
    try {
      await createRecord({ apiName: 'PermissionSetAssignment', fields: { AssigneeId, PermissionSetId } });
    } catch (rejection) {
      failures.push(explainFailure(rejection));
    }
  }
  return failures;
}
