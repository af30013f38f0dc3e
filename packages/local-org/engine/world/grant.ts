/** What a profile or a permission set grants. A user has the rights of the profile and of all assigned permission sets. */
export interface Grant {
  /** Metadata names of user permissions: `ManagePartners`, `ViewSetup`, `ModifyAllData`. */
  readonly userPermissions: readonly string[];
  /** By object API name. */
  readonly objectPermissions: Readonly<Record<string, readonly ObjectRight[]>>;
  /** By `Object.Field`. `Object.*` covers every field without an entry of its own in this grant. */
  readonly fieldPermissions: Readonly<Record<string, FieldRight>>;
  /** API names of custom metadata types with read access (`customMetadataTypeAccesses`). */
  readonly customMetadataTypes?: readonly string[];
  /** API names of custom permissions (`customPermissions`). */
  readonly customPermissions?: readonly string[];
  /** API names of flows with access to run them (`flowAccesses`). */
  readonly flows?: readonly string[];
}

export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAllRecords' | 'modifyAllRecords';

/** `edit` includes `read`. */
export type FieldRight = 'none' | 'read' | 'edit';
