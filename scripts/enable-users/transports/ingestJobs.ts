import { waitAfter, type RetryPolicy } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { numberAt, textAt } from 'sf-cli/json';
import { unreadable, type OrgAnswer } from './orgAnswer.ts';
import type { Clock } from './clock.ts';
import { withRetries } from './retries.ts';
import type { WriteApi } from './writeApi.ts';

/** Ingest jobs of Bulk API 2.0. Quotes are from the Bulk API 2.0 and Bulk API Developer Guide. */

/** "150 MB after base64 encoding": 100 MB of CSV. Bytes. */
export const MOST_BYTES_IN_A_JOB = 100_000_000;

/**
 * "Salesforce creates a separate batch for every 10,000 records", so a larger job isn't done sooner. While the org works on
 * one job, the next one is uploaded and the results of the last one are read.
 */
export const MOST_ROWS_IN_A_JOB = 10_000;

const STATES = ['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted'] as const;

export interface Job {
  readonly state: (typeof STATES)[number];
  readonly processed: number;
  /** Null where the org doesn't say. */
  readonly failed: number | null;
  readonly errorMessage: string;
}

/** How often a job is polled. Milliseconds. */
const POLLING: RetryPolicy = { first: 250, longest: 10_000 };

/**
 * Where the answer is lost, another job is created. The first one gets no rows and is never closed, so the org never works
 * on it. It is not looked for, since another run of the same person may be about to upload into a job that looks the same.
 */
export function createJob(api: WriteApi, object: string, clock: Clock): Promise<OrgAnswer<string>> {
  const body = { object, operation: 'insert', contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  return withRetries(async () => {
    const answer = await api.send('POST', '/jobs/ingest', body);
    if (answer.kind === 'refused') return answer;
    const id = textAt(answer.value, 'id');
    return id === '' ? unreadable('The new job has no id.') : known(id);
  }, clock);
}

/** "You can only perform one upload per job": after an upload that broke off, the rows need another job. */
export function uploadRows(api: WriteApi, jobId: string, csv: () => Iterable<string>): Promise<OrgAnswer<unknown>> {
  return api.upload(`/jobs/ingest/${jobId}/batches`, csv);
}

export function closeJob(api: WriteApi, jobId: string): Promise<OrgAnswer<unknown>> {
  return changeJob(api, jobId, 'UploadComplete');
}

/** An aborted job can't be closed any more, not even by a request that is still under way. */
export function abortJob(api: WriteApi, jobId: string, clock: Clock): Promise<OrgAnswer<unknown>> {
  return withRetries(() => changeJob(api, jobId, 'Aborted'), clock);
}

/** The answer is the job in its new state; a run would wait for ever for a job that was not closed. */
async function changeJob(api: WriteApi, jobId: string, state: Job['state']): Promise<OrgAnswer<unknown>> {
  const answer = await api.send('PATCH', `/jobs/ingest/${jobId}`, { state });
  return answer.kind === 'known' && textAt(answer.value, 'state') !== state
    ? unreadable(`The answer doesn’t say that the job is ${state}.`)
    : answer;
}

/** Null for a job that the org has no more: "jobs older than seven days are deleted". */
export async function readJob(api: WriteApi, jobId: string, clock: Clock): Promise<OrgAnswer<Job | null>> {
  const job = await withRetries(async () => {
    const answer = await api.send('GET', `/jobs/ingest/${jobId}`);
    return answer.kind === 'refused' ? answer : toJob(answer.value);
  }, clock);
  return job.kind === 'refused' && job.failure.code === 'notFound' ? known(null) : job;
}

function toJob(body: unknown): OrgAnswer<Job> {
  const state = STATES.find((one) => one === textAt(body, 'state'));
  if (state === undefined) return unreadable('The job has no state.');
  return known({
    state,
    processed: numberAt(body, 'numberRecordsProcessed') ?? 0,
    failed: numberAt(body, 'numberRecordsFailed'),
    errorMessage: textAt(body, 'errorMessage')
  });
}

/** Polls a job of so many rows until it is over, or until `deadline`. `seen` hears each state. */
export async function awaitJob(
  api: WriteApi,
  jobId: string,
  clock: Clock,
  options: { readonly rows: number; readonly deadline: number; readonly seen: (job: Job) => void }
): Promise<OrgAnswer<Job | null>> {
  const start = clock.now();
  for (let poll = 1; ; poll++) {
    const job = await readJob(api, jobId, clock);
    if (job.kind === 'refused' || job.value === null) return job;
    options.seen(job.value);
    const wait = waitAfterPoll(poll, clock.now() - start, job.value.processed / options.rows);
    if (isOver(job.value) || clock.now() + wait > options.deadline) return job;
    await clock.sleep(wait);
  }
}

/** Grows with time. A job that is soon done is polled sooner: after half of the time that it needs at its speed so far. */
function waitAfterPoll(poll: number, elapsed: number, share: number): number {
  const shortest = waitAfter(Math.ceil(poll / 16), POLLING);
  const longest = waitAfter(Math.ceil(poll / 4), POLLING);
  const left = share > 0 ? (elapsed * (1 - share)) / share : Infinity;
  return Math.max(shortest, Math.min(longest, left / 2));
}

export function isOver({ state }: Job): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}
