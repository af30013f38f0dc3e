import type { WriteResult, Writes } from '../../engine/dml/writes.ts';
import { refuse, type Refusal } from '../../engine/refusals/rule.ts';
import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { isId, toId18 } from '../../engine/storage/ids.ts';
import type { Fields } from '../../engine/storage/record.ts';
import { ok, refused, type ApiError, type Outcome } from './errors.ts';
import { malformedId } from './rowRefusals.ts';
import type { View } from './view.ts';

export type UpsertResult = WriteResult & { readonly created: boolean };

/** The field by which an upsert finds its record: an external id, the Id, or one with the idLookup property. */
export function externalIdField(view: View, object: ObjectSchema, name: string): Outcome<FieldSchema> {
  const field = view.org.schema.field(object, name);
  return field !== undefined && (field.idLookup || field.dataType === 'id')
    ? ok(field)
    : refused(noSuchExternalId(name));
}

/** The text as orgs answer it; the code is that of "Incorrect external ID field" in Upsert Records (Bulk API 2.0 Developer Guide). */
function noSuchExternalId(name: string): ApiError {
  const message = `Provided external ID field does not exist or is not accessible: ${name}`;
  return { status: 404, errorCode: 'NOT_FOUND', message };
}

/**
 * Creates a record, or updates the record whose field has the same value.
 * Source: SOAP API, upsert(): no match creates, one match updates, several matches are an error; a given Id must exist.
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

function failed(error: Refusal): UpsertResult {
  return { success: false, errors: [error], created: false };
}

function without(fields: Fields, { apiName }: FieldSchema): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== apiName));
}
