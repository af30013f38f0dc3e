import { isCustomMetadataType } from '../schema/customMetadata.ts';
import { setupAccessOf } from './setupAccess.ts';
import type { FieldSchema, ObjectSchema } from '../schema/objectSchema.ts';
import type { Grant } from '../world/grant.ts';

type Holds = (permission: string) => boolean;

/**
 * Fields that are hidden without a permission. ProfileId needs View Setup and Configuration, UserRoleId needs View Roles and
 * Role Hierarchy (seen in use [F-015]). NumberOfFailedLogins needs Manage Users: Object Reference, "User" [F-066].
 */
const HIDDEN_WITHOUT: Readonly<Record<string, string>> = {
  'User.ProfileId': 'ViewSetup',
  'User.UserRoleId': 'ViewRoles',
  'User.NumberOfFailedLogins': 'ManageUsers'
};

/** Whether field-level security and permissions let a user read the field. Required fields and system fields cannot be hidden. */
export function isFieldReadable(
  grants: readonly Grant[],
  has: Holds,
  object: ObjectSchema,
  field: FieldSchema
): boolean {
  const hiddenWithout = HIDDEN_WITHOUT[`${object.apiName}.${field.apiName}`];
  if (hiddenWithout !== undefined) return has(hiddenWithout);
  return isAlwaysVisible(object, field) || rightsTo(grants, object, field).some((right) => right !== 'none');
}

/** Whether field-level security lets a user write the field, if the schema allows writes of it. */
export function isFieldWritable(
  grants: readonly Grant[],
  has: Holds,
  object: ObjectSchema,
  field: FieldSchema
): boolean {
  if (!field.createable && !field.updateable) return false;
  if (!isFieldReadable(grants, has, object, field)) return false;
  return isAlwaysVisible(object, field) || rightsTo(grants, object, field).includes('edit');
}

function isAlwaysVisible(object: ObjectSchema, field: FieldSchema): boolean {
  const isRequired = !field.nillable && field.createable && field.dataType !== 'boolean';
  const isSetup = setupAccessOf(object) !== undefined || isCustomMetadataType(object.apiName);
  // Source: Platform Events Developer Guide, "Considerations for Defining and Publishing Platform Events", Field-Level Security.
  return isSetup || object.publishBehavior !== undefined || isRequired || field.nameField || isSystemField(field);
}

function isSystemField({ apiName, dataType }: FieldSchema): boolean {
  return dataType === 'id' || SYSTEM_FIELDS.has(apiName);
}

const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'OwnerId',
  'RecordTypeId'
]);

function rightsTo(grants: readonly Grant[], { apiName }: ObjectSchema, field: FieldSchema) {
  return grants.flatMap(
    ({ fieldPermissions }) =>
      fieldPermissions[`${apiName}.${field.apiName}`] ??
      (field.compoundFieldName === null ? undefined : fieldPermissions[`${apiName}.${field.compoundFieldName}`]) ??
      fieldPermissions[`${apiName}.*`] ??
      []
  );
}
