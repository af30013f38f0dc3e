/** The shapes that the rooms of the local org share: schema, stored records, who asks, and what a write answers. */
import type { CompiledBundle } from './bundles/compileBundle.ts';
import type { DeployedComponent } from './engine/world/component.ts';
import type { Locks } from './engine/storage/locks.ts';
import type { Automation } from './engine/flow/run/automation.ts';
import type { Draft } from './engine/org/draft.ts';
import type { FlowVersions } from './engine/world/flowVersions.ts';
import type { SourceChange } from './engine/world/metadataStore.ts';
import type { Grant, OrgSettings } from './engine/startingOrg/startingOrg.ts';
import type { Usage } from './engine/world/usage.ts';

/** A field's value as stored. Dates and date-times are ISO 8601 strings in UTC, as the REST API returns them. */
export type FieldValue = string | number | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;
export type StoredRecord = Fields & { readonly Id: string };

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

/** One refusal, in Salesforce's own words. `fields` holds API names, empty for an error of the whole record. */
export interface Refusal {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export type WriteResult =
  { readonly success: true; readonly id: string } | { readonly success: false; readonly errors: readonly Refusal[] };

/** The writes of one transaction; the second kind of object in it may meet MIXED_DML_OPERATION. */
export interface Writes {
  insert(object: ObjectSchema, fields: Fields): WriteResult;
  update(id: string, fields: Fields): WriteResult;
  remove(id: string): WriteResult;
  /**
   * Runs `count` steps as one DML statement: flows that the saves trigger run once for 200 of them. Answers what those
   * refused, by step. A step says whether all in it passed, else it is taken back; it may run again, as the platform
   * begins anew without the refused ones.
   */
  statement(count: number, step: (index: number) => boolean): ReadonlyMap<number, readonly Refusal[]>;
}

export interface TransactionOptions {
  readonly allOrNone: boolean;
  /** What the platform does by itself: nobody's rights are asked, and set-up objects may go with others. */
  readonly isPlatform?: boolean;
  /** Who keeps the locks on rows once the writes are done; nobody where nothing else runs at the same time. */
  readonly lockHolder?: string;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** The set-password link in the text, where there is one. */
  readonly link: string | null;
  /** ISO 8601, by the org's clock. */
  readonly sentAt: string;
  /** The user it is for. */
  readonly userId: string;
  /** The whole message as RFC 5322 text. */
  readonly eml: string;
}

/** The org's own time, which a test may advance. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
}

export interface Passwords {
  /** What the policy says of a password for somebody who has none yet. */
  findPolicyBreach(password: string): Refusal | null;
  /** Throws nothing: a refused password (too short, the old one) is a Refusal. */
  set(userId: string, password: string): Refusal | null;
  /** Makes a temporary password, expires the old one, mails a reset link. */
  reset(userId: string): string;
  isExpired(userId: string): boolean;
  matches(userId: string, password: string): boolean;
}

/** The state of a set-password link. */
export type LinkState =
  { readonly kind: 'open'; readonly userId: string } | { readonly kind: 'used' | 'expired' | 'unknown' };

/** What becomes of a log-in at a site: in, on to a new password, or not in, for a reason that the page may keep to itself. */
export type SignIn =
  | { readonly kind: 'signedIn'; readonly userId: string }
  | { readonly kind: 'passwordExpired'; readonly token: string }
  | { readonly kind: 'refused'; readonly reason: 'credentials' | 'inactive' | 'notMember' };

/** What the login pages of a site ask the org. */
export interface SiteLogin {
  signIn(networkId: string, username: string, password: string): SignIn;
  /** The user is in: by a password, or by the link with which a new one was set. */
  noteLogin(userId: string): void;
  linkState(token: string): LinkState;
  /** Sets the password of an open link's user and uses the link up. */
  setPassword(token: string, password: string): Refusal | null;
  /** Mails a set-password link if the username is one of an active member; says nothing either way. */
  forgotPassword(networkId: string, username: string): void;
  /** Mails a link to set a password, to a user who is known. */
  mailPasswordLink(networkId: string, userId: string): void;
  /** Tells the site's administrator, whoever made the site, why a visitor could not register. */
  reportFailedRegistration(networkId: string, email: string, cause: string): void;
  /** Whether the user has a membership, whatever else keeps them out. */
  isMember(networkId: string, userId: string): boolean;
  isActiveMember(networkId: string, userId: string): boolean;
}

/** What an org holds besides records: what was deployed to it. */
export interface OrgMetadata {
  components(type: string): readonly DeployedComponent[];
  /** By type and full name, which is matched without regard to case. */
  component(type: string, fullName: string): DeployedComponent | undefined;
  readonly flowVersions: FlowVersions;
  readonly settings: OrgSettings;
  /** What a Profile or PermissionSet grants, by its id. */
  grant(holderId: string): Grant | undefined;
  /** Whether the profile came with the org. */
  isStandardProfile(profileId: string): boolean;
  /** The last change of each component; null in an org without source tracking. */
  sourceChanges(): readonly SourceChange[] | null;
  newId(keyPrefix: string): string;
  /**
   * Runs the changes of a deploy as one transaction, in the name of a person. Nothing of it stays unless `work`
   * answers true; mails and memberships follow only then.
   */
  change(person: Person, compiled: ReadonlyMap<string, CompiledBundle>, work: (draft: Draft) => boolean): void;
}

/** One org as its APIs see it. Reads are raw: an API applies `access` to what it hands out. */
export interface Org {
  readonly name: string;
  readonly id: string;
  /** What is a matter of chance in an org repeats with it. */
  readonly seed: number;
  /** As it is now: a deploy may add to it. */
  readonly schema: Schema;
  readonly metadata: OrgMetadata;
  readonly clock: Clock;
  readonly people: readonly Person[];
  readonly passwords: Passwords;
  readonly outbox: readonly Mail[];
  readonly siteLogin: SiteLogin;
  /** Where the org is served, without a trailing slash: `http://localhost:4280`. Links in mails start with it. */
  readonly url: string;
  /** The Contact at which a demo of this org opens; empty for an org that starts without contacts. */
  readonly defaultContactId: string;
  find(id: string): StoredRecord | undefined;
  all(object: ObjectSchema): readonly StoredRecord[];
  /** Records whose field holds the value, by an index; texts match without regard to case. */
  where(object: ObjectSchema, field: string, value: string): readonly StoredRecord[];
  personOf(accessToken: string): Person | undefined;
  /** Makes the person's token one that nobody holds: 401 until the person logs in again, with another. */
  endSession(person: Person): void;
  access(person: Person): Access;
  /** Rows that somebody else writes just now. */
  readonly locks: Locks;
  readonly usage: Usage;
  /**
   * Runs writes as one transaction, in the name of a person. With `allOrNone`, one refusal takes all of it back.
   * Mails and memberships follow only once it is committed.
   */
  transact<T>(person: Person, options: TransactionOptions, work: (writes: Writes) => T): T;
  /** Runs what `work` does as one transaction, whatever it starts in between. Nothing of it stays unless `work` answers true. */
  together(work: () => boolean): void;
  /** The org's flows at work: interviews, and what waits to run. */
  readonly automation: Automation;
  /** Adds records without asking any rule, and answers their ids; mails and memberships do not follow. */
  load(objectName: string, rows: Iterable<Fields>): string[];
  /** Changes a record without asking any rule. */
  amend(id: string, fields: Fields): void;
}
