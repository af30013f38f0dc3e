import type { StoredRecord } from '../storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../schema/objectSchema.ts';

/** Somebody who can call the APIs; the bearer token, which changes with each session, is how the local org knows them. */
export interface Person {
  readonly label: string;
  readonly userId: string;
  readonly username: string;
  readonly accessToken: string;
}

/** What one person may see and do. Permission names are the metadata names: `ManagePartners`, `ViewSetup`. */
export interface Access {
  has(permission: string): boolean;
  /** Whether a profile or permission set names the flow among its `flowAccesses`. */
  hasFlow(apiName: string): boolean;
  canRead(object: ObjectSchema): boolean;
  canCreate(object: ObjectSchema): boolean;
  canEdit(object: ObjectSchema): boolean;
  canDelete(object: ObjectSchema): boolean;
  /** Field-level security and the hidden fields (User.ProfileId needs ViewSetup, User.UserRoleId needs ViewRoles). */
  canReadField(object: ObjectSchema, field: FieldSchema): boolean;
  canEditField(object: ObjectSchema, field: FieldSchema): boolean;
  /** Record visibility: Network rows that one may see, and the like. */
  canSee(record: StoredRecord): boolean;
}
