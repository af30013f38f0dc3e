import { isTransient, isUnclear, type Failure } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { BatchRow } from '../store/batches.ts';
import type { PendingRow, Stage } from '../store/pendingRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { Store } from '../store/store.ts';
import { createAll, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { waitAfterRefusal } from '../transports/retries.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import { chunksOf } from './chunksOf.ts';
import { finishBatch } from './finishBatch.ts';
import { recordCreated, recordFailure } from './recordOutcome.ts';
import { LONGEST_REQUEST, type SendingRun } from './sender.ts';
import { toUserRecord } from './userRecord.ts';
import { checkWelcomeEmail } from './welcomeEmail.ts';

/** A request without an answer may still be under way in the org. Milliseconds. */
const UNDER_WAY = 5_000;

type Sent = readonly [PlanRow, BatchRow];

/** Creates users in requests of 200, one after the other, so that two requests never lock the same account. */
export async function sendCollections(
  run: SendingRun,
  stage: Stage,
  rows: Iterable<PendingRow>,
  batchSize: number | null
): Promise<OrgAnswer<null>> {
  const size = Math.min(batchSize ?? MOST_IN_A_COLLECTION, MOST_IN_A_COLLECTION);
  let count = 0;
  let unanswered = 0;
  for (const chunk of chunksOf(rows, size)) {
    const checked = await checkWelcomeEmail(run);
    if (checked.kind === 'refused') return checked;
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
  run: SendingRun,
  stage: Stage,
  chunk: readonly PendingRow[],
  attempt: number
): Promise<OrgAnswer<'answered' | 'unclear'>> {
  const { store, clock, sender } = run;
  const sending = sender.sendingNow(LONGEST_REQUEST);
  const batchId = store.batches.prepare({ transport: 'collections', stage, sending }, chunk);
  const plans = [...store.batches.plans(batchId)];
  const users = plans.map(([plan, sent]) => toUserRecord(plan, sent));
  const written = await createAll(timed(run, batchId), 'User', users, clock);
  if (written.kind === 'known') {
    recordAnswers(store, plans, written.value);
    const finished = await finishBatch(run, batchId, { isOpen: false });
    return finished.kind === 'refused' ? finished : known('answered');
  }
  const { failure } = written;
  if (!isUnclear(failure)) {
    // The org refused the request as a whole: its rows are as if they had not been sent.
    store.batches.mark(batchId, 'done');
    return written;
  }
  await clock.sleep(Math.max(UNDER_WAY, waitAfterRefusal(attempt, written)), failure);
  const isRefusal = failure.code === 'unexpected' && !isTransient(failure);
  const finished = await finishBatch(run, batchId, { isOpen: !isRefusal });
  if (finished.kind === 'refused') return finished;
  if (isRefusal) failRest(store, plans, failure);
  return known('unclear');
}

/** Each attempt begins anew: the one before was certainly not carried out. */
function timed({ api, store, sender }: SendingRun, batchId: number): WriteApi {
  let attempts = 0;
  return {
    ...api,
    send: (...request) => {
      if (++attempts > 1) store.batches.saveSending(batchId, sender.sendingNow(LONGEST_REQUEST));
      return api.send(...request);
    }
  };
}

function recordAnswers(store: Store, plans: readonly Sent[], answers: readonly Written[]): void {
  store.transaction(() => {
    for (const [index, [, sent]] of plans.entries()) {
      const answer = answers[index];
      if (answer?.kind === 'written') recordCreated(store, sent, answer.id);
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
