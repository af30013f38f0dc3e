import type { Locks } from '../storage/locks.ts';
import type { MetadataStore } from './metadataStore.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import type { Features } from '../schema/features.ts';
import type { Clock } from '../storage/clock.ts';
import type { ObjectSchema, Schema } from '../schema/objectSchema.ts';
import type { Grant } from './grant.ts';
import type { OrgSettings } from './settings.ts';

/** The state of an org: what its rules and effects read and change. */
export interface World {
  /** What deploys change. Schema, features, settings and grants come from its present state. */
  readonly metadata: MetadataStore;
  readonly schema: Schema;
  readonly features: Features;
  readonly settings: OrgSettings;
  readonly records: RecordStore;
  readonly locks: Locks;
  readonly clock: Clock;
  /** By id of a Profile or PermissionSet. */
  readonly grants: ReadonlyMap<string, Grant>;
  /** Ids of the standard profiles. */
  readonly standardProfileIds: ReadonlySet<string>;
  /** Usernames of users in other orgs, in lower case. */
  readonly usernamesElsewhere: ReadonlySet<string>;
  /** `Flow.Element.outcome` of each fault path, and of each outcome of a decision, that interviews have taken. */
  readonly flowOutcomes: Set<string>;
  /** The user who creates the records that the platform creates by itself. */
  readonly systemUserId: string;
  /** A new id for an object, or for a key prefix without an object in the local org: `0Af` for a deploy. */
  newId(object: Pick<ObjectSchema, 'keyPrefix'>): string;
}

/** An object that every org has. Throws if the schema lacks it, which is a bug. */
export function standardObject(world: Pick<World, 'schema'>, apiName: string): ObjectSchema {
  const object = world.schema.object(apiName);
  if (object === undefined) throw new Error(`The schema has no object ${apiName}`);
  return object;
}
