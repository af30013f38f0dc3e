import { notModelledIf } from '../../engine/schema/notModelled.ts';
import { isUnmodelledField } from '../../engine/schema/unmodelledNames.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { readableField, readableObject, type View } from '../shared/view.ts';
import { DELIMITERS, readValues } from './csvValues.ts';
import type { IngestJob } from './ingestJob.ts';

/** A column of the upload: a field, or a reference by a field of the referenced record (`Profile.Name`). */
export type Column =
  | { readonly kind: 'field'; readonly field: FieldSchema }
  | {
      readonly kind: 'reference';
      readonly field: FieldSchema;
      readonly target: ObjectSchema;
      readonly by: FieldSchema;
    };

/** The columns of an upload, or the `errorMessage` with which the job fails. */
export type Header =
  { readonly ok: true; readonly columns: readonly Column[] } | { readonly ok: false; readonly errorMessage: string };

/**
 * Reads the header line; the messages as public code shows them.
 * Source: Bulk API 2.0 Developer Guide, "Prepare CSV Files", "Relationship Fields in a Header Row".
 */
export function readHeader(view: View, job: IngestJob, line: string): Header {
  const names = readValues(line, DELIMITERS[job.columnDelimiter]);
  if (names === null) return fails('Failed to parse CSV header');
  const columns: Column[] = [];
  for (const name of names) {
    const column = readColumn(view, job.object, name);
    if (column === null) {
      return fails(notModelledIf(isUnmodelledField(job.object, name), `Field name not found : ${name}`));
    }
    columns.push(column);
  }
  const has = (wanted: FieldSchema): boolean => columns.some(({ field }) => field === wanted);
  const key = keyOf(job);
  if (key !== null && !has(key)) return fails(`Field name not found : ${key.apiName}`);
  if (job.operation === 'delete' && columns.length > 1) return fails("The 'delete' batch must contain only ids");
  return { ok: true, columns };
}

/** The field that every row needs: the Id for an update or a delete, the external id for an upsert. */
function keyOf({ object, operation, externalId }: IngestJob): FieldSchema | null {
  switch (operation) {
    case 'insert':
      return null;
    case 'upsert':
      return externalId;
    case 'update':
    case 'delete':
      return object.fields.get('Id') ?? null;
  }
}

function readColumn(view: View, object: ObjectSchema, name: string): Column | null {
  const field = readableField(view, object, name);
  if (field !== undefined) return { kind: 'field', field };
  const [relationship = '', by = '', ...more] = name.split('.');
  const reference = view.org.schema.relationship(object, relationship);
  if (reference === undefined || more.length > 0 || !view.access.canReadField(object, reference)) return null;
  for (const targetName of reference.referenceTo) {
    const target = readableObject(view, targetName);
    const key = target === undefined ? undefined : readableField(view, target, by);
    if (target !== undefined && key !== undefined && (key.idLookup || key.dataType === 'id')) {
      return { kind: 'reference', field: reference, target, by: key };
    }
  }
  return null;
}

function fails(message: string): Header {
  return { ok: false, errorMessage: `InvalidBatch : ${message}` };
}
