/** What a profile or a permission set grants. Rights add up over everything that a user holds. */
export interface Grant {
  /** Metadata names of user permissions: `ManagePartners`, `ViewSetup`, `ModifyAllData`. */
  readonly userPermissions: readonly string[];
  /** By object API name. */
  readonly objectPermissions: Readonly<Record<string, readonly ObjectRight[]>>;
  /** By `Object.Field`; `Object.*` stands for every field that has no entry of its own in this grant. */
  readonly fieldPermissions: Readonly<Record<string, FieldRight>>;
  /** API names of custom metadata types whose records may be read (`customMetadataTypeAccesses`). */
  readonly customMetadataTypes?: readonly string[];
  /** API names of flows that may be run (`flowAccesses`). */
  readonly flows?: readonly string[];
}

export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAllRecords' | 'modifyAllRecords';

/** `edit` includes `read`. */
export type FieldRight = 'none' | 'read' | 'edit';
