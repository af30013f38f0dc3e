import type { StoredRecord } from '../storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../schema/objectSchema.ts';

/** What one person may see and do. Permission names are the metadata names: `ManagePartners`, `ViewSetup`. */
export interface Access {
  has(permission: string): boolean;
  /** Whether a profile or permission set grants the custom permission. Salesforce Help, "Custom Permissions". */
  hasCustomPermission(apiName: string): boolean;
  /** Whether a profile or permission set names the flow among its `flowAccesses`. */
  hasFlow(apiName: string): boolean;
  canRead(object: ObjectSchema): boolean;
  canCreate(object: ObjectSchema): boolean;
  canEdit(object: ObjectSchema): boolean;
  canDelete(object: ObjectSchema): boolean;
  /** Field-level security, and fields that need a permission (User.ProfileId needs ViewSetup, User.UserRoleId ViewRoles). */
  canReadField(object: ObjectSchema, field: FieldSchema): boolean;
  canEditField(object: ObjectSchema, field: FieldSchema): boolean;
  /** Whether the record is visible: a user sees some Network records only, for example. */
  canSee(record: StoredRecord): boolean;
}

/** All rights: those of what the platform does by itself. */
export const PLATFORM_ACCESS: Access = {
  has: () => true,
  hasCustomPermission: () => true,
  hasFlow: () => true,
  canRead: () => true,
  canCreate: () => true,
  canEdit: () => true,
  canDelete: () => true,
  canReadField: () => true,
  canEditField: () => true,
  canSee: () => true
};
