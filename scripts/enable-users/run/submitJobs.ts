import { USER_FIELD_NAMES, explainFailure, isUnclear, waitAfter } from 'c/externalUserRules';
import { toCsvLine } from '../../shared/csv.ts';
import { done, type Reply } from '../transports/orgAnswer.ts';
import { PATIENCE } from '../transports/retries.ts';
import { askOrg, userOf, type Sending } from './sendCollections.ts';
import {
  abortJob,
  awaitJob,
  closeJob,
  createJob,
  isOver,
  MOST_BYTES_IN_A_JOB,
  MOST_ROWS_IN_A_JOB,
  readJob,
  uploadRows,
  type Job
} from '../transports/ingestJobs.ts';
import { readResults, type ResultKind, type ResultRow } from '../transports/jobResults.ts';
import type { Batch } from '../store/batches.ts';
import type { PendingRow } from '../store/pendingRows.ts';
import { recordCreated, recordFailure } from './recordOutcome.ts';

/** How often an upload that broke off, or results that did, are tried again. */
const TRIES = 4;
const ROWS_AT_ONCE = 2000;

/** Writes jobs of the rows, uploads and closes them: from then on the org works on them. */
export async function submitJobs(
  sending: Sending,
  stage: string,
  rows: IterableIterator<PendingRow>
): Promise<Reply<null>> {
  const pushed = pushBack(rows);
  while (!pushed.isEmpty()) {
    const { store, clock } = sending;
    const at = new Date(clock.now()).toISOString();
    const batchId = store.batches.prepare({ transport: 'bulk', stage, at }, jobOf(pushed, sending.batchSize));
    const reply = await submit(sending, batchId);
    if (reply.kind === 'refused') return reply;
  }
  return done(null);
}

/** As many rows as go into one job. */
function* jobOf(rows: PushBack, batchSize: number | null): IterableIterator<PendingRow> {
  const most = batchSize ?? MOST_ROWS_IN_A_JOB;
  let bytes = 1000;
  for (let count = 0; count < most; count++) {
    const row = rows.next();
    if (row === undefined) return;
    bytes += row.bytes;
    if (bytes > MOST_BYTES_IN_A_JOB) {
      rows.back(row);
      return;
    }
    yield row;
  }
}

interface PushBack {
  next(): PendingRow | undefined;
  back(row: PendingRow): void;
  isEmpty(): boolean;
}

function pushBack(rows: IterableIterator<PendingRow>): PushBack {
  let waiting: PendingRow | undefined;
  const next = (): PendingRow | undefined => {
    const row = waiting ?? nextOf(rows);
    waiting = undefined;
    return row;
  };
  const back = (row: PendingRow): void => {
    waiting = row;
  };
  const isEmpty = (): boolean => {
    const row = next();
    if (row !== undefined) back(row);
    return row === undefined;
  };
  return { next, back, isEmpty };
}

function nextOf<Item>(items: Iterator<Item, unknown>): Item | undefined {
  const next = items.next();
  return next.done === true ? undefined : next.value;
}

async function submit(sending: Sending, batchId: number): Promise<Reply<null>> {
  const { store, api, clock, progress } = sending;
  for (let attempt = 1; ; attempt++) {
    const created = await createJob(api, 'User', clock);
    if (created.kind === 'refused') return created;
    const jobId = created.value;
    store.batches.mark(batchId, 'prepared', jobId);
    progress.job(jobId);
    const uploaded = await uploadRows(api, jobId, csvOf(sending, batchId));
    if (uploaded.kind === 'done') {
      store.batches.mark(batchId, 'sent');
      return close(sending, jobId);
    }
    // What arrived of it is in a job that is never closed.
    const aborted = await abortJob(api, jobId, clock);
    if (aborted.kind === 'refused' && aborted.failure.code === 'sessionExpired') return aborted;
    if (attempt === TRIES || !isUnclear(uploaded.failure)) return uploaded;
    await clock.sleep(waitAfter(attempt, PATIENCE));
  }
}

/** Closing has no effect twice: after no answer the job itself says whether it was closed. */
async function close({ api, clock }: Sending, jobId: string): Promise<Reply<null>> {
  for (let attempt = 1; ; attempt++) {
    const reply = await closeJob(api, jobId);
    if (reply.kind === 'done') return done(null);
    if (!isUnclear(reply.failure)) return reply;
    const job = await readJob(api, jobId, clock);
    if (job.kind === 'refused') return job;
    if (job.value?.state !== 'Open') return done(null);
    if (attempt === TRIES) return reply;
    await clock.sleep(waitAfter(attempt, PATIENCE));
  }
}

function* csvOf({ store }: Sending, batchId: number): IterableIterator<string> {
  yield toCsvLine(USER_FIELD_NAMES);
  let lines = '';
  for (const [plan, sent] of store.batches.plans(batchId)) {
    const fields = userOf(plan, sent);
    lines += toCsvLine(USER_FIELD_NAMES.map((column) => fields[column] ?? ''));
    if (lines.length > 60_000) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}

/** Whether a job is over and its rows are settled. */
export type Collected = 'collected' | 'stillRunning';

/** Until when jobs are waited for, and how many rows other jobs have done. */
export interface Waiting {
  readonly deadline: number;
  readonly rowsBefore: number;
}

/** Waits for a job and joins its results to the input by contact. */
export async function collectJob(sending: Sending, batch: Batch, waiting: Waiting): Promise<Reply<Collected>> {
  const { api, clock, progress, store } = sending;
  if (batch.jobId === null) return asCollected(await askOrg(sending, batch.id));
  progress.job(batch.jobId);
  const reply = await awaitJob(api, batch.jobId, clock, {
    rows: store.batches.rowCount(batch.id),
    deadline: waiting.deadline,
    seen: ({ processed }) => {
      progress.done(waiting.rowsBefore + processed);
    }
  });
  if (reply.kind === 'refused') return reply;
  const job = reply.value;
  // Gone after seven days: what the org has is what it made.
  if (job === null) return asCollected(await askOrg(sending, batch.id));
  if (!isOver(job)) return done('stillRunning');
  return collectResults(sending, batch.id, batch.jobId, job);
}

/** A job that was left before it was closed is not closed any more; its rows are sent in another one. */
export async function collectLeftJob(sending: Sending, batch: Batch, waiting: Waiting): Promise<Reply<Collected>> {
  const { api, clock } = sending;
  if (batch.jobId !== null) {
    const job = await readJob(api, batch.jobId, clock);
    if (job.kind === 'refused') return job;
    if (job.value?.state === 'Open') {
      const aborted = await abortJob(api, batch.jobId, clock);
      if (aborted.kind === 'done') return asCollected(await askOrg(sending, batch.id));
      // A request to close it was still on its way.
      if (aborted.failure.code !== 'unexpected') return aborted;
    }
  }
  return collectJob(sending, batch, waiting);
}

async function collectResults(sending: Sending, batchId: number, jobId: string, job: Job): Promise<Reply<Collected>> {
  const { store, clock } = sending;
  const unprocessed = store.batches.rowCount(batchId) - job.processed;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    for (const kind of ['successfulResults', 'failedResults'] as const) {
      const reply = await joinResults(sending, batchId, jobId, kind);
      if (reply.kind === 'refused') return reply;
    }
    // Fewer than the job says: an answer broke off, which nothing else tells.
    if (store.unanswered.count(batchId) <= unprocessed) break;
    await clock.sleep(waitAfter(attempt, PATIENCE));
  }
  const asked = await askOrg(sending, batchId, job.state === 'JobComplete' ? null : job);
  return asCollected(asked);
}

async function joinResults(sending: Sending, batchId: number, jobId: string, kind: ResultKind): Promise<Reply<null>> {
  const reply = await readResults(sending.api, jobId, kind, sending.clock);
  if (reply.kind === 'refused') return reply.failure.code === 'notFound' ? done(null) : reply;
  let rows: ResultRow[] = [];
  for await (const row of reply.value) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    saveResults(sending, batchId, rows);
    rows = [];
  }
  saveResults(sending, batchId, rows);
  return done(null);
}

/** The same row may come twice: what is settled stays as it is. */
function saveResults({ store }: Sending, batchId: number, rows: readonly ResultRow[]): void {
  store.transaction(() => {
    for (const { contactId, id, error } of rows) {
      const sent = store.unanswered.ofContact(batchId, contactId);
      if (sent === undefined) continue;
      if (error === '') recordCreated(store, sent.row, id);
      else recordFailure(store, sent, explainFailure(error));
    }
  });
}

function asCollected(reply: Reply<null>): Reply<Collected> {
  return reply.kind === 'refused' ? reply : done('collected');
}
