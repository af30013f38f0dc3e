import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { deepFreeze } from './deepFreeze.ts';
import { isRecord, pathOf, toId18, type FieldValue } from './recordShape.ts';

interface StoredField {
  readonly displayValue: string | null;
  /** A scalar, or the id of a related record. */
  readonly value: Exclude<FieldValue, RecordRepresentation> | { readonly recordId: string };
}

interface StoredRecord {
  readonly meta: Omit<RecordRepresentation, 'fields'>;
  readonly fields: Map<string, StoredField>;
  /** Fields that were requested but missing from the response, because they are not visible or do not exist. */
  readonly absent: Set<string>;
  /** The time of the last response with the record, in milliseconds. */
  fetchedAt: number;
}

/** How long LDS serves a record from the cache. LWC Guide: data-wire-service-about. */
export const FRESH_MILLISECONDS = 30_000;

const records = new Map<string, StoredRecord>();
const listeners = new Set<(changed: ReadonlySet<string>) => void>();

/** Calls the listener with the ids of changed records. Returns a function that stops this. */
export function onRecordsChanged(listener: (changed: ReadonlySet<string>) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Stores a record of a response, and each related record under its own id, and tells the listeners. `asked` are the
 * qualified fields of the request.
 */
export function ingest(record: RecordRepresentation, asked: readonly string[]): void {
  const changed = new Set<string>();
  store(record, changed);
  for (const field of asked) {
    markAbsent(record, pathOf(field));
  }
  for (const listener of [...listeners]) {
    listener(changed);
  }
}

/** Removes a deleted record. */
export function evict(recordId: string): void {
  records.delete(toId18(recordId));
}

/** Makes the next read of a record load it from the org. */
export function markStale(recordId: string): void {
  const stored = records.get(toId18(recordId));
  if (stored !== undefined) {
    stored.fetchedAt = -Infinity;
  }
}

/** The record with those of these fields that are known, whether it has all of them, and whether it is fresh. */
export function readRecord(
  recordId: string,
  fields: readonly string[]
): { readonly snapshot: RecordRepresentation | undefined; readonly isComplete: boolean; readonly isFresh: boolean } {
  const stored = records.get(toId18(recordId));
  if (stored === undefined) {
    return { snapshot: undefined, isComplete: false, isFresh: false };
  }
  const reading = { isComplete: true };
  const snapshot = deepFreeze(compose(stored, fields.map(pathOf), reading));
  return {
    snapshot,
    isComplete: reading.isComplete,
    isFresh: performance.now() - stored.fetchedAt < FRESH_MILLISECONDS
  };
}

function store(record: RecordRepresentation, changed: Set<string>): void {
  const { fields, ...meta } = record;
  const id = toId18(record.id);
  const stored = records.get(id) ?? { meta, fields: new Map(), absent: new Set(), fetchedAt: 0 };
  records.set(id, { ...stored, meta, fetchedAt: performance.now() });
  changed.add(id);
  for (const [name, { displayValue, value }] of Object.entries(fields)) {
    stored.absent.delete(name);
    if (isRecord(value)) {
      store(value, changed);
      stored.fields.set(name, { displayValue, value: { recordId: toId18(value.id) } });
    } else {
      stored.fields.set(name, { displayValue, value });
    }
  }
}

function markAbsent(record: RecordRepresentation, path: readonly string[]): void {
  const [name, ...rest] = path;
  const stored = records.get(toId18(record.id));
  if (name === undefined || stored === undefined) {
    return;
  }
  const field = record.fields[name];
  if (field === undefined) {
    stored.absent.add(name);
    stored.fields.delete(name);
  } else if (isRecord(field.value)) {
    markAbsent(field.value, rest);
  }
}

function compose(
  stored: StoredRecord,
  paths: readonly (readonly string[])[],
  reading: { isComplete: boolean }
): RecordRepresentation {
  const fields: Record<string, { displayValue: string | null; value: FieldValue }> = {};
  for (const name of new Set(paths.map(([first]) => first ?? ''))) {
    const field = stored.fields.get(name);
    if (field === undefined) {
      reading.isComplete &&= stored.absent.has(name);
      continue;
    }
    const rest = paths.filter(([first, ...more]) => first === name && more.length > 0).map(([, ...more]) => more);
    fields[name] = { displayValue: field.displayValue, value: composeValue(field.value, rest, reading) };
  }
  return { ...stored.meta, fields };
}

function composeValue(
  value: StoredField['value'],
  paths: readonly (readonly string[])[],
  reading: { isComplete: boolean }
): FieldValue {
  if (typeof value !== 'object' || value === null || !('recordId' in value)) {
    return value;
  }
  const related = records.get(value.recordId);
  if (related === undefined) {
    reading.isComplete = false;
    return null;
  }
  return compose(related, paths, reading);
}
