import { isUnclear, toUserFields, type Failure } from 'c/externalUserRules';
import { chunksOf } from './chunksOf.ts';
import { CONTACTS_A_QUERY, findHolders } from './closeBatch.ts';
import type { Progress } from './progress.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import type { Clock } from '../transports/retries.ts';
import { recordCreated, recordFailure, recordHolder } from './recordOutcome.ts';
import type { BatchRow } from '../store/batches.ts';
import type { PendingRow } from '../store/pendingRows.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { Store } from '../store/store.ts';
import { createAll, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';
import type { Job } from '../transports/ingestJobs.ts';
import type { WriteApi } from '../transports/writeApi.ts';

/** What sending works with. */
export interface Sending {
  readonly store: Store;
  readonly api: WriteApi;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Rows a request or a job; null for the most that there may be. */
  readonly batchSize: number | null;
}

/** A request without an answer may still be carried out. Milliseconds. */
const STILL_AT_WORK = 5_000;

type Sent = readonly [PlanRow, BatchRow];

/** The fields of the user that a row asks for, under the names of this send. */
export function userOf(plan: PlanRow, { username, nickname }: BatchRow): Readonly<Record<string, string>> {
  return plan.draft === null ? {} : toUserFields({ ...plan.draft, username, nickname }, plan.contactId);
}

/** Creates users in requests of 200, one after the other, so that no two of them want the same account. */
export async function sendByCollections(
  sending: Sending,
  stage: string,
  rows: IterableIterator<PendingRow>
): Promise<Reply<null>> {
  const size = Math.min(sending.batchSize ?? MOST_IN_A_COLLECTION, MOST_IN_A_COLLECTION);
  let count = 0;
  for (const chunk of chunksOf(rows, size)) {
    const reply = await sendCollection(sending, stage, chunk);
    if (reply.kind === 'refused') return reply;
    count += chunk.length;
    sending.progress.done(count);
  }
  return done(null);
}

async function sendCollection(sending: Sending, stage: string, chunk: readonly PendingRow[]): Promise<Reply<null>> {
  const { store, api, clock } = sending;
  const at = new Date(clock.now()).toISOString();
  const batchId = store.batches.prepare({ transport: 'collections', stage, at }, chunk);
  const plans = [...store.batches.plans(batchId)];
  const users = plans.map(([plan, sent]) => userOf(plan, sent));
  const reply = await createAll(api, 'User', users, clock);
  if (reply.kind === 'refused') {
    if (!isUnclear(reply.failure)) return reply;
    await clock.sleep(STILL_AT_WORK);
    const asked = await askOrg(sending, batchId);
    if (asked.kind === 'done' && reply.failure.code === 'unexpected') failRest(store, plans, reply.failure);
    return asked;
  }
  recordAnswers(store, plans, reply.value);
  return askOrg(sending, batchId);
}

/** The org refused the request as a whole, and would do so again. */
function failRest(store: Store, plans: readonly Sent[], failure: Failure): void {
  store.transaction(() => {
    for (const [, sent] of plans) if (store.outcomes.get(sent.row) === undefined) recordFailure(store, sent, failure);
  });
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

/**
 * Ends a batch: for every row of it that is unanswered, the org says who holds the contact. A row whose contact has no
 * user was not created; it is sent again, or left unprocessed where the whole job failed.
 */
export async function askOrg(
  { store, api, clock }: Sending,
  batchId: number,
  failedJob: Job | null = null
): Promise<Reply<null>> {
  let after = 0;
  for (;;) {
    const rows = store.unanswered.toAskFor(batchId, after, CONTACTS_A_QUERY);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.row;
    const contactIds = rows.map(({ contactId }) => contactId);
    const reply = await findHolders(api, contactIds, clock);
    if (reply.kind === 'refused') return reply;
    store.transaction(() => {
      for (const { row, contactId } of rows) {
        const holder = reply.value.get(contactId);
        if (holder !== undefined) recordHolder(store, row, holder);
      }
    });
  }
  store.transaction(() => {
    if (failedJob !== null) {
      store.unanswered.leaveUnprocessed(batchId, failedJob.errorMessage || `The job is ${failedJob.state}.`);
    }
    store.batches.mark(batchId, 'done');
  });
  return done(null);
}
