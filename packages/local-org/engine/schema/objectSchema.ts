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
  | 'encryptedstring'
  /** A JSON object, which is stored as its text. */
  | 'complexvalue';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** One field as `describe` and object-info give it. `length` counts characters; it is 0 for types without a length. */
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
  /** Whether an upsert can use the field as its key, as it can use `Username`. */
  readonly idLookup: boolean;
  readonly calculated: boolean;
  readonly nameField: boolean;
  /** The compound field (`Name`, `MailingAddress`) to which this field belongs. */
  readonly compoundFieldName: string | null;
  readonly restrictedPicklist: boolean;
  readonly picklistValues: readonly PicklistValue[];
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
}

/** When a platform event is published: at once, even if the transaction rolls back later, or after the commit. */
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
  /** Whether UI API and GraphQL serve the object. They do not serve UserLicense, NetworkMember, NetworkMemberGroup and PermissionSetAssignment. */
  readonly supportedByUiApi: boolean;
  /** Whether GraphQL has a type for the object, so that relationships can lead to it. To query the object itself takes `supportedByUiApi`. */
  readonly spannedByGraphQl: boolean;
  /** Whether `records` of UI API follow a relationship to the object, as they do to UserLicense (seen in use: `User.Profile.UserLicense.Name` [F-017]). */
  readonly spannedByUiApi: boolean;
  /** Whether it is a setup object. Those cannot share a transaction with other objects (MIXED_DML_OPERATION). */
  readonly isSetup: boolean;
  /** Only platform events have it. */
  readonly publishBehavior?: PublishBehavior;
  /** By exact API name, in the order of the Object Reference. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly childRelationships: readonly ChildRelationship[];
}

/** The objects of an org. Names match without regard to case, as on the platform. */
export interface Schema {
  readonly objects: readonly ObjectSchema[];
  object(apiName: string): ObjectSchema | undefined;
  objectOfId(id: string): ObjectSchema | undefined;
  field(object: ObjectSchema, apiName: string): FieldSchema | undefined;
  /** The reference field of a relationship: `Account` on Contact gives `AccountId`. */
  relationship(object: ObjectSchema, relationshipName: string): FieldSchema | undefined;
}
