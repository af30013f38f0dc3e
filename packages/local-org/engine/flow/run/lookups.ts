import type { RecordLookup } from '../model/elements.ts';
import type { FlowRecord, FlowValue } from '../model/values.ts';
import { setValue } from './assign.ts';
import { fault, faultMessage } from './faultPaths.ts';
import { findRecords } from './filters.ts';
import { fromStore } from './interview.ts';
import { sourceValue, type RunContext } from './values.ts';
import type { StoredRecord } from '../../storage/record.ts';
import type { ObjectSchema } from '../../schema/objectSchema.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** Runs Get Records for all interviews that have reached it, as one query. */
export function lookUp({ world, scope }: FlowTransaction, element: RecordLookup, group: readonly RunContext[]): void {
  const object = world.schema.object(element.object);
  const found = group.map((running) => ({
    running,
    query: object === undefined ? noSuchObject(element) : limited(running, element, object)
  }));
  scope.limits.countQuery(found.reduce((rows, { query }) => rows + (query.ok ? query.records.length : 0), 0));
  if (scope.limits.exceeded !== null) return;
  for (const { running, query } of found) {
    if (query.ok && object !== undefined) store(running, element, object, query.records);
    else if (!query.ok) fault(running, element, faultMessage('look up', query.code, query.message));
  }
}

function noSuchObject({ object }: RecordLookup): {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
} {
  return { ok: false, code: 'INVALID_TYPE', message: `sObject type '${object}' is not supported.` };
}

function limited(running: RunContext, element: RecordLookup, object: ObjectSchema): ReturnType<typeof findRecords> {
  const query = findRecords(running, object, element.filters, element.sort);
  if (!query.ok) return query;
  const limit = element.getFirstRecordOnly ? 1 : Number(sourceValue(running, element.limit) ?? Infinity);
  return { ok: true, records: query.records.slice(0, limit) };
}

function store(
  running: RunContext,
  element: RecordLookup,
  object: ObjectSchema,
  records: readonly StoredRecord[]
): void {
  const values = records.map((record) =>
    fromStore({ object: object.apiName, fields: fieldsOf(running, element, object, record) })
  );
  const value: FlowValue = element.getFirstRecordOnly ? (values[0] ?? null) : values;
  const { frame, interview } = running;
  if (element.storeOutputAutomatically) frame.values.set(element.name.toLowerCase(), value);
  if (records.length > 0 || element.assignNullValuesIfNoRecordsFound) assignOutputs(running, element, value, values[0]);
  frame.next = element.connector;
  interview.steps += 1;
}

function assignOutputs(
  running: RunContext,
  { outputReference, outputAssignments }: RecordLookup,
  value: FlowValue,
  first: FlowRecord | undefined
): void {
  if (outputReference !== null) setValue(running, outputReference, value);
  for (const { from, assignToReference } of outputAssignments) {
    setValue(running, assignToReference, first?.fields[from] ?? null);
  }
}

/** The fields that the element names, or all fields. A field without read access is left out. */
function fieldsOf(
  { frame, world }: RunContext,
  { queriedFields, storeOutputAutomatically, outputAssignments }: RecordLookup,
  object: ObjectSchema,
  record: StoredRecord
): FlowRecord['fields'] {
  const named = [...queriedFields, ...outputAssignments.map(({ from }) => from)];
  const isAll = storeOutputAutomatically && queriedFields.length === 0;
  const fields = isAll ? [...object.fields.values()] : named.flatMap((name) => world.schema.field(object, name) ?? []);
  const readable = fields.filter((field) => frame.access.canReadField(object, field));
  const values = readable.map(({ apiName }) => [apiName, record[apiName] ?? null] as const);
  return { Id: record.Id, ...Object.fromEntries(values) };
}
