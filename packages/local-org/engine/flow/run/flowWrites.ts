import { createWrites } from '../../dml/createWrites.ts';
import type { Access } from '../../access/access.ts';
import type { Writes } from '../../dml/writes.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/** The writes of a flow that has this access, in a transaction that is under way. */
export function writesOf(transaction: FlowTransaction, access: Access): Writes {
  transaction.beforeWrite?.();
  return createWrites({ ...transaction, access }).writes;
}
