import { ok, refused, type ApiError, type Outcome } from './errors.ts';
import { isId, toId18 } from '../../engine/storage/ids.ts';
import { refuse } from '../../engine/refusals/rule.ts';
import type { View } from './view.ts';
import type { Fields } from '../../engine/storage/record.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { WriteResult, Writes } from '../../engine/dml/writes.ts';

export type UpsertResult = WriteResult & { readonly created: boolean };

/** The field by which an upsert finds its record: an external id, the Id, or one with the idLookup property. */
export function externalIdField(view: View, object: ObjectSchema, name: string): Outcome<FieldSchema> {
  const field = view.org.schema.field(object, name);
  return field !== undefined && (field.idLookup || field.dataType === 'id')
    ? ok(field)
    : refused(noSuchExternalId(name));
}

/** Text as orgs answer it; "Incorrect external ID field" has NOT_FOUND in Upsert Records (Bulk API 2.0 Developer Guide). */
function noSuchExternalId(name: string): ApiError {
  const message = `Provided external ID field does not exist or is not accessible: ${name}`;
  return { status: 404, errorCode: 'NOT_FOUND', message };
}

/**
 * Creates the record or updates the one that the field's value names.
 * Source: SOAP API, upsert(): no match creates, one match updates, more are an error; an Id that is given must exist.
 */
export function upsert(
  { org }: View,
  writes: Writes,
  object: ObjectSchema,
  field: FieldSchema,
  fields: Fields
): UpsertResult {
  const key = fields[field.apiName] ?? null;
  if (field.dataType === 'id') {
    if (key === null || key === '') return { ...writes.insert(object, without(fields, field)), created: true };
    if (typeof key !== 'string' || !isId(key)) return failed(malformedId(object, String(key)));
    return { ...writes.update(toId18(key), without(fields, field)), created: false };
  }
  if (key === null || key === '') {
    return failed(refuse('MISSING_ARGUMENT', `${field.apiName} not specified`, field.apiName));
  }
  const matches = org.where(object, field.apiName, String(key));
  const [match] = matches;
  if (match === undefined) return { ...writes.insert(object, fields), created: true };
  if (matches.length === 1) return { ...writes.update(match.Id, without(fields, field)), created: false };
  return failed(
    refuse(
      'DUPLICATE_EXTERNAL_ID',
      `${field.label}: more than one record found for external id field: [${matches.map(({ Id }) => Id).join(', ')}]`,
      field.apiName
    )
  );
}

/** An id of another object, or none at all, where the id of a record of `object` was asked for. */
export function malformedId(object: ObjectSchema, id: string): ReturnType<typeof refuse> {
  return refuse('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, 'Id');
}

function failed(error: ReturnType<typeof refuse>): UpsertResult {
  return { success: false, errors: [error], created: false };
}

function without(fields: Fields, { apiName }: FieldSchema): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== apiName));
}
