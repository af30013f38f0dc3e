import { isId, toId18 } from './ids.ts';
import { withFields, type FieldValue, type StoredRecord } from './record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** A point to which `rollback` returns. */
export type Savepoint = number;

/** Holds records by id and by object. It builds an index on first use, and a journal lets it roll changes back. */
export interface RecordStore {
  /** Takes an id of 15 or 18 characters. */
  find(id: string): StoredRecord | undefined;
  all(objectName: string): readonly StoredRecord[];
  /** Records whose field holds the value. Texts match without regard to case, as in SOQL. */
  where(objectName: string, field: string, value: string): StoredRecord[];
  save(object: ObjectSchema, record: StoredRecord): void;
  remove(object: ObjectSchema, id: string): void;
  /** Moves a record to the recycle bin: only `deleted` and `findDeleted` return it then, with IsDeleted. */
  recycle(object: ObjectSchema, record: StoredRecord): void;
  findDeleted(id: string): StoredRecord | undefined;
  deleted(objectName: string): readonly StoredRecord[];
  savepoint(): Savepoint;
  rollback(savepoint: Savepoint): void;
  /** Ends the transaction and returns what it changed. */
  commit(): readonly RecordChange[];
}

/** A record before and after a transaction; undefined if it did not exist then, or does not exist now. */
export interface RecordChange {
  readonly objectName: string;
  readonly before: StoredRecord | undefined;
  readonly after: StoredRecord | undefined;
}

interface Change {
  readonly objectName: string;
  readonly key: string;
  readonly before: StoredRecord | undefined;
  /** The record as it was in the recycle bin. */
  readonly deletedBefore: StoredRecord | undefined;
}

/** One key instead of a set if only one record has the value. Sets for every username would need more memory than the records. */
type Index = Map<string, string | Set<string>>;

/** A store without records. */
export function createRecordStore(): RecordStore {
  // Keys are ids of 18 characters.
  const byKey = new Map<string, StoredRecord>();
  const recycleBin = new Map<string, { readonly objectName: string; readonly record: StoredRecord }>();
  const keysByObject = new Map<string, Set<string>>();
  const lists = new Map<string, readonly StoredRecord[]>();
  const indexes = new Map<string, Map<string, Index>>();
  const journal: Change[] = [];

  /** Stores a record, or removes it. A removed record can be put into the recycle bin. */
  function put(
    objectName: string,
    key: string,
    record: StoredRecord | undefined,
    deleted: StoredRecord | undefined
  ): Change {
    const before = byKey.get(key);
    const deletedBefore = recycleBin.get(key)?.record;
    if (deleted === undefined) recycleBin.delete(key);
    else recycleBin.set(key, { objectName, record: deleted });
    const keys = keysByObject.get(objectName) ?? new Set();
    keysByObject.set(objectName, keys);
    lists.delete(objectName);
    if (record === undefined) {
      byKey.delete(key);
      keys.delete(key);
    } else {
      byKey.set(key, record);
      keys.add(key);
    }
    for (const [field, index] of indexes.get(objectName) ?? []) {
      if (before?.[field] !== record?.[field] || before === undefined || record === undefined) {
        if (before !== undefined) removeFrom(index, before[field], key);
        if (record !== undefined) addTo(index, record[field], key);
      }
    }
    return { objectName, key, before, deletedBefore };
  }

  function indexOf(objectName: string, field: string): Index {
    const ofObject = indexes.get(objectName) ?? new Map<string, Index>();
    indexes.set(objectName, ofObject);
    const known = ofObject.get(field);
    if (known !== undefined) return known;
    const index: Index = new Map();
    for (const key of keysByObject.get(objectName) ?? []) addTo(index, byKey.get(key)?.[field], key);
    ofObject.set(field, index);
    return index;
  }

  function recordsOf(keys: Iterable<string>): StoredRecord[] {
    return [...keys].flatMap((key) => byKey.get(key) ?? []);
  }

  return {
    find: (id) => byKey.get(keyOf(id)),
    all: (objectName) => {
      const list = lists.get(objectName) ?? recordsOf(keysByObject.get(objectName) ?? []);
      lists.set(objectName, list);
      return list;
    },
    where: (objectName, field, value) => {
      const keys = indexOf(objectName, field).get(indexKey(value)) ?? [];
      return recordsOf(typeof keys === 'string' ? [keys] : keys);
    },
    save: ({ apiName }, record) => {
      journal.push(put(apiName, record.Id, record, undefined));
    },
    remove: ({ apiName }, id) => {
      journal.push(put(apiName, toId18(id), undefined, undefined));
    },
    recycle: ({ apiName }, record) => {
      journal.push(put(apiName, record.Id, undefined, withFields(record, { IsDeleted: true })));
    },
    findDeleted: (id) => recycleBin.get(keyOf(id))?.record,
    deleted: (objectName) =>
      [...recycleBin.values()].flatMap((entry) => (entry.objectName === objectName ? [entry.record] : [])),
    savepoint: () => journal.length,
    rollback: (savepoint) => {
      for (const { objectName, key, before, deletedBefore } of journal.splice(savepoint).reverse()) {
        put(objectName, key, before, deletedBefore);
      }
    },
    commit: () => {
      const first = new Map<string, Change>();
      for (const change of journal.splice(0)) if (!first.has(change.key)) first.set(change.key, change);
      return [...first.values()].map(({ objectName, key, before }) => ({ objectName, before, after: byKey.get(key) }));
    }
  };
}

function keyOf(id: string): string {
  return id.length === 15 && isId(id) ? toId18(id) : id;
}

function indexKey(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : String(value ?? null);
}

function addTo(index: Index, value: FieldValue | undefined, key: string): void {
  const known = index.get(indexKey(value));
  if (known === undefined) index.set(indexKey(value), key);
  else if (typeof known === 'string') index.set(indexKey(value), new Set([known, key]));
  else known.add(key);
}

function removeFrom(index: Index, value: FieldValue | undefined, key: string): void {
  const known = index.get(indexKey(value));
  if (known === key) index.delete(indexKey(value));
  else if (typeof known === 'object') known.delete(key);
}
