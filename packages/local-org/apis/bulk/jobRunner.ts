import { setImmediate } from 'node:timers/promises';
import type { Org } from '../../engine/org/org.ts';
import type { Refusal } from '../../engine/refusals/rule.ts';
import { createRandom, shuffled } from '../../engine/storage/random.ts';
import type { View } from '../shared/view.ts';
import { writeEach } from '../shared/writeEach.ts';
import { readHeader, type Column } from './csvHeader.ts';
import { readCsvRows } from './csvRows.ts';
import { CHANGED, CREATED, FAILED, type IngestJob } from './ingestJob.ts';
import { isOver, moveTo } from './job.ts';
import { createPace } from './pace.ts';
import { errorText, writeRow, type RowResult } from './writeRow.ts';

/** "Salesforce creates a separate batch for every 10,000 records"; "each chunk of 200 records is processed as a separate transaction". */
const BATCH_SIZE = 10_000;
const CHUNK_SIZE = 200;
/** "Salesforce automatically retries failed batches up to a maximum of 20 times." */
const MAX_RETRIES = 20;
/** The number of batches of all jobs that run at the same time. No document names it, so the number is ours. */
const CONCURRENT_BATCHES = 5;

/** Up to ten thousand rows of a job while they are processed. */
interface Batch {
  readonly job: IngestJob;
  readonly view: View;
  readonly columns: readonly Column[];
  readonly key: string;
  queue: readonly number[];
  next: number;
  /** Rows that another batch had locked. */
  deferred: number[];
  retries: number;
}

/** Processes closed jobs in the background. */
export interface JobRunner {
  start(job: IngestJob, view: View): void;
  /** Stops after this many further chunks: at once for 0, never for null. */
  stopAfter(chunks: number | null): void;
  /** Processes so many rows a second, of all jobs together; 0 is as fast as it can. */
  setPace(rowsPerSecond: number): void;
}

/**
 * Runs batches in rounds. The batches of a round run at the same time: the seed decides their order, and each keeps its locks
 * until the round ends.
 */
export function createJobRunner(org: Org): JobRunner {
  const random = createRandom(org.seed);
  const pace = createPace();
  let batches: Batch[] = [];
  let chunksLeft: number | null = null;
  let isRunning = false;
  let batchCount = 0;

  function start(job: IngestJob, view: View): void {
    void setImmediate().then(() => {
      begin(job, view);
      run();
    });
  }

  function begin(job: IngestJob, view: View): void {
    if (job.state !== 'UploadComplete') return;
    const now = org.clock.now();
    job.startedAt = now;
    const rows = readCsvRows(job.data ?? Buffer.alloc(0), job.lineEnding);
    job.rows = rows;
    const count = Math.max(rows.count - 1, 0);
    job.outcomes = { states: new Uint8Array(count), ids: [], errors: new Map() };
    const header = rows.count === 0 ? null : readHeader(view, job, rows.line(0).toString());
    const problem = !rows.hasRequestedEnding
      ? lineEndingIsInvalid(job)
      : header?.ok === false
        ? header.errorMessage
        : null;
    if (problem !== null) {
      fail(job, problem);
      return;
    }
    moveTo(job, 'InProgress', now);
    for (let from = 0; from < count; from += BATCH_SIZE) {
      const queue = Array.from({ length: Math.min(BATCH_SIZE, count - from) }, (_, index) => from + index);
      batchCount += 1;
      const key = `batch ${String(batchCount)}`;
      batches.push({
        job,
        view,
        columns: header?.ok === true ? header.columns : [],
        key,
        queue,
        next: 0,
        deferred: [],
        retries: 0
      });
    }
    finishIfDone(job);
  }

  function run(): void {
    if (isRunning) return;
    isRunning = true;
    pace.begin();
    void rounds().finally(() => {
      isRunning = false;
    });
  }

  /** Read anew, as a test may stop the jobs at any time. */
  function isStopped(): boolean {
    return chunksLeft === 0;
  }

  async function rounds(): Promise<void> {
    while (batches.length > 0 && !isStopped()) await runRound(batches.slice(0, CONCURRENT_BATCHES));
  }

  async function runRound(active: readonly Batch[]): Promise<void> {
    for (const index of shuffled(random, active.length)) {
      const batch = active[index];
      if (batch === undefined || isStopped() || isOver(batch.job)) continue;
      if (batch.next === 0 && batch.retries === 0 && !takeAllocation(batch)) continue;
      await pace.untilDue(Math.min(CHUNK_SIZE, batch.queue.length - batch.next));
      // A job may be aborted, and all of them stopped, while its rows take their time.
      if (isOver(batch.job) || isStopped()) continue;
      runChunk(batch);
      if (chunksLeft !== null) chunksLeft -= 1;
      // Other requests are answered between two chunks.
      await setImmediate();
    }
    for (const { key } of active) org.locks.release(key);
    for (const batch of active) continueOrEnd(batch);
    batches = batches.filter(({ job, next, queue }) => !isOver(job) && next < queue.length);
    for (const { job } of active) finishIfDone(job);
  }

  /** "If the limit is exceeded while processing your job data, the remaining data isn't processed. The ingest job is marked as having failed." */
  function takeAllocation({ job }: Batch): boolean {
    const isLeft = !org.usage.isUsedUp('DailyBulkApiBatches');
    if (isLeft) org.usage.count('DailyBulkApiBatches');
    else fail(job, 'ExceededQuota : ApiBatchItems Limit exceeded.');
    return isLeft;
  }

  function runChunk(batch: Batch): void {
    const { job, view, columns, key } = batch;
    const chunk = batch.queue.slice(batch.next, batch.next + CHUNK_SIZE);
    batch.next += chunk.length;
    view.org.transact(view.person, { allOrNone: false, lockHolder: key }, (writes) => {
      const write = (row: number): RowResult =>
        writeRow(view, writes, job, columns, job.rows?.line(row + 1).toString() ?? '');
      const asFailed = (errors: readonly Refusal[], written?: RowResult): RowResult => {
        const isKnown = written !== undefined && !(written.success && written.created);
        return { success: false, id: isKnown ? written.id : '', errors };
      };
      for (const [index, result] of writeEach(writes, chunk, write, asFailed).entries()) {
        const row = chunk[index] ?? 0;
        if (isLocked(result) && batch.retries < MAX_RETRIES) batch.deferred.push(row);
        else note(job, row, result);
      }
    });
    job.processingTime = org.clock.now() - job.startedAt;
  }

  /** Starts a finished batch again with the rows that it could not lock. */
  function continueOrEnd(batch: Batch): void {
    if (batch.next < batch.queue.length || batch.deferred.length === 0) return;
    batch.queue = batch.deferred;
    batch.deferred = [];
    batch.next = 0;
    batch.retries += 1;
    batch.job.retries += 1;
  }

  function finishIfDone(job: IngestJob): void {
    if (job.state === 'InProgress' && !batches.some((batch) => batch.job === job)) {
      moveTo(job, 'JobComplete', org.clock.now());
    }
  }

  function fail(job: IngestJob, errorMessage: string): void {
    job.errorMessage = errorMessage;
    moveTo(job, 'Failed', org.clock.now());
  }

  return {
    start,
    stopAfter: (chunks) => {
      chunksLeft = chunks;
      run();
    },
    setPace: (rowsPerSecond) => {
      pace.set(rowsPerSecond);
    }
  };
}

function note(job: IngestJob, row: number, result: RowResult): void {
  const { states, ids, errors } = job.outcomes;
  job.processed += 1;
  ids[row] = result.id;
  if (result.success) {
    states[row] = result.created ? CREATED : CHANGED;
    return;
  }
  job.failed += 1;
  states[row] = FAILED;
  errors.set(row, errorText(result.errors));
}

function isLocked(result: RowResult): boolean {
  return !result.success && result.errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW');
}

/** The text as public code shows it. */
function lineEndingIsInvalid({ lineEnding }: IngestJob): string {
  return `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
}
