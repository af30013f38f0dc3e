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
  const order = compareValues(key.field, a, b);
  return key.descending ? -order : order;
}
