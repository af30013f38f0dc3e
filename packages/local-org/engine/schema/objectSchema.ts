export type DataType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'address'
  | 'location'
  | 'encryptedstring';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** One field as `describe` and object-info give it. `length` is in characters, 0 where the type has none. */
export interface FieldSchema {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: DataType;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly defaultedOnCreate: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly unique: boolean;
  /** Usable as the key of an upsert, as `Username` is. */
  readonly idLookup: boolean;
  readonly calculated: boolean;
  readonly nameField: boolean;
  /** The compound field (`Name`, `MailingAddress`) of which this is a part. */
  readonly compoundFieldName: string | null;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
}

/** Whether a platform event goes out at once, whatever becomes of the transaction, or once that is committed. */
export type PublishBehavior = 'PublishImmediately' | 'PublishAfterCommit';

export interface ChildRelationship {
  readonly relationshipName: string;
  readonly childObject: string;
  readonly field: string;
}

export interface ObjectSchema {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** Whether UI API and GraphQL serve it: UserLicense, NetworkMember(Group) and PermissionSetAssignment are not served. */
  readonly supportedByUiApi: boolean;
  /** Whether GraphQL has a type for it, so that relationships lead to it; a query of its own needs `supportedByUiApi`. */
  readonly spannedByGraphQl: boolean;
  /** Whether UI API's `records` follow a relationship to it, as they do to UserLicense (seen in use: `User.Profile.UserLicense.Name`). */
  readonly spannedByUiApi: boolean;
  /** A set-up object, which cannot share a transaction with others (MIXED_DML_OPERATION). */
  readonly isSetup: boolean;
  /** Of a platform event: when its messages go out. */
  readonly publishBehavior?: PublishBehavior;
  /** By exact API name, in the order of the object reference. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly childRelationships: readonly ChildRelationship[];
}

/** Names are matched as the platform matches them: without regard to case. */
export interface Schema {
  readonly objects: readonly ObjectSchema[];
  object(apiName: string): ObjectSchema | undefined;
  objectOfId(id: string): ObjectSchema | undefined;
  field(object: ObjectSchema, apiName: string): FieldSchema | undefined;
  /** The reference field behind a relationship name: `Account` on Contact gives `AccountId`. */
  relationship(object: ObjectSchema, relationshipName: string): FieldSchema | undefined;
}
