import type { RecordChange } from '../../storage/recordStore.ts';
import { reportFailure } from './failedInterviews.ts';
import { hideUntilFirstWrite } from './readIsolation.ts';
import type { Interview } from './interview.ts';
import { runBulkified } from './bulkification.ts';
import type { Person } from '../../access/person.ts';
import type { AutomationContext } from './context.ts';

/** An interview after its run. */
interface Ran {
  readonly interview: Interview | null;
}

/**
 * Runs interviews in one transaction. If some fail without a fault path, it rolls back and runs the others again without them.
 * A governor limit fails all. Source: Salesforce Help, "Troubleshooting Flow Retries": the transaction is rolled back, and
 * the interviews that succeeded are retried immediately.
 */
export function runTogether(
  { transactions, world, outbox }: Pick<AutomationContext, 'transactions' | 'world' | 'outbox'>,
  person: Person,
  count: number,
  start: (index: number) => Interview | null,
  earlier: RecordChange[] = []
): readonly Ran[] {
  const failed = new Map<number, Interview>();
  for (;;) {
    const hidden = failed.size === 0 ? [...earlier] : [];
    const { isKept, interviews } = transactions.runFlows(
      person,
      (inScope) => {
        const transaction = hideUntilFirstWrite(inScope, hidden);
        const started = Array.from({ length: count }, (_, index) => (failed.has(index) ? null : start(index)));
        runBulkified(
          transaction,
          started.flatMap((interview) => interview ?? [])
        );
        transaction.beforeWrite?.();
        const isGood = !started.some((interview) => interview?.state.kind === 'failed');
        return { isKept: isGood, answer: { isKept: isGood, interviews: started } };
      },
      earlier
    );
    if (isKept) return interviews.map((interview, index) => ({ interview: failed.get(index) ?? interview }));
    for (const [index, interview] of interviews.entries()) {
      if (interview?.state.kind !== 'failed') continue;
      reportFailure(world, outbox, interview);
      failed.set(index, interview);
    }
  }
}
