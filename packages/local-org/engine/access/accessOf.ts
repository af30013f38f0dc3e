import { isFieldReadable, isFieldWritable } from './fieldAccess.ts';
import { isCustomMetadataType } from '../schema/customMetadata.ts';
import { setupAccessOf } from './setupAccess.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import { canSeeRecord } from './visibility.ts';
import type { World } from '../world/world.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Access } from './access.ts';
import type { Grant, ObjectRight } from '../world/grant.ts';

/** What the profile and the assigned permission sets let a user do at this moment. */
export function accessOf(world: World, user: StoredRecord): Access {
  const grants = grantsOf(world, user);
  const permissions = new Set(grants.flatMap(({ userPermissions }) => userPermissions));
  const has = (permission: string): boolean => permissions.has(permission);

  function hasRight(object: ObjectSchema, rights: readonly ObjectRight[]): boolean {
    return grants.some(({ objectPermissions }) =>
      objectPermissions[object.apiName]?.some((right) => rights.includes(right))
    );
  }
  function can(object: ObjectSchema, action: 'read' | 'write', rights: readonly ObjectRight[]): boolean {
    if (isCustomMetadataType(object.apiName)) return action === 'read' && isTypeGranted(object);
    const setup = setupAccessOf(object);
    if (setup !== undefined) return setup[action](has);
    return has('ModifyAllData') || (action === 'read' && has('ViewAllData')) || hasRight(object, rights);
  }

  /**
   * Read access takes Customize Application, or an entry for the type in a profile or permission set [F-021].
   * Source: Salesforce Help, "Control Read Access to Custom Metadata Types".
   */
  function isTypeGranted({ apiName }: ObjectSchema): boolean {
    return (
      has('CustomizeApplication') ||
      grants.some(({ customMetadataTypes }) => customMetadataTypes?.includes(apiName) === true)
    );
  }

  const flows = lowerCased(grants.flatMap((grant) => grant.flows ?? []));
  const customPermissions = lowerCased(grants.flatMap((grant) => grant.customPermissions ?? []));
  const access: Access = {
    has,
    hasCustomPermission: (apiName) => customPermissions.has(apiName.toLowerCase()),
    hasFlow: (apiName) => flows.has(apiName.toLowerCase()),
    canRead: (object) =>
      can(object, 'read', ['read', 'create', 'edit', 'delete', 'viewAllRecords', 'modifyAllRecords']),
    canCreate: (object) => object.createable && can(object, 'write', ['create']),
    canEdit: (object) => object.updateable && can(object, 'write', ['edit', 'modifyAllRecords']),
    canDelete: (object) => object.deletable && can(object, 'write', ['delete', 'modifyAllRecords']),
    canReadField: (object, field) => isFieldReadable(grants, has, object, field),
    canEditField: (object, field) => isFieldWritable(grants, has, object, field),
    canSee: (record) => canSeeRecord(world, user, access, record)
  };
  return access;
}

/** API names match without regard to case. */
function lowerCased(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

function grantsOf(world: World, user: StoredRecord): readonly Grant[] {
  const assignments = world.records.where('PermissionSetAssignment', 'AssigneeId', user.Id);
  const holders = [
    textOf(user, 'ProfileId'),
    ...assignments.map((assignment) => textOf(assignment, 'PermissionSetId'))
  ];
  return holders.flatMap((id) => world.grants.get(id) ?? []);
}
