import { createHash } from 'node:crypto';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { FieldValue, StoredRecord } from '../../engine/storage/record.ts';
import { compoundValueOf, isCompound, type CompoundValue } from '../shared/compoundValue.ts';
import { apiValueOf, displayValueOf } from '../shared/fieldDisplay.ts';
import { nameOf, parentOf, valueOf, type View } from '../shared/view.ts';
import type { FieldSelection } from './fieldSelection.ts';

export interface FieldValueRepresentation {
  readonly displayValue: string | null;
  readonly value: FieldValue | RecordRepresentation | CompoundValue;
}

/** The Record response body of UI API. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  readonly id: string;
  readonly lastModifiedById: FieldValue;
  readonly lastModifiedDate: FieldValue;
  readonly recordTypeId: null;
  readonly recordTypeInfo: null;
  readonly systemModstamp: FieldValue;
  readonly weakEtag: number;
}

/** Represents a record with the selected fields. A parent is a nested record, and its display value is its name. */
export function representRecord(
  view: View,
  object: ObjectSchema,
  record: StoredRecord,
  selection: FieldSelection
): RecordRepresentation {
  const entries: [string, FieldValueRepresentation][] = [];
  for (const [name, field] of selection.fields) entries.push([name, representField(object, record, field)]);
  for (const [name, parent] of selection.parents) {
    const parentRecord = parentOf(view, record, parent.field);
    const parentObject = parentRecord === undefined ? undefined : view.org.schema.objectOfId(parentRecord.Id);
    entries.push([
      name,
      parentRecord === undefined
        ? { displayValue: null, value: null }
        : {
            displayValue: nameOf(parent.target, parentRecord),
            value: representRecord(view, parentObject ?? parent.target, parentRecord, parent.selection)
          }
    ]);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = Object.fromEntries(entries);
  const modified = dateTime(record.SystemModstamp ?? record.LastModifiedDate);
  return {
    apiName: object.apiName,
    childRelationships: {},
    eTag: eTagOf([object.apiName, record.Id, fields]),
    fields,
    id: record.Id,
    lastModifiedById: record.LastModifiedById ?? null,
    lastModifiedDate: dateTime(record.LastModifiedDate),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: modified,
    weakEtag: modified === null ? 0 : Date.parse(modified)
  };
}

/** The hash of a response body: 32 hexadecimal digits. */
export function eTagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function representField(object: ObjectSchema, record: StoredRecord, field: FieldSchema): FieldValueRepresentation {
  if (isCompound(field)) {
    return { displayValue: null, value: compoundValueOf(object, record, field) };
  }
  const value = valueOf(record, field);
  return { displayValue: displayValueOf(field, value), value: apiValueOf(field, value) };
}

function dateTime(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? new Date(value).toISOString() : null;
}
