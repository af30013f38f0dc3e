import type { Fields } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Refusal } from '../refusals/rule.ts';

export type WriteResult =
  { readonly success: true; readonly id: string } | { readonly success: false; readonly errors: readonly Refusal[] };

/** The writes of one transaction. Setup objects and other objects cannot share one (MIXED_DML_OPERATION). */
export interface Writes {
  insert(object: ObjectSchema, fields: Fields): WriteResult;
  update(id: string, fields: Fields): WriteResult;
  remove(id: string): WriteResult;
  /**
   * Runs `count` steps as one DML statement: its triggers run once for 200 records. A step returns whether all its writes
   * passed; otherwise it is rolled back. It may run again, because the platform repeats a statement without refused records.
   * Returns the refusals of triggers by step.
   */
  statement(count: number, step: (index: number) => boolean): ReadonlyMap<number, readonly Refusal[]>;
}

/** How a transaction runs. */
export interface TransactionOptions {
  readonly allOrNone: boolean;
  /** The platform writes by itself: it needs no permission, and may write setup objects and other objects. */
  readonly isPlatform?: boolean;
  /** The holder that keeps the row locks after the writes; undefined if no other transaction runs at the same time. */
  readonly lockHolder?: string;
}
