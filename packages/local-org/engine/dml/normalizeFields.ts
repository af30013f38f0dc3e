import { isId, toId18 } from '../storage/ids.ts';
import { refuse, type Refusal } from '../refusals/rule.ts';
import type { Fields, FieldValue } from '../storage/record.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/objectSchema.ts';
import { noSuchColumnOnObject } from '../schema/unmodelledNames.ts';

/**
 * The fields that a caller sent, in the form in which the platform stores them: names as the schema spells them, trimmed
 * texts, null for an empty text, ids of 18 characters, a username in lower case. Refuses an unknown field.
 */
export function normalizeFields(schema: Schema, object: ObjectSchema, fields: Fields): Fields | Refusal {
  const given: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = schema.field(object, name);
    if (field === undefined) {
      return refuse('INVALID_FIELD', noSuchColumnOnObject(object, name));
    }
    given[field.apiName] = normalizeValue(object, field, value);
  }
  return given;
}

/** Whether `normalizeFields` refused a field. */
export function isRefusal(answer: Fields | Refusal): answer is Refusal {
  return Array.isArray(answer.fields);
}

function normalizeValue(object: ObjectSchema, field: FieldSchema, value: FieldValue): FieldValue {
  if (value === null) return field.dataType === 'boolean' ? false : null;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return null;
  if (field.dataType === 'reference' && isId(text)) return toId18(text);
  return object.apiName === 'User' && field.apiName === 'Username' ? text.toLowerCase() : text;
}
