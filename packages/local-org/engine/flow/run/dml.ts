import type { GovernorLimits } from '../../dml/governorLimits.ts';
import type { FlowElement, RecordCreate, RecordDelete, RecordUpdate } from '../model/elements.ts';
import type { FieldAssignment, FlowRecord, FlowValue, RecordFilters } from '../model/values.ts';
import { setValue, singleValue } from './assign.ts';
import { fault, faultMessage, refusalMessage } from './faultPaths.ts';
import { findRecords } from './filters.ts';
import { changedFields, isCollection, isRecord, withField } from './interview.ts';
import { createWrites } from '../../dml/createWrites.ts';
import { sourceValue, valueAt, type RunContext } from './values.ts';
import type { Fields } from '../../storage/record.ts';
import type { Refusal } from '../../refusals/rule.ts';
import type { WriteResult, Writes } from '../../dml/writes.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** A record that an interview writes. */
interface Item {
  readonly object: string;
  readonly id: string;
  readonly fields: Fields;
}

/** The records that one interview writes at the element. */
interface Batch {
  readonly running: RunContext;
  readonly items: readonly Item[];
}

/** Runs Create Records for all interviews that have reached it, as one DML statement. */
export function createRecords(transaction: FlowTransaction, element: RecordCreate, group: readonly RunContext[]): void {
  const batches = group.map((running) => ({ running, items: newItems(running, element) }));
  const isEvent = batches.some(({ items }) => isPublishedAtOnce(transaction, items[0]));
  const written = write(transaction, element, 'create', batches, isEvent, (writes, { object, fields }) => {
    const schema = transaction.world.schema.object(object);
    return schema === undefined ? noSuchObject(object) : writes.insert(schema, fields);
  });
  for (const { running, ids } of written) {
    noteIds(running, element, ids);
    running.frame.next = element.connector;
  }
}

function isPublishedAtOnce({ world }: FlowTransaction, item: Item | undefined): boolean {
  const object = item === undefined ? undefined : world.schema.object(item.object);
  return object?.publishBehavior === 'PublishImmediately';
}

/** Runs Update Records, for records in a variable or for those that its filters find. */
export function updateRecords(transaction: FlowTransaction, element: RecordUpdate, group: readonly RunContext[]): void {
  const { target, inputAssignments } = element;
  const batches = existing(transaction, element, target, group, 'update').map(({ running, records }) => ({
    running,
    items: records.map((record) => ({
      object: record.object,
      id: String(record.fields['Id'] ?? ''),
      fields: {
        ...(target.kind === 'reference' ? changedFields(record) : {}),
        ...assigned(running, inputAssignments)
      }
    }))
  }));
  const written = write(transaction, element, 'update', batches, false, (writes, { id, fields }) =>
    id === '' ? idMissing : writes.update(id, fields)
  );
  for (const { running } of written) running.frame.next = element.connector;
}

/** Runs Delete Records, for records in a variable or for those that its filters find. */
export function deleteRecords(transaction: FlowTransaction, element: RecordDelete, group: readonly RunContext[]): void {
  const batches = existing(transaction, element, element.target, group, 'delete').map(({ running, records }) => ({
    running,
    items: records.map(({ object, fields }) => ({ object, id: String(fields['Id'] ?? ''), fields: {} }))
  }));
  const written = write(transaction, element, 'delete', batches, false, (writes, { id }) =>
    id === '' ? idMissing : writes.remove(id)
  );
  for (const { running } of written) running.frame.next = element.connector;
}

/** Returns the interviews whose records were all written, with the ids. The others take their fault paths, because a batch fails as a whole. */
function write(
  { scope, ...rest }: FlowTransaction,
  element: FlowElement,
  verb: 'create' | 'update' | 'delete',
  batches: readonly Batch[],
  isEvent: boolean,
  writeOne: (writes: Writes, item: Item) => WriteResult
): readonly { readonly running: RunContext; readonly ids: readonly string[] }[] {
  const rows = batches.reduce((sum, { items }) => sum + items.length, 0);
  if (isEvent) scope.limits.countPublish();
  else if (rows > 0) scope.limits.countDml(rows);
  const [first] = batches;
  if (first === undefined || hasPassed(scope.limits)) return [];
  rest.beforeWrite?.();
  const { writes } = createWrites({ scope, ...rest, access: first.running.frame.access });
  const results: WriteResult[][] = [];
  const refused = writes.statement(batches.length, (index) => {
    const written: WriteResult[] = [];
    results[index] = written;
    return (batches[index]?.items ?? []).every((item) => {
      const result = writeOne(writes, item);
      written.push(result);
      return result.success;
    });
  });
  if (hasPassed(scope.limits)) return [];
  return batches.flatMap(({ running }, index) => {
    const ids: string[] = [];
    const errors: Refusal[] = [...(refused.get(index) ?? [])];
    for (const result of results[index] ?? []) {
      if (result.success) ids.push(result.id);
      else errors.push(...result.errors);
    }
    if (errors.length === 0) return [{ running, ids }];
    fault(running, element, refusalMessage(verb, errors));
    return [];
  });
}

/** The records to update or delete. Filters take one query; an interview without access to the object or a field takes its fault path. */
function existing(
  { world, scope }: FlowTransaction,
  element: FlowElement,
  target: RecordUpdate['target'],
  group: readonly RunContext[],
  verb: 'update' | 'delete'
): readonly { readonly running: RunContext; readonly records: readonly FlowRecord[] }[] {
  if (target.kind === 'reference') {
    return group.map((running) => ({ running, records: recordsIn(valueAt(running, target.inputReference)) }));
  }
  const found = group.flatMap((running) => {
    const query = filtered(running, target.object, target.filters);
    if (query.ok) return [{ running, records: query.records.map((fields) => ({ object: target.object, fields })) }];
    fault(running, element, faultMessage(verb === 'update' ? 'update' : 'delete', query.code, query.message));
    return [];
  });
  scope.limits.countQuery(found.reduce((rows, { records }) => rows + records.length, 0));
  return world.schema.object(target.object) === undefined ? [] : found;
}

function filtered(running: RunContext, objectName: string, filters: RecordFilters): ReturnType<typeof findRecords> {
  const object = running.world.schema.object(objectName);
  return object === undefined ? { ok: true, records: [] } : findRecords(running, object, filters, null);
}

function newItems(running: RunContext, { source }: RecordCreate): Item[] {
  if (source.kind === 'fields') {
    return [{ object: source.object, id: '', fields: assigned(running, source.inputAssignments) }];
  }
  return recordsIn(valueAt(running, source.inputReference)).map(({ object, fields }) => ({ object, id: '', fields }));
}

function recordsIn(value: FlowValue): readonly FlowRecord[] {
  if (isRecord(value)) return [value];
  return isCollection(value) ? value.filter(isRecord) : [];
}

function assigned(running: RunContext, assignments: readonly FieldAssignment[]): Fields {
  return Object.fromEntries(assignments.map(({ field, value }) => [field, singleValue(sourceValue(running, value))]));
}

/** Stores the id of a created record in the element's output, its variable, and the record variable that was saved. */
function noteIds(running: RunContext, element: RecordCreate, ids: readonly string[]): void {
  const [id = null] = ids;
  if (element.storeOutputAutomatically) running.frame.values.set(element.name.toLowerCase(), id);
  if (element.assignRecordIdToReference !== null) setValue(running, element.assignRecordIdToReference, id);
  if (element.source.kind !== 'reference') return;
  const path = element.source.inputReference;
  const value = valueAt(running, path);
  if (isRecord(value)) setValue(running, path, withField(value, 'Id', id));
  else if (isCollection(value)) {
    setValue(
      running,
      path,
      value.map((item, index) => (isRecord(item) ? withField(item, 'Id', ids[index] ?? null) : item))
    );
  }
}

function noSuchObject(name: string): WriteResult {
  const message = `sObject type '${name}' is not supported.`;
  return { success: false, errors: [{ statusCode: 'INVALID_TYPE', message, fields: [] }] };
}

const idMissing: WriteResult = {
  success: false,
  errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: ['Id'] }]
};

function hasPassed({ exceeded }: GovernorLimits): boolean {
  return exceeded !== null;
}
