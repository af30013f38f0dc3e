import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { Fields } from '../../engine/storage/record.ts';
import { ok, refused, type Outcome } from '../shared/errors.ts';
import { isJsonObject, parseJsonObject, readFields, type JsonObject } from '../shared/jsonBody.ts';
import type { RestCall } from '../shared/restCall.ts';
import { readableField, readableFields, type View } from '../shared/view.ts';
import { noSuchColumn } from './errors.ts';

/** The fields of the record in the body. */
export function readBodyFields({ body }: RestCall, view: View, object: ObjectSchema): Outcome<Fields> {
  const json = parseJsonObject(body);
  return json.ok ? readRecordFields(view, object, json.value) : json;
}

/** The fields of a record in JSON. Its `attributes` are left out, because clients such as jsforce send records as they read them. */
export function readRecordFields(view: View, object: ObjectSchema, record: JsonObject): Outcome<Fields> {
  const { attributes } = record;
  if (attributes !== undefined && !isJsonObject(attributes)) return readFields(view.org.schema, object, record);
  return readFields(
    view.org.schema,
    object,
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'))
  );
}

/** The fields that a comma-separated list names; all readable fields for an empty list. */
export function readFieldList(view: View, object: ObjectSchema, list: string): Outcome<readonly FieldSchema[]> {
  const names = list.split(',').filter((name) => name !== '');
  if (names.length === 0) return ok(readableFields(view, object));
  const fields: FieldSchema[] = [];
  for (const name of names) {
    const field = readableField(view, object, name.trim());
    if (field === undefined) return refused(noSuchColumn(name, object));
    fields.push(field);
  }
  return ok(fields);
}
