import { createIdAllocator } from '../storage/ids.ts';
import { updateMemberships } from '../effects/siteMembership.ts';
import { createLocks } from '../storage/locks.ts';
import { createMetadataStore } from '../world/metadataStore.ts';
import { newRecord } from '../effects/newRecord.ts';
import type { StartingOrg } from '../startingOrg/startingOrg.ts';
import { createRecordStore } from '../storage/recordStore.ts';
import { standardObject, type World } from '../world/world.ts';
import type { Fields, FieldValue } from '../storage/record.ts';
import type { Clock } from '../storage/clock.ts';
import type { StartingRecord } from '../startingOrg/treeFile.ts';
import { saveRecord } from '../effects/saveRecord.ts';

/** The world of a starting org, and the ids of its references. */
export interface StartingWorld {
  readonly world: World;
  readonly idOf: (reference: string) => string;
}

/** Builds the world without checking any rule, because a starting org may contain what a write would refuse. Throws on a dangling reference. */
export function createWorld(starting: StartingOrg, seed: number, clock: Clock): StartingWorld {
  const { customMetadataTypes, features, settings } = starting;
  const allocate = createIdAllocator(seed);
  const { instance = seed } = starting;
  const allocateOrganization = instance === seed ? allocate : createIdAllocator(instance);
  const ids = new Map<string, string>();
  const metadata = createMetadataStore({ features, settings, customizations: { ...settings, customMetadataTypes } });
  for (const { reference, object } of starting.records) {
    const allocateFor = object === 'Organization' ? allocateOrganization : allocate;
    ids.set(reference, allocateFor(standardObject(metadata.state, object).keyPrefix));
  }
  const idOf = (reference: string): string => {
    const id = ids.get(reference);
    if (id === undefined) throw new Error(`The starting org ${starting.name} has no record "${reference}"`);
    return id;
  };
  for (const [holder, grant] of Object.entries(starting.grants)) metadata.grant(idOf(holder), grant);
  const world: World = {
    metadata,
    get schema() {
      return metadata.state.schema;
    },
    get features() {
      return metadata.state.features;
    },
    get grants() {
      return metadata.state.grants;
    },
    get settings() {
      return metadata.state.settings;
    },
    records: createRecordStore(),
    locks: createLocks(),
    clock,
    standardProfileIds: new Set(starting.standardProfiles.map(idOf)),
    usernamesElsewhere: new Set(starting.usernamesElsewhere),
    flowOutcomes: new Set(),
    systemUserId: idOf(starting.createdBy),
    newId: ({ keyPrefix }) => allocate(keyPrefix)
  };
  for (const record of byDependency(starting.records)) {
    const object = standardObject(world, record.object);
    const fields = { ...NOT_YET_COUNTED[record.object], ...resolve(record.fields, idOf) };
    const withDefaults = newRecord(
      { ...world, newId: () => idOf(record.reference) },
      object,
      world.systemUserId,
      fields
    );
    saveRecord(world, object, null, withDefaults);
  }
  for (const user of world.records.all('User')) updateMemberships(world, user);
  world.records.commit();
  return { world, idOf };
}

/** The counts start at zero, because each saved user adds one. */
const NOT_YET_COUNTED: Readonly<Record<string, Fields>> = { UserLicense: { UsedLicenses: 0 } };

/** Sorts users last, external ones after internal ones, because their computed fields read profiles, accounts, contacts and owners. */
function byDependency(records: readonly StartingRecord[]): StartingRecord[] {
  const rank = ({ object, fields }: StartingRecord): number => {
    if (object !== 'User') return object === 'Contact' ? 2 : object === 'Account' ? 1 : 0;
    return fields['ContactId'] === undefined ? 3 : 4;
  };
  return [...records].sort((one, other) => rank(one) - rank(other));
}

function resolve(fields: Fields, idOf: (reference: string) => string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, FieldValue] => [
      name,
      typeof value === 'string' && value.startsWith('@') ? idOf(value.slice(1)) : value
    ])
  );
}
