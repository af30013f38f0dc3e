import type { FlowValue } from '../../engine/flow/model/values.ts';
import type { FieldValue } from '../../engine/storage/record.ts';
import { isJsonObject } from './jsonBody.ts';

/** Reads a flow value from JSON. A record has its type under `attributes`; a value that flows do not have becomes null. */
function fromJson(value: unknown): FlowValue {
  if (Array.isArray(value)) return value.map(fromJson);
  if (isJsonObject(value)) {
    const { attributes, ...fields } = value;
    const type = isJsonObject(attributes) ? attributes['type'] : undefined;
    return { object: typeof type === 'string' ? type : '', fields: fieldsFrom(fields) };
  }
  return isFieldValue(value) ? value : null;
}

export function fieldsFromJson(json: unknown): Readonly<Record<string, FlowValue>> {
  if (!isJsonObject(json)) return {};
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fromJson(value)]));
}

/** Writes a flow value as JSON. */
export function toJson(value: FlowValue): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('fields' in value) return { attributes: { type: value.object }, ...value.fields };
  return value.map(toJson);
}

function fieldsFrom(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (isFieldValue(value) ? [[name, value] as const] : []))
  );
}

function isFieldValue(value: unknown): value is FieldValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
