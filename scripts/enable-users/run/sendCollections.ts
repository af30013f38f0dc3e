import { isTransient, isUnclear, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { BatchRow } from '../store/batches.ts';
import type { PendingRow, Stage } from '../store/pendingRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { Store } from '../store/store.ts';
import { createAll, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { waitAfterRefusal } from '../transports/retries.ts';
import { chunksOf } from './chunksOf.ts';
import { finishBatch } from './finishBatch.ts';
import type { RunContext } from './openRun.ts';
import { recordCreated, recordFailure } from './recordOutcome.ts';
import { toUserRecord } from './userRecord.ts';

/** A request without an answer may still be under way in the org. Milliseconds. */
const UNDER_WAY = 5_000;

type Sent = readonly [PlanRow, BatchRow];

/** Creates users in requests of 200, one after the other, so that two requests never lock the same account. */
export async function sendCollections(
  run: RunContext,
  stage: Stage,
  rows: Iterable<PendingRow>,
  batchSize: number | null
): Promise<OrgAnswer<null>> {
  const size = Math.min(batchSize ?? MOST_IN_A_COLLECTION, MOST_IN_A_COLLECTION);
  let count = 0;
  let unanswered = 0;
  for (const chunk of chunksOf(rows, size)) {
    const sent = await sendCollection(run, stage, chunk, unanswered + 1);
    if (sent.kind === 'refused') return sent;
    unanswered = sent.value === 'answered' ? 0 : unanswered + 1;
    count += chunk.length;
    run.progress.done(count);
  }
  return known(null);
}

/** `attempt`: one more than the requests in a row to which no clear answer came. */
async function sendCollection(
  run: RunContext,
  stage: Stage,
  chunk: readonly PendingRow[],
  attempt: number
): Promise<OrgAnswer<'answered' | 'unclear'>> {
  const { store, api, clock } = run;
  const at = clock.date().toISOString();
  const batchId = store.batches.prepare({ transport: 'collections', stage, at }, chunk);
  const plans = [...store.batches.plans(batchId)];
  const users = plans.map(([plan, sent]) => toUserRecord(plan, sent));
  const written = await createAll(api, 'User', users, clock);
  if (written.kind === 'known') {
    recordAnswers(store, plans, written.value);
    const finished = await finishBatch(run, batchId);
    return finished.kind === 'refused' ? finished : known('answered');
  }
  const { failure } = written;
  if (!isUnclear(failure)) return written;
  await clock.sleep(Math.max(UNDER_WAY, waitAfterRefusal(attempt, written)), failure);
  const finished = await finishBatch(run, batchId);
  if (finished.kind === 'refused') return finished;
  if (failure.code === 'unexpected' && !isTransient(failure)) failRest(store, plans, failure);
  return known('unclear');
}

function recordAnswers(store: Store, plans: readonly Sent[], answers: readonly Written[]): void {
  store.transaction(() => {
    for (const [index, [, sent]] of plans.entries()) {
      const answer = answers[index];
      if (answer?.kind === 'written') recordCreated(store, sent.row, answer.id);
      else if (answer !== undefined) recordFailure(store, sent, answer.failure);
    }
  });
}

/** Fails the rows without an outcome: the org refused the request as a whole, and would do so again. */
function failRest(store: Store, plans: readonly Sent[], failure: Failure): void {
  store.transaction(() => {
    for (const [, sent] of plans) if (store.outcomes.get(sent.row) === undefined) recordFailure(store, sent, failure);
  });
}
