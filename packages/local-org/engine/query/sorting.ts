import { compareValues } from './comparison.ts';
import type { FieldValue } from '../storage/record.ts';
import type { FieldSchema } from '../schema/objectSchema.ts';

/** One key of an ORDER BY. Empty fields come first by default. Source: SOQL and SOSL Reference, "ORDER BY". */
export interface SortKey<T> {
  readonly field: FieldSchema;
  readonly value: (row: T) => FieldValue;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

/** Returns a sorted copy. Rows that are equal by every key keep their order. */
export function sortRows<T>(rows: readonly T[], keys: readonly SortKey<T>[]): T[] {
  return [...rows].sort((one, other) => {
    for (const key of keys) {
      const order = compareByKey(key, one, other);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareByKey<T>(key: SortKey<T>, one: T, other: T): number {
  const [a, b] = [key.value(one), key.value(other)];
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === key.nullsLast ? 1 : -1;
  }
  const order = compareInOrder(key.field, a, b);
  return key.descending ? -order : order;
}

/**
 * Compares two values as they are sorted: those of a picklist by its order, and values that it lacks after them, by alphabet
 * (inferred). Source: GraphQL API, "Order Results" [F-172].
 */
export function compareInOrder(field: FieldSchema, one: FieldValue, other: FieldValue): number {
  if (field.dataType !== 'picklist') return compareValues(field, one, other);
  return rankOf(field, one) - rankOf(field, other) || compareValues(field, one, other);
}

const ranks = new WeakMap<FieldSchema, ReadonlyMap<string, number>>();

function rankOf(field: FieldSchema, value: FieldValue): number {
  const rank = ranks.get(field) ?? new Map(field.picklistValues.map((entry, index) => [entry.value, index]));
  ranks.set(field, rank);
  return rank.get(String(value)) ?? rank.size;
}
