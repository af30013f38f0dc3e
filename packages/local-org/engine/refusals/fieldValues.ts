import { isId } from '../storage/ids.ts';
import type { World } from '../world/world.ts';
import { entityIsDeleted } from './removals.ts';
import { refuse, type Write, type Refusal } from './rule.ts';
import type { FieldValue } from '../storage/record.ts';
import type { FieldSchema } from '../schema/objectSchema.ts';

/** A rule for one value. The texts name the field's label, as those of the platform do. Source: SOAP API Developer Guide, "Core Data Types", StatusCode. */
type ValueRule = (field: FieldSchema, value: string | number | boolean, world: World) => Refusal | null;

const VALUE_RULES: readonly ValueRule[] = [
  typeFits,
  textFits,
  emailIsAddress,
  picklistHasValue,
  numberFits,
  dateIsDate,
  idNamesRecord
];

const REQUIRED_TYPES_EXEMPT: ReadonlySet<string> = new Set(['boolean', 'id']);
const NUMBER_TYPES: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);
const LIMITED_TYPES: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'combobox'
]);

/** The refusals of single values, preceded by one refusal for all required fields that would be empty. */
export function findValueRefusals(write: Write, world: World): Refusal[] {
  const missing = missingFields(write);
  const values = Object.entries(write.given).flatMap(([name, value]) => {
    const field = write.object.fields.get(name);
    return field === undefined || value === null ? [] : (valueRefusal(field, value, world) ?? []);
  });
  return missing.length === 0
    ? values
    : [refuse('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, ...missing), ...values];
}

function missingFields({ action, object, given, after }: Write): string[] {
  const isWritten = (field: FieldSchema): boolean => (action === 'insert' ? field.createable : field.apiName in given);
  return [...object.fields.values()]
    .filter((field) => !field.nillable && !field.defaultedOnCreate && !REQUIRED_TYPES_EXEMPT.has(field.dataType))
    .filter((field) => isWritten(field) && (after[field.apiName] ?? null) === null)
    .map(({ apiName }) => apiName);
}

function valueRefusal(field: FieldSchema, value: NonNullable<FieldValue>, world: World): Refusal | null {
  for (const rule of VALUE_RULES) {
    const refusal = rule(field, value, world);
    if (refusal !== null) return refusal;
  }
  return null;
}

function typeFits(field: FieldSchema, value: string | number | boolean): Refusal | null {
  const wanted = field.dataType === 'boolean' ? 'boolean' : NUMBER_TYPES.has(field.dataType) ? 'number' : 'string';
  if (typeof value === wanted) return null;
  return refuse(
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    `${field.label}: value not of required type: ${String(value)}`,
    field.apiName
  );
}

function textFits(field: FieldSchema, value: string | number | boolean): Refusal | null {
  if (typeof value !== 'string' || !LIMITED_TYPES.has(field.dataType)) return null;
  if (field.length === 0 || value.length <= field.length) return null;
  return refuse(
    'STRING_TOO_LONG',
    `${field.label}: data value too large: ${value} (max length=${String(field.length)})`,
    field.apiName
  );
}

function emailIsAddress(field: FieldSchema, value: string | number | boolean): Refusal | null {
  if (field.dataType !== 'email' || typeof value !== 'string') return null;
  if (/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u.test(value)) return null;
  return refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, field.apiName);
}

function picklistHasValue(field: FieldSchema, value: string | number | boolean): Refusal | null {
  if (!field.restrictedPicklist || field.picklistValues.length === 0) return null;
  if (field.picklistValues.some((entry) => entry.value === value && entry.active)) return null;
  return refuse(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${String(value)}`,
    field.apiName
  );
}

function numberFits(field: FieldSchema, value: string | number | boolean): Refusal | null {
  if (typeof value !== 'number' || !NUMBER_TYPES.has(field.dataType)) return null;
  if (field.dataType === 'int' ? Number.isInteger(value) && Math.abs(value) < 2 ** 31 : hasRoom(field, value))
    return null;
  return refuse(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${String(value)}`,
    field.apiName
  );
}

/** Whether the digits before the point fit; a field has room for precision minus scale of them. */
function hasRoom({ precision, scale }: FieldSchema, value: number): boolean {
  return Number.isFinite(value) && (precision === 0 || Math.abs(value) < 10 ** (precision - scale));
}

function dateIsDate(field: FieldSchema, value: string | number | boolean): Refusal | null {
  const pattern =
    field.dataType === 'date'
      ? /^\d{4}-\d{2}-\d{2}$/
      : field.dataType === 'datetime'
        ? /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
        : null;
  if (pattern === null || typeof value !== 'string') return null;
  if (pattern.test(value) && !Number.isNaN(Date.parse(value))) return null;
  return refuse(
    'INVALID_TYPE_ON_FIELD_IN_RECORD',
    `${field.label}: value not of required type: ${value}`,
    field.apiName
  );
}

function idNamesRecord(field: FieldSchema, value: string | number | boolean, world: World): Refusal | null {
  if (field.dataType !== 'reference' || typeof value !== 'string') return null;
  const object = isId(value) ? world.schema.objectOfId(value) : undefined;
  if (!isId(value) || (object !== undefined && !field.referenceTo.includes(object.apiName))) {
    return refuse('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, field.apiName);
  }
  if (world.records.find(value) !== undefined) return null;
  return world.records.findDeleted(value) === undefined
    ? refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', field.apiName)
    : entityIsDeleted;
}
