import type { CompiledBundle } from '../../bundles/compileBundle.ts';
import { changedRecord, newRecord } from '../effects/newRecord.ts';
import type { World } from '../world/world.ts';
import type { DeployedComponent, SourceComponent } from '../world/component.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Person } from '../access/person.ts';
import { saveRecord } from '../effects/saveRecord.ts';

/** How a component came to be what it is now. */
export type Change = 'created' | 'changed' | 'unchanged';

/**
 * The org as it will be once this deploy is saved: what was deployed so far in it is there already, so that a
 * component may refer to one before it. Taking it back is the caller's.
 */
export interface MetadataTransaction {
  readonly world: World;
  readonly person: Person;
  /** The bundles of this deploy as compiled, by name. */
  readonly compiled: ReadonlyMap<string, CompiledBundle>;
  /** Keeps the component; a key prefix is that of the ids of its type. */
  put(component: SourceComponent, keyPrefix: string): Change;
  remove(component: DeployedComponent): void;
  /** Creates or changes the record that stands for a component. */
  saveRecord(object: ObjectSchema, before: StoredRecord | undefined, fields: Fields): StoredRecord;
}

/** Changes in the name of a person, each seen by the next. */
export function createMetadataTransaction(
  world: World,
  person: Person,
  compiled: ReadonlyMap<string, CompiledBundle> = new Map()
): MetadataTransaction {
  const now = new Date(world.clock.now()).toISOString();
  return {
    world,
    person,
    compiled,
    put: (component, keyPrefix) => {
      const code = component.type === 'LightningComponentBundle' ? compiled.get(component.fullName)?.code : undefined;
      const before = world.metadata.component(component.type, component.fullName);
      if (before !== undefined && isSame(before, component)) return 'unchanged';
      const deployed: DeployedComponent = {
        ...component,
        ...(code === undefined ? {} : { code }),
        id: before?.id ?? world.newId({ keyPrefix }),
        createdById: before?.createdById ?? person.userId,
        createdDate: before?.createdDate ?? now,
        lastModifiedById: person.userId,
        lastModifiedDate: now
      };
      world.metadata.put(deployed);
      return before === undefined ? 'created' : 'changed';
    },
    remove: (component) => {
      world.metadata.remove(component, person.userId, now);
    },
    saveRecord: (object, before, fields) => {
      const after =
        before === undefined
          ? newRecord(world, object, person.userId, fields)
          : changedRecord(world, object, person.userId, before, fields);
      saveRecord(world, object, before ?? null, after);
      return after;
    }
  };
}

/** Whether both hold the same files, or, inside another's file, the same element. */
function isSame(one: SourceComponent, other: SourceComponent): boolean {
  if (one.files.size !== other.files.size) return false;
  if (one.files.size === 0) return elementText(one) === elementText(other);
  return [...one.files].every(([path, bytes]) => {
    const same = other.files.get(path);
    return same !== undefined && Buffer.compare(bytes, same) === 0;
  });
}

/** Places in the file are no part of what it says. */
function elementText({ xml }: SourceComponent): string {
  return JSON.stringify(xml, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
}
