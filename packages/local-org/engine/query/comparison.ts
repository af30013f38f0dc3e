import { isId, toId18 } from '../storage/ids.ts';
import type { DateRange } from './dateRange.ts';
import { likePattern, type LikePattern } from './likePattern.ts';
import type { FieldValue } from '../storage/record.ts';
import type { FieldSchema } from '../schema/objectSchema.ts';

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'in' | 'nin' | 'includes' | 'excludes';

/** The right side of a comparison. A date literal is a range of time. */
export type Operand =
  | { readonly kind: 'value'; readonly value: FieldValue }
  | { readonly kind: 'values'; readonly values: readonly FieldValue[] }
  | { readonly kind: 'range'; readonly range: DateRange };

/**
 * Whether a value meets a condition of a WHERE clause. Texts compare without regard to case, ids in 15 or 18 characters.
 * An empty field differs from every value, so `!=` and `NOT IN` find it.
 * Source: SOQL and SOSL Reference, "Comparison Operators" [F-023].
 */
export function satisfies(field: FieldSchema, value: FieldValue, comparison: Comparison, operand: Operand): boolean {
  switch (operand.kind) {
    case 'range':
      return value !== null && satisfiesRange(Date.parse(String(value)), comparison, operand.range);
    case 'values':
      return satisfiesValues(field, value, comparison, operand.values);
    case 'value':
      return satisfiesValue(field, value, comparison, operand.value);
  }
}

function satisfiesValue(field: FieldSchema, value: FieldValue, comparison: Comparison, operand: FieldValue): boolean {
  switch (comparison) {
    case 'eq':
      return equals(field, value, operand);
    case 'ne':
      return !equals(field, value, operand);
    case 'like':
      return value !== null && operand !== null && patternOf(String(operand))(String(value));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      if (value === null || operand === null) return false;
      const order = compareValues(field, value, operand);
      if (comparison === 'lt') return order < 0;
      if (comparison === 'lte') return order <= 0;
      return comparison === 'gt' ? order > 0 : order >= 0;
    }
    case 'in':
    case 'nin':
    case 'includes':
    case 'excludes':
      return satisfiesValues(field, value, comparison, [operand]);
  }
}

function satisfiesValues(
  field: FieldSchema,
  value: FieldValue,
  comparison: Comparison,
  operands: readonly FieldValue[]
): boolean {
  switch (comparison) {
    case 'in':
      return operands.some((operand) => equals(field, value, operand));
    case 'nin':
      return !operands.some((operand) => equals(field, value, operand));
    case 'includes':
      return operands.some((operand) => includesAll(value, operand));
    case 'excludes':
      return !operands.some((operand) => includesAll(value, operand));
    case 'like':
      return operands.some((operand) => satisfiesValue(field, value, 'like', operand));
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return operands.every((operand) => satisfiesValue(field, value, comparison, operand));
  }
}

/** A test for IN. It prepares its values once, because a query tests many records. */
export function isOneOf(field: FieldSchema, operands: readonly FieldValue[]): (value: FieldValue) => boolean {
  const present = operands.filter((operand) => operand !== null && operand !== '');
  const keys = new Set(present.map((operand) => comparable(field, operand)));
  const takesEmpty = present.length < operands.length;
  return (value) => (value === null || value === '' ? takesEmpty : keys.has(comparable(field, value)));
}

function satisfiesRange(time: number, comparison: Comparison, { start, end }: DateRange): boolean {
  const inside = time >= start && time < end;
  switch (comparison) {
    case 'eq':
    case 'in':
    case 'includes':
    case 'like':
      return inside;
    case 'ne':
    case 'nin':
    case 'excludes':
      return !inside;
    case 'lt':
      return time < start;
    case 'lte':
      return time < end;
    case 'gt':
      return time >= end;
    case 'gte':
      return time >= start;
  }
}

/** Compares two values for `Array.sort`. Neither may be null. */
export function compareValues(field: FieldSchema, one: FieldValue, other: FieldValue): number {
  const [a, b] = [comparable(field, one), comparable(field, other)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return COLLATOR.compare(String(a), String(b));
}

const COLLATOR = new Intl.Collator('en');

function equals(field: FieldSchema, one: FieldValue, other: FieldValue): boolean {
  if (one === null || other === null) return one === other || (one ?? other) === '';
  return comparable(field, one) === comparable(field, other);
}

function comparable(field: FieldSchema, value: FieldValue): string | number {
  switch (field.dataType) {
    case 'id':
    case 'reference':
      return typeof value === 'string' && isId(value) ? toId18(value) : String(value);
    case 'date':
      return String(value).slice(0, 10);
    case 'datetime':
      return Date.parse(String(value));
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number(value);
    default:
      return String(value).toLowerCase();
  }
}

/** The pattern of LIKE. */
function patternOf(text: string): LikePattern {
  if (lastPattern.text !== text) lastPattern = { text, matches: likePattern(text) };
  return lastPattern.matches;
}

/** Kept because a query tests every record with the same pattern. */
let lastPattern = { text: '', matches: likePattern('') };

function includesAll(value: FieldValue, operand: FieldValue): boolean {
  const chosen = new Set(String(value ?? '').split(';'));
  return String(operand ?? '')
    .split(';')
    .every((part) => chosen.has(part));
}
