import { explainFailure, waitAfter } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import type { Batch } from '../store/batches.ts';
import { abortJob, awaitJob, isOver, readJob, type Job } from '../transports/ingestJobs.ts';
import { readResults, type JobResult, type ResultKind } from '../transports/jobResults.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import { RETRY_POLICY } from '../transports/retries.ts';
import { finishBatch } from './finishBatch.ts';
import { recordCreated, recordFailure } from './recordOutcome.ts';
import type { SendingRun } from './sender.ts';

/** How often results that broke off are read. */
const MOST_TRIES = 4;
/** How many results are recorded in one transaction. */
const ROWS_AT_ONCE = 2000;

/** `collected`: the job is over and its rows have their outcomes. */
export type Collected = 'collected' | 'stillRunning';

export interface Waiting {
  /** By the run’s clock. Milliseconds. */
  readonly deadline: number;
  /** How many rows other jobs have done, for the progress. */
  readonly rowsBefore: number;
}

/** Waits for a job and joins its results to the input by contact. */
export async function collectJob(run: SendingRun, batch: Batch, waiting: Waiting): Promise<OrgAnswer<Collected>> {
  const { store, api, clock, progress } = run;
  // Without a job, nothing was uploaded.
  if (batch.jobId === null) return asCollected(await finishBatch(run, batch.id, { isOpen: false }));
  progress.job(batch.jobId);
  const job = await awaitJob(api, batch.jobId, clock, {
    rows: store.batches.rowCount(batch.id),
    deadline: waiting.deadline,
    seen: ({ processed }) => {
      progress.done(waiting.rowsBefore + processed);
    }
  });
  if (job.kind === 'refused') return job;
  // The org deletes jobs after seven days; who holds each contact still says what the job created. It never worked on a job
  // that was not closed.
  if (job.value === null) return asCollected(await finishBatch(run, batch.id, { isOpen: batch.state === 'sent' }));
  if (!isOver(job.value)) return known('stillRunning');
  return collectResults(run, batch.id, batch.jobId, job.value);
}

/** Aborts a job that a stopped process left open, so that its rows go out in another one; collects any other job. */
export async function collectLeftJob(run: SendingRun, batch: Batch, waiting: Waiting): Promise<OrgAnswer<Collected>> {
  const { api, clock } = run;
  if (batch.jobId !== null) {
    const job = await readJob(api, batch.jobId, clock);
    if (job.kind === 'refused') return job;
    if (job.value?.state === 'Open') {
      const aborted = await abortJob(api, batch.jobId, clock);
      // The job is no longer open where the answer to an abort was lost, or a request to close it was still under way.
      if (aborted.kind === 'refused' && aborted.failure.code !== 'unexpected') return aborted;
    }
    if (job.value?.state === 'Open' || job.value?.state === 'Aborted') {
      const now = await readJob(api, batch.jobId, clock);
      if (now.kind === 'refused') return now;
      if (now.value?.state === 'Aborted') return collectAborted(run, batch.id, batch.jobId, now.value);
    }
  }
  return collectJob(run, batch, waiting);
}

/** A job that was closed at the same moment may have done some rows before it was aborted. */
async function collectAborted(
  run: SendingRun,
  batchId: number,
  jobId: string,
  job: Job
): Promise<OrgAnswer<Collected>> {
  return job.processed === 0
    ? asCollected(await finishBatch(run, batchId, { isOpen: false }))
    : collectResults(run, batchId, jobId, job);
}

async function collectResults(
  run: SendingRun,
  batchId: number,
  jobId: string,
  job: Job
): Promise<OrgAnswer<Collected>> {
  const { store, clock } = run;
  const unprocessed = store.batches.rowCount(batchId) - job.processed;
  const isComplete = (): boolean => store.unanswered.count(batchId) <= unprocessed;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    for (const kind of attempt === 1 ? resultsOf(job) : BOTH) {
      const joined = await joinResults(run, batchId, jobId, kind);
      if (joined.kind === 'refused') return joined;
    }
    // Fewer results than the job counts are the only sign of an answer that broke off.
    if (isComplete()) break;
    await clock.sleep(waitAfter(attempt, RETRY_POLICY));
  }
  // The counts of a job that failed or was aborted say nothing of the rows that it did before.
  return asCollected(
    job.state === 'JobComplete'
      ? await finishBatch(run, batchId, { isOpen: !isComplete() })
      : await finishBatch(run, batchId, { isOpen: true, failedJob: job })
  );
}

const BOTH: readonly ResultKind[] = ['successfulResults', 'failedResults'];

/** A job that is complete counts its failures; the counts of another one say nothing. */
function resultsOf({ state, failed }: Job): readonly ResultKind[] {
  return state === 'JobComplete' && failed === 0 ? ['successfulResults'] : BOTH;
}

async function joinResults(
  run: SendingRun,
  batchId: number,
  jobId: string,
  kind: ResultKind
): Promise<OrgAnswer<null>> {
  const results = await readResults(run.api, jobId, kind, run.clock);
  if (results.kind === 'refused') return results.failure.code === 'notFound' ? known(null) : results;
  let rows: JobResult[] = [];
  for await (const row of results.value) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    recordResults(run, batchId, rows);
    rows = [];
  }
  recordResults(run, batchId, rows);
  return known(null);
}

/** A result may come twice: a row that is answered keeps its outcome. */
function recordResults({ store }: SendingRun, batchId: number, results: readonly JobResult[]): void {
  store.transaction(() => {
    for (const { contactId, id, error } of results) {
      const sent = store.unanswered.ofContact(batchId, contactId);
      if (sent === undefined) continue;
      if (error === '') recordCreated(store, sent, id);
      else recordFailure(store, sent, explainFailure(error));
    }
  });
}

function asCollected(finished: OrgAnswer<null>): OrgAnswer<Collected> {
  return finished.kind === 'refused' ? finished : known('collected');
}
