import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { createOrgIdAllocator } from '../../engine/storage/ids.ts';
import type { Fields, StoredRecord } from '../../engine/storage/record.ts';

/** The records of one object of packages. Only the Tooling API shows them, and nothing else of an org refers to them. */
export interface PackageRecords {
  all(): readonly StoredRecord[];
  find(id: string): StoredRecord | undefined;
  add(person: Person, fields: Fields): StoredRecord;
  /** Changes a record, and returns what it is now. */
  change(id: string, fields: Fields): StoredRecord | undefined;
}

/** Times come from an org. Ids are those of this org only, as packages are installed in other orgs by them. */
export function packageRecords(org: Org, keyPrefix: string): PackageRecords {
  const records = new Map<string, StoredRecord>();
  const newId = createOrgIdAllocator(org.id);
  const now = (): string => new Date(org.clock.now()).toISOString();
  return {
    all: () => [...records.values()],
    find: (id) => [...records.values()].find((record) => record.Id.slice(0, 15) === id.slice(0, 15)),
    add: (person, fields) => {
      const [time, by] = [now(), person.userId];
      const record = {
        IsDeleted: false,
        CreatedDate: time,
        CreatedById: by,
        LastModifiedDate: time,
        LastModifiedById: by,
        SystemModstamp: time,
        ...fields,
        Id: newId(keyPrefix)
      };
      records.set(record.Id, record);
      return record;
    },
    change: (id, fields) => {
      const record = records.get(id);
      if (record === undefined) return undefined;
      const changed = { ...record, LastModifiedDate: now(), SystemModstamp: now(), ...fields };
      records.set(id, changed);
      return changed;
    }
  };
}
