import { isUnclear, toUserFields, type Failure } from 'c/externalUserRules';
import { chunksOf } from '../chunks.ts';
import { CONTACTS_A_QUERY, findHolders } from './holders.ts';
import type { Journal, Outgoing } from '../store/pendingRows.ts';
import type { Progress } from './progress.ts';
import { done, type Reply } from '../reply.ts';
import type { Clock } from '../retries.ts';
import type { Settle } from './settle.ts';
import type { Store } from '../store/store.ts';
import { createAll, MOST_IN_A_COLLECTION, type Written } from '../transports/collections.ts';
import type { Job } from '../transports/ingest.ts';
import type { WriteApi } from '../transports/writeApi.ts';
import type { PlanRow, SendRow } from '../store/outcomeRows.ts';

/** What sending works with. */
export interface Sending {
  readonly store: Store;
  readonly journal: Journal;
  readonly settle: Settle;
  readonly api: WriteApi;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Rows a request or a job; null for the most that there may be. */
  readonly batchSize: number | null;
}

/** A request without an answer may still be carried out. Milliseconds. */
const STILL_AT_WORK = 5_000;

type Sent = readonly [PlanRow, SendRow];

/** The fields of the user that a row asks for, under the names of this send. */
export function userOf(plan: PlanRow, { username, nickname }: SendRow): Readonly<Record<string, string>> {
  return plan.draft === null ? {} : toUserFields({ ...plan.draft, username, nickname }, plan.contactId);
}

/** Creates users in requests of 200, one after the other, so that no two of them want the same account. */
export async function sendByCollections(
  sending: Sending,
  stage: string,
  rows: IterableIterator<Outgoing>
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

async function sendCollection(sending: Sending, stage: string, chunk: readonly Outgoing[]): Promise<Reply<null>> {
  const { store, journal, api, clock } = sending;
  const sendId = store.prepareSend({ transport: 'collections', stage, at: new Date(clock.now()).toISOString() }, chunk);
  const plans = [...journal.plansOfSend(sendId)];
  const users = plans.map(([plan, sent]) => userOf(plan, sent));
  const reply = await createAll(api, 'User', users, clock);
  if (reply.kind === 'refused') {
    if (!isUnclear(reply.failure)) return reply;
    await clock.sleep(STILL_AT_WORK);
    const asked = await askOrg(sending, sendId);
    if (asked.kind === 'done' && reply.failure.code === 'unexpected') failRest(sending, plans, reply.failure);
    return asked;
  }
  return settleAnswers(sending, sendId, plans, reply.value);
}

/** The org refused the request as a whole, and would do so again. */
function failRest({ store, settle }: Sending, plans: readonly Sent[], failure: Failure): void {
  store.transaction(() => {
    for (const [, sent] of plans) if (store.result(sent.row) === undefined) settle.failed(sent, failure);
  });
}

async function settleAnswers(
  sending: Sending,
  sendId: number,
  plans: readonly Sent[],
  answers: readonly Written[]
): Promise<Reply<null>> {
  const { store, settle } = sending;
  store.transaction(() => {
    for (const [index, [, sent]] of plans.entries()) {
      const answer = answers[index];
      if (answer?.kind === 'written') settle.created(sent.row, answer.id);
      else if (answer !== undefined) settle.failed(sent, answer.failure);
    }
  });
  return askOrg(sending, sendId);
}

/**
 * Ends a send: for every row of it that is still open, the org says who holds the contact. What nobody holds was not
 * created and is sent again, or left unprocessed where the whole job failed.
 */
export async function askOrg(
  { store, journal, settle, api, clock }: Sending,
  sendId: number,
  failedJob: Job | null = null
): Promise<Reply<null>> {
  let after = 0;
  for (;;) {
    const rows = journal.unsettled(sendId, after, CONTACTS_A_QUERY);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.row;
    const contactIds = rows.map(({ contactId }) => contactId);
    const reply = await findHolders(api, contactIds, clock);
    if (reply.kind === 'refused') return reply;
    store.transaction(() => {
      for (const { row, contactId } of rows) {
        const holder = reply.value.get(contactId);
        if (holder !== undefined) settle.held(row, holder);
      }
    });
  }
  store.transaction(() => {
    if (failedJob !== null)
      journal.leaveUnprocessed(sendId, failedJob.errorMessage || `The job is ${failedJob.state}.`);
    store.markSend(sendId, 'done');
  });
  return done(null);
}
