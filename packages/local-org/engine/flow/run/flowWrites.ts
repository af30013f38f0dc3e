import type { Triggers } from '../../dml/statements.ts';
import { createTransaction } from '../../dml/dmlOperations.ts';
import type { TransactionScope } from '../../dml/transactionState.ts';
import type { Access, Person, Writes } from '../../../types.ts';
import type { World } from '../../world/world.ts';

/** The transaction in which interviews run. */
export interface FlowTransaction {
  readonly world: World;
  readonly person: Person;
  readonly scope: TransactionScope;
  readonly triggers: Triggers;
  /** Called before the first write, which waits for those who hold locks. */
  readonly beforeWrite?: () => void;
}

/** The writes of a flow that has this access, in a transaction that is under way. */
export function writesOf(transaction: FlowTransaction, access: Access): Writes {
  transaction.beforeWrite?.();
  return createTransaction({ ...transaction, access }).writes;
}
