import type { Transport } from '../store/batches.ts';

/** "For smaller sets, use REST": Bulk API 2.0 Developer Guide advises it below 2,000 records. */
const FEWEST_FOR_BULK = 2000;

export function transportFor(rows: number): Transport {
  return rows < FEWEST_FOR_BULK ? 'collections' : 'bulk';
}
