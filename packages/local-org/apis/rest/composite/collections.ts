import type { WriteResult, Writes } from '../../../engine/dml/writes.ts';
import { refuse, type Refusal } from '../../../engine/refusals/rule.ts';
import type { ObjectSchema } from '../../../engine/schema/objectSchema.ts';
import { isId, toId18 } from '../../../engine/storage/ids.ts';
import type { Fields } from '../../../engine/storage/record.ts';
import { ok, refused, objectNotFound, type Outcome } from '../../shared/errors.ts';
import { isJsonObject, jsonTypeError, parseJsonObject, type JsonObject } from '../../shared/jsonBody.ts';
import { errorAnswer, type RestAnswer, type RestCall } from '../../shared/restCall.ts';
import { restRecordOf } from '../../shared/restRecord.ts';
import { idInInsert, idMissing, malformedId, rolledBack } from '../../shared/rowRefusals.ts';
import { externalIdField, upsert } from '../../shared/upsert.ts';
import { readableObject, visibleRecord, type View } from '../../shared/view.ts';
import { writeEach } from '../../shared/writeEach.ts';
import { readFieldList, readRecordFields } from '../requests.ts';
import { invalidInput, tooManyChunks, tooManyRecords, unknownType } from './errors.ts';

const MAX_RECORDS = 200;
const MAX_READ = 2000;
const MAX_CHUNKS = 10;

/** One record of a collection before it is written. */
interface Item {
  readonly object: ObjectSchema;
  /** Empty when the record has no id. */
  readonly id: string;
  readonly fields: Fields;
}

type Result = WriteResult & { readonly created?: boolean };

export const COLLECTION_RESOURCES = [
  ['POST', '/'],
  ['PATCH', '/'],
  ['DELETE', '/'],
  ['GET', '/:object'],
  ['POST', '/:object'],
  ['PATCH', '/:object/:field']
] as const;

/** sObject Collections (REST API Developer Guide), below `composite/sobjects`. Null for a request to another resource. */
export function answerCollections(view: View, call: RestCall): RestAnswer | null {
  const [, , type, field, ...more] = call.segments;
  if (more.length > 0) return null;
  switch (call.method) {
    case 'GET':
      return type === undefined || field !== undefined ? null : readByQuery(view, call, type);
    case 'POST':
      if (field !== undefined) return null;
      return type === undefined ? createAll(view, call) : readByBody(view, call, type);
    case 'PATCH':
      if (type === undefined) return updateAll(view, call);
      return field === undefined ? null : upsertAll(view, call, type, field);
    case 'DELETE':
      return type === undefined ? deleteAll(view, call) : null;
    default:
      return null;
  }
}

function createAll(view: View, call: RestCall): RestAnswer {
  return writeAll(view, call, (writes, { object, id, fields }) =>
    id === '' ? writes.insert(object, fields) : failed(idInInsert)
  );
}

function updateAll(view: View, call: RestCall): RestAnswer {
  return writeAll(view, call, (writes, { object, id, fields }) => {
    if (id === '') return failed(idMissing);
    if (!isId(id) || view.org.schema.objectOfId(id) !== object) return failed(malformedId(object, id));
    return writes.update(toId18(id), fields);
  });
}

function upsertAll(view: View, call: RestCall, type: string, name: string): RestAnswer {
  const object = view.org.schema.object(type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  const field = externalIdField(view, object, name);
  if (!field.ok) return errorAnswer(field.error);
  return writeAll(view, call, (writes, item) => {
    if (item.object !== object) return failed(refuse('INVALID_TYPE', `The record is no ${object.apiName}`));
    const key: Fields = item.id === '' ? {} : { Id: item.id };
    return upsert(view, writes, object, field.value, { ...item.fields, ...key });
  });
}

function deleteAll(view: View, { query }: RestCall): RestAnswer {
  const ids = (query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length > MAX_RECORDS) return errorAnswer(tooManyRecords(MAX_RECORDS));
  const chunks = countChunks(ids.map((id) => id.slice(0, 3)));
  if (chunks > MAX_CHUNKS) return errorAnswer(tooManyChunks);
  return run(view, query.get('allOrNone') === 'true', ids, (writes, id) =>
    isId(id) ? writes.remove(toId18(id)) : failed(refuse('MALFORMED_ID', `malformed id ${id}`))
  );
}

function writeAll(view: View, { body }: RestCall, write: (writes: Writes, item: Item) => Result): RestAnswer {
  const json = parseJsonObject(body);
  if (!json.ok) return errorAnswer(json.error);
  const items = readItems(view, json.value['records']);
  if (!items.ok) return errorAnswer(items.error);
  if (countChunks(items.value.map(({ object }) => object.apiName)) > MAX_CHUNKS) return errorAnswer(tooManyChunks);
  return run(view, json.value['allOrNone'] === true, items.value, write);
}

/** Writes records in their order and answers in the same order. With allOrNone, one failure rolls the others back. */
function run<T>(
  view: View,
  allOrNone: boolean,
  items: readonly T[],
  write: (writes: Writes, item: T) => Result
): RestAnswer {
  const results = view.org.transact(view.person, { allOrNone }, (writes) =>
    writeEach(
      writes,
      items,
      (item) => write(writes, item),
      (errors): Result => ({ success: false, errors })
    )
  );
  const isRolledBack = allOrNone && results.some(({ success }) => !success);
  return { status: 200, body: results.map((result) => resultOf(view, result, isRolledBack)) };
}

/** Leaves out the id of a record whose creation was rolled back. */
function resultOf({ org }: View, result: Result, isRolledBack: boolean): JsonObject {
  if (!result.success) return { success: false, errors: result.errors };
  if (isRolledBack) {
    const known = org.find(result.id) === undefined ? {} : { id: result.id };
    return { ...known, success: false, errors: [rolledBack] };
  }
  const { id, created } = result;
  return { id, success: true, errors: [], ...(created === undefined ? {} : { created }) };
}

function readItems(view: View, records: unknown): Outcome<readonly Item[]> {
  if (!Array.isArray(records)) return refused(noRecords);
  if (records.length > MAX_RECORDS) return refused(tooManyRecords(MAX_RECORDS));
  const items: Item[] = [];
  for (const record of records) {
    const item = readItem(view, record);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

function readItem(view: View, record: unknown): Outcome<Item> {
  if (!isJsonObject(record)) return refused(jsonTypeError('sobject', record));
  const { attributes } = record;
  const type = isJsonObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') return refused(noType);
  const object = view.org.schema.object(type);
  if (object === undefined) return refused(unknownType(type));
  const fields = readRecordFields(view, object, record);
  if (!fields.ok) return fields;
  const { Id, id, ...own } = fields.value;
  return ok({ object, id: String(Id ?? id ?? ''), fields: own });
}

function readByQuery(view: View, call: RestCall, type: string): RestAnswer {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  return readAll(view, call, type, ids, call.query.get('fields') ?? '');
}

function readByBody(view: View, call: RestCall, type: string): RestAnswer {
  const json = parseJsonObject(call.body);
  if (!json.ok) return errorAnswer(json.error);
  const { ids, fields } = json.value;
  if (!isTexts(ids) || !isTexts(fields)) return errorAnswer(noIds);
  return readAll(view, call, type, ids, fields.join(','));
}

/** Answers null for a record that does not exist or that the caller may not see. */
function readAll(view: View, call: RestCall, type: string, ids: readonly string[], list: string): RestAnswer {
  const object = readableObject(view, type);
  if (object === undefined) return errorAnswer(objectNotFound(type));
  if (ids.length === 0 || list === '') return errorAnswer(noIds);
  if (ids.length > MAX_READ) return errorAnswer(tooManyRecords(MAX_READ));
  const fields = readFieldList(view, object, list);
  if (!fields.ok) return errorAnswer(fields.error);
  const rows = ids.map((id) => {
    const found = isId(id) ? visibleRecord(view, id) : undefined;
    return found?.object === object ? restRecordOf(object, found.record, fields.value, call.version) : null;
  });
  return { status: 200, body: rows };
}

/** Neighbors of one type form a chunk: {account1, account2, contact1, account3} has three. */
function countChunks(types: readonly string[]): number {
  return types.filter((type, index) => index === 0 || type !== types[index - 1]).length;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function failed(error: Refusal): Result {
  return { success: false, errors: [error] };
}

/** "If the request isn't well formed, the API returns a 400"; the texts are ours. */
const noRecords = invalidInput('records are required');
const noType = invalidInput('Each record needs attributes with a type');
const noIds = invalidInput('ids and fields are required');
