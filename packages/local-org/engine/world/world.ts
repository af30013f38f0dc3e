import type { Locks } from '../storage/locks.ts';
import type { MetadataStore } from './metadataStore.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import type { Features } from '../schema/features.ts';
import type { Clock } from '../storage/clock.ts';
import type { ObjectSchema, Schema } from '../schema/objectSchema.ts';
import type { Grant } from './grant.ts';
import type { OrgSettings } from './settings.ts';

/** What an org is made of, as its rules and effects see it. */
export interface World {
  /** What deploys change; schema, features and grants are those of its present state. */
  readonly metadata: MetadataStore;
  readonly schema: Schema;
  readonly features: Features;
  readonly settings: OrgSettings;
  readonly records: RecordStore;
  readonly locks: Locks;
  readonly clock: Clock;
  /** By id of a Profile or PermissionSet. */
  readonly grants: ReadonlyMap<string, Grant>;
  /** The profiles that came with the org. */
  readonly standardProfileIds: ReadonlySet<string>;
  /** Usernames of other orgs, in lower case. */
  readonly usernamesElsewhere: ReadonlySet<string>;
  /** `Flow.Element.outcome` of each fault path, and of each outcome of a decision, that interviews have taken. */
  readonly flowPaths: Set<string>;
  /** Who does what the platform does by itself. */
  readonly systemUserId: string;
  /** Of an object, or of a key prefix that no object of the local org has: `0Af` for a deploy. */
  newId(object: Pick<ObjectSchema, 'keyPrefix'>): string;
}

/** An object that every org has. Throws when the schema lacks it, which is a bug. */
export function standardObject(world: Pick<World, 'schema'>, apiName: string): ObjectSchema {
  const object = world.schema.object(apiName);
  if (object === undefined) throw new Error(`The schema has no object ${apiName}`);
  return object;
}
