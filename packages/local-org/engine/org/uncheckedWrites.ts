import { changedRecord, newRecord } from '../effects/newRecord.ts';
import { saveRecord } from '../effects/saveRecord.ts';
import type { Fields, StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** Adds records without checking any rule, and returns their ids. Mails and memberships do not follow. */
export function insertUnchecked(world: World, objectName: string, rows: Iterable<Fields>): string[] {
  const object = standardObject(world, objectName);
  const ids: string[] = [];
  for (const fields of rows) {
    const record = newRecord(world, object, world.systemUserId, fields);
    saveRecord(world, object, null, record);
    ids.push(record.Id);
  }
  world.records.commit();
  return ids;
}

/** Changes a record without checking any rule. */
export function updateUnchecked(world: World, record: StoredRecord, fields: Fields): void {
  const object = world.schema.objectOfId(record.Id);
  if (object === undefined) throw new Error(`No object has the id ${record.Id}`);
  saveRecord(world, object, record, changedRecord(world, object, world.systemUserId, record, fields));
  world.records.commit();
}
