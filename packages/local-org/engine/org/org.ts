import type { CompiledBundle } from '../../bundles/compileBundle.ts';
import type { DeployedComponent } from '../world/component.ts';
import type { Locks } from '../storage/locks.ts';
import type { Automation } from '../flow/run/automation.ts';
import type { MetadataTransaction } from './metadataTransaction.ts';
import type { FlowVersions } from '../world/flowVersions.ts';
import type { SourceChange } from '../world/metadataStore.ts';
import type { Usage } from '../world/usage.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { Memberships } from './afterCommit.ts';
import type { Clock } from '../storage/clock.ts';
import type { Secrets } from '../storage/secrets.ts';
import type { ObjectSchema, Schema } from '../schema/objectSchema.ts';
import type { Person } from '../access/person.ts';
import type { Access } from '../access/access.ts';
import type { TransactionRunner } from '../dml/transactionRunner.ts';
import type { Mail } from '../mail/mail.ts';
import type { Passwords } from '../login/passwords.ts';
import type { SiteLogin } from '../login/siteLogin.ts';
import type { Grant } from '../world/grant.ts';
import type { OrgSettings } from '../world/settings.ts';

/** The metadata of an org. */
export interface OrgMetadata {
  components(type: string): readonly DeployedComponent[];
  /** The component of a type and full name. Full names match without regard to case. */
  component(type: string, fullName: string): DeployedComponent | undefined;
  readonly flowVersions: FlowVersions;
  isProduction(): boolean;
  readonly settings: OrgSettings;
  /** What a profile or permission set grants. */
  grant(holderId: string): Grant | undefined;
  isStandardProfile(profileId: string): boolean;
  /** The last change of each component; null if the org does not track changes. */
  sourceChanges(): readonly SourceChange[] | null;
  newId(keyPrefix: string): string;
  /**
   * Runs changes of metadata as one transaction, with a person as the current user. Rolls back unless `work` returns true.
   * Mails and memberships follow after the commit.
   */
  transact(
    person: Person,
    compiled: ReadonlyMap<string, CompiledBundle>,
    work: (transaction: MetadataTransaction) => boolean
  ): void;
}

/** One org as its APIs see it. Reads skip access checks: an API applies `access` to what it returns. */
export interface Org extends Pick<TransactionRunner, 'transact' | 'asOneTransaction'> {
  readonly name: string;
  readonly id: string;
  /** The same seed gives the same random values. */
  readonly seed: number;
  /** Derives the tokens and keys that the org gives out. */
  readonly secrets: Secrets;
  /** The present schema; deploys can extend it. */
  readonly schema: Schema;
  readonly metadata: OrgMetadata;
  readonly clock: Clock;
  readonly people: readonly Person[];
  readonly passwords: Passwords;
  readonly outbox: readonly Mail[];
  readonly siteLogin: SiteLogin;
  /** The URL of the org, without a trailing slash: `http://localhost:4280`. Links in mails start with it. */
  readonly url: string;
  /** The id of the Contact that a demo opens; empty if the starting org has no contacts. */
  readonly defaultContactId: string;
  find(id: string): StoredRecord | undefined;
  all(object: ObjectSchema): readonly StoredRecord[];
  /** A record in the recycle bin. */
  findDeleted(id: string): StoredRecord | undefined;
  /** The records of an object in the recycle bin. */
  deleted(object: ObjectSchema): readonly StoredRecord[];
  /** Records whose field holds the value, found by an index. Texts match without regard to case. */
  where(object: ObjectSchema, field: string, value: string): readonly StoredRecord[];
  /** The active person whose session has the token. */
  personOf(accessToken: string): Person | undefined;
  /** Lets a user call the APIs, as after a log-in. */
  addPerson(userId: string): Person;
  /** Ends the session of a person: requests with its token get 401 until the person logs in again. */
  endSession(person: Person): void;
  access(person: Person): Access;
  /** The locks on rows that other transactions write at the same time. */
  readonly locks: Locks;
  /** When users become members of sites. */
  readonly memberships: Memberships;
  readonly usage: Usage;
  /** Runs the flows of the org. */
  readonly automation: Automation;
  /** Adds records without checking any rule, and returns their ids. Mails and memberships do not follow. */
  load(objectName: string, rows: Iterable<Fields>): string[];
  /** Changes a record without checking any rule. */
  amend(id: string, fields: Fields): void;
}
