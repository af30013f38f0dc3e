import { licenseOf } from '../effects/seats.ts';
import { textOf } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import { refuse, type Rule, type Write, type Refusal } from './rule.ts';

/** The rules of PermissionSetAssignment, in the order in which they are checked. */
export const ASSIGNMENT_RULES: readonly Rule[] = [assignedOnce, licenseFits];

/** Code and text were seen in public code that calls the REST API. */
function assignedOnce({ after }: Write, world: World): Refusal | null {
  const isAssigned = world.records
    .where('PermissionSetAssignment', 'AssigneeId', textOf(after, 'AssigneeId'))
    .some(({ Id, PermissionSetId }) => Id !== after.Id && PermissionSetId === after['PermissionSetId']);
  return isAssigned ? refuse('DUPLICATE_VALUE', "You can't add the same permission set to a user twice.") : null;
}

/**
 * Source: Object Reference, "PermissionSetAssignment", User Licenses: "if the PermissionSet has a UserLicenseId, its
 * UserLicenseId and the Profile UserLicenseId must match" [F-084]. Code and first sentence are those with which orgs refuse a
 * permission that a license does not allow; the second sentence is ours.
 */
function licenseFits({ after }: Write, world: World): Refusal | null {
  const permissionSet = world.records.find(textOf(after, 'PermissionSetId'));
  const wanted = permissionSet === undefined ? undefined : world.records.find(textOf(permissionSet, 'LicenseId'));
  const user = world.records.find(textOf(after, 'AssigneeId'));
  if (permissionSet === undefined || wanted === undefined || user === undefined) return null;
  if (licenseOf(world, textOf(user, 'ProfileId'))?.Id === wanted.Id) return null;
  return refuse(
    'FIELD_INTEGRITY_EXCEPTION',
    `Can't assign permission set ${textOf(permissionSet, 'Label')} to user ${textOf(user, 'Name')}. The user license doesn't match the permission set's license: ${textOf(wanted, 'Name')}`
  );
}
