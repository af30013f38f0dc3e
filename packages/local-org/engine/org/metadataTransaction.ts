import type { CompiledBundle } from '../../bundles/compileBundle.ts';
import { changedRecord, newRecord } from '../effects/newRecord.ts';
import type { World } from '../world/world.ts';
import type { DeployedComponent, SourceComponent } from '../world/component.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Person } from '../access/person.ts';
import { saveRecord } from '../effects/saveRecord.ts';

/** What a deploy did to a component. */
export type Change = 'created' | 'changed' | 'unchanged';

/**
 * An open transaction that changes metadata and the records of components. `world` already has the changes made so far,
 * so that a component can refer to one before it. The caller commits or rolls back.
 */
export interface MetadataTransaction {
  readonly world: World;
  readonly person: Person;
  /** The compiled bundles of this deploy, by name. */
  readonly compiled: ReadonlyMap<string, CompiledBundle>;
  /** Stores the component. A new one gets an id with the key prefix of its metadata type. */
  put(component: SourceComponent, keyPrefix: string): Change;
  remove(component: DeployedComponent): void;
  /** Creates or changes the record of a component. */
  saveRecord(object: ObjectSchema, before: StoredRecord | undefined, fields: Fields): StoredRecord;
}

/** Starts a transaction, with a person as the current user. */
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

/** Whether both have the same files; for components inside the file of another one, the same element. */
function isSame(one: SourceComponent, other: SourceComponent): boolean {
  if (one.files.size !== other.files.size) return false;
  if (one.files.size === 0) return elementText(one) === elementText(other);
  return [...one.files].every(([path, bytes]) => {
    const same = other.files.get(path);
    return same !== undefined && Buffer.compare(bytes, same) === 0;
  });
}

/** The content of an element, without its position in the file. */
function elementText({ xml }: SourceComponent): string {
  return JSON.stringify(xml, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value));
}
