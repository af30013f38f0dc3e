import type { CompiledBundle } from '../../bundles/compileBundle.ts';
import type { DeployedComponent } from '../world/component.ts';
import type { Locks } from '../storage/locks.ts';
import type { Automation } from '../flow/run/automation.ts';
import type { MetadataTransaction } from './metadataTransaction.ts';
import type { FlowVersions } from '../world/flowVersions.ts';
import type { SourceChange } from '../world/metadataStore.ts';
import type { Usage } from '../world/usage.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { Clock } from '../storage/clock.ts';
import type { ObjectSchema, Schema } from '../schema/objectSchema.ts';
import type { Person } from '../access/person.ts';
import type { Access } from '../access/access.ts';
import type { TransactionRunner } from '../dml/transactionRunner.ts';
import type { Mail } from '../mail/mail.ts';
import type { Passwords } from '../login/passwords.ts';
import type { SiteLogin } from '../login/siteLogin.ts';
import type { Grant } from '../world/grant.ts';
import type { OrgSettings } from '../world/settings.ts';

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
  transact(
    person: Person,
    compiled: ReadonlyMap<string, CompiledBundle>,
    work: (transaction: MetadataTransaction) => boolean
  ): void;
}

/** One org as its APIs see it. Reads are raw: an API applies `access` to what it hands out. */
export interface Org extends Pick<TransactionRunner, 'transact' | 'asOneTransaction'> {
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
  /** The org's flows at work: interviews, and what waits to run. */
  readonly automation: Automation;
  /** Adds records without asking any rule, and answers their ids; mails and memberships do not follow. */
  load(objectName: string, rows: Iterable<Fields>): string[];
  /** Changes a record without asking any rule. */
  amend(id: string, fields: Fields): void;
}
