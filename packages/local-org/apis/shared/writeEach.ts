import type { Writes } from '../../engine/dml/writes.ts';
import type { Refusal } from '../../engine/refusals/rule.ts';

/** Writes items as one DML statement and returns results in the items' order. Items that a trigger refuses fail too. */
export function writeEach<T, R extends { readonly success: boolean }>(
  writes: Writes,
  items: readonly T[],
  write: (item: T) => R,
  asFailed: (errors: readonly Refusal[], written: R | undefined) => R
): R[] {
  const results: R[] = [];
  const refused = writes.statement(items.length, (index) => {
    const item = items[index];
    if (item === undefined) return true;
    const result = write(item);
    results[index] = result;
    return result.success;
  });
  for (const [index, errors] of refused) results[index] = asFailed(errors, results[index]);
  return results;
}
