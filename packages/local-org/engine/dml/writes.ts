import type { Fields } from '../storage/record.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';
import type { Refusal } from '../refusals/rule.ts';

export type WriteResult =
  { readonly success: true; readonly id: string } | { readonly success: false; readonly errors: readonly Refusal[] };

/** The writes of one transaction; the second kind of object in it may meet MIXED_DML_OPERATION. */
export interface Writes {
  insert(object: ObjectSchema, fields: Fields): WriteResult;
  update(id: string, fields: Fields): WriteResult;
  remove(id: string): WriteResult;
  /**
   * Runs `count` steps as one DML statement: flows that the saves trigger run once for 200 of them. Answers what those
   * refused, by step. A step says whether all in it passed, else it is taken back; it may run again, as the platform
   * begins anew without the refused ones.
   */
  statement(count: number, step: (index: number) => boolean): ReadonlyMap<number, readonly Refusal[]>;
}

export interface TransactionOptions {
  readonly allOrNone: boolean;
  /** What the platform does by itself: nobody's rights are asked, and set-up objects may go with others. */
  readonly isPlatform?: boolean;
  /** Who keeps the locks on rows once the writes are done; nobody where nothing else runs at the same time. */
  readonly lockHolder?: string;
}
