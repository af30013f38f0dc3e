import type { HonoRequest } from 'hono';
import type { FieldSchema, ObjectSchema, Schema } from '../../engine/schema/objectSchema.ts';
import type { Fields, FieldValue } from '../../engine/storage/record.ts';
import { jsonParserError, ok, refused, type ApiError, type Outcome } from './errors.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import { valueTypeOf } from '../../engine/schema/valueType.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether it is a JSON object: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a request's body as a JSON object; else 400 JSON_PARSER_ERROR. */
export async function readJsonObject(request: HonoRequest): Promise<Outcome<JsonObject>> {
  return parseJsonObject(await request.text());
}

/** Parses a text as a JSON object; else 400 JSON_PARSER_ERROR. */
export function parseJsonObject(text: string): Outcome<JsonObject> {
  try {
    const body: unknown = JSON.parse(text);
    if (isTooDeep(text)) return refused(jsonParserError(notModelled('JSON is nested at most 200 deep')));
    if (isJsonObject(body)) return ok(body);
    return refused(jsonParserError('Expected an object in the request body at [line:1, column:1]'));
  } catch {
    return refused(
      jsonParserError(`Unexpected character or end of the request body at [line:1, column:${String(text.length + 1)}]`)
    );
  }
}

/** Most functions that go through a body need a part of the stack for each level. */
const MOST_LEVELS = 200;

/** Whether valid JSON is nested deeper than any request needs. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (isText) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isText = false;
    } else if (code === QUOTE) isText = true;
    else if (code === BRACE || code === BRACKET) {
      depth += 1;
      if (depth > MOST_LEVELS) return true;
    } else if (code === BRACE + 2 || code === BRACKET + 2) depth -= 1;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** The closing ones come two places later. */
const BRACE = 0x7b;
const BRACKET = 0x5b;

/**
 * Reads field values from JSON, each in the type of its field, by the API names of the schema. An unknown key is kept, because
 * the org refuses it with INVALID_FIELD.
 */
export function readFields(schema: Schema, object: ObjectSchema, body: JsonObject): Outcome<Fields> {
  const fields: [string, FieldValue][] = [];
  for (const [key, value] of Object.entries(body)) {
    const field = schema.field(object, key);
    const read = readValue(field, value);
    if (!read.ok) return read;
    fields.push([field?.apiName ?? key, read.value]);
  }
  return ok(Object.fromEntries(fields));
}

function readValue(field: FieldSchema | undefined, value: unknown): Outcome<FieldValue> {
  if (value === null || value === undefined) return ok(null);
  const wanted = jsonTypeOf(field);
  if (typeof value === 'boolean') return wanted === 'string' || wanted === 'double' ? cannot(wanted, value) : ok(value);
  if (typeof value === 'number') return wanted === 'string' || wanted === 'boolean' ? cannot(wanted, value) : ok(value);
  if (typeof value !== 'string') return cannot(wanted, value);
  if (wanted === 'boolean') return value === 'true' || value === 'false' ? ok(value === 'true') : cannot(wanted, value);
  if (wanted === 'double') {
    if (value === '') return ok(null);
    return Number.isNaN(Number(value)) ? cannot(wanted, value) : ok(Number(value));
  }
  return ok(value);
}

function jsonTypeOf(field: FieldSchema | undefined): 'string' | 'double' | 'boolean' | 'any' {
  if (field === undefined) return 'any';
  const type = valueTypeOf(field);
  return type === 'boolean' || type === 'double' ? type : 'string';
}

function cannot(wanted: string, value: unknown): Outcome<never> {
  return refused(jsonTypeError(wanted, value));
}

/** A JSON value in a message. `String()` would call a `toString` that a client has sent. */
export function shownJson(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A JSON value of another type than the field has. */
export function jsonTypeError(wanted: string, value: unknown): ApiError {
  return jsonParserError(
    `Cannot deserialize instance of ${wanted} from ${tokenOf(value)} value ${shownJson(value)} or request may be missing a required field`
  );
}

/** The name of a JSON value's type in Salesforce's parser. */
function tokenOf(value: unknown): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'number') return 'VALUE_NUMBER';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}
