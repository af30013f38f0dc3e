import type { RecordChange } from '../../storage/recordStore.ts';
import type { FlowTransaction } from '../../dml/transactionRunner.ts';

/**
 * Lets a transaction read what was there before others changed it, as one does that began at the same moment. Its first
 * write waits for their locks; from then on it sees what they have committed.
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
