import type { RecordChange } from '../../storage/recordStore.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/**
 * Hides the changes of transactions that started at the same moment. The first write of this transaction waits for their
 * locks; after that it reads what they have committed.
 */
export function hideUntilFirstWrite(transaction: FlowTransaction, changes: readonly RecordChange[]): FlowTransaction {
  if (changes.length === 0) return transaction;
  const { records, schema } = transaction.world;
  const start = records.savepoint();
  for (const { objectName, before, after } of [...changes].reverse()) {
    const object = schema.object(objectName);
    if (object === undefined) continue;
    if (before !== undefined) records.save(object, before);
    else if (after !== undefined) records.remove(object, after.Id);
  }
  let isHidden = true;
  return {
    ...transaction,
    beforeWrite: () => {
      if (isHidden) records.rollback(start);
      isHidden = false;
    }
  };
}
