import { waitAfter } from 'c/externalUserRules';
import { numberAt, textAt } from 'sf-cli/json';
import { done, unreadable, type Reply } from './orgAnswer.ts';
import { withRetries, type Clock, type Patience } from './retries.ts';
import type { WriteApi } from './writeApi.ts';

/** Bulk API 2.0 ingest jobs. Source: Bulk API 2.0 and Bulk API Developer Guide. */

/** "150 MB after base64 encoding": 100 MB of CSV. Bytes. */
export const MOST_BYTES_IN_A_JOB = 100_000_000;

/**
 * "Salesforce creates a separate batch for every 10,000 records": a job of more isn't done any sooner, and while the org is
 * at work on one, the next one is uploaded and the results of the one before are read.
 */
export const MOST_ROWS_IN_A_JOB = 10_000;

export interface Job {
  readonly state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';
  readonly processed: number;
  readonly failed: number;
  readonly errorMessage: string;
}

const STATES: readonly Job['state'][] = ['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted'];

/** How often a job is looked at. Milliseconds. */
const POLLING: Patience = { first: 250, longest: 10_000, total: Infinity };

/** A job that was created twice because the first answer was lost stays open, without data, and ends by itself. */
export async function createJob(api: WriteApi, object: string, clock: Clock): Promise<Reply<string>> {
  const body = { object, operation: 'insert', contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  const reply = await withRetries(() => api.send('POST', '/jobs/ingest', body), clock);
  if (reply.kind === 'refused') return reply;
  const id = textAt(reply.value, 'id');
  return id === '' ? unreadable('The new job has no id.') : done(id);
}

/** "You can only perform one upload per job": what went wrong half-way is sent in another job. */
export function uploadRows(api: WriteApi, jobId: string, csv: Iterable<string>): Promise<Reply<unknown>> {
  return api.upload(`/jobs/ingest/${jobId}/batches`, csv);
}

export function closeJob(api: WriteApi, jobId: string): Promise<Reply<unknown>> {
  return api.send('PATCH', `/jobs/ingest/${jobId}`, { state: 'UploadComplete' });
}

/** After that the job can't be closed any more, whatever request is still on its way. */
export function abortJob(api: WriteApi, jobId: string, clock: Clock): Promise<Reply<unknown>> {
  return withRetries(() => api.send('PATCH', `/jobs/ingest/${jobId}`, { state: 'Aborted' }), clock);
}

/** Null for a job that the org does not have any more: "jobs older than seven days are deleted". */
export async function readJob(api: WriteApi, jobId: string, clock: Clock): Promise<Reply<Job | null>> {
  const reply = await withRetries(() => api.send('GET', `/jobs/ingest/${jobId}`), clock);
  if (reply.kind === 'refused') return reply.failure.code === 'notFound' ? done(null) : reply;
  const state = STATES.find((one) => one === textAt(reply.value, 'state'));
  if (state === undefined) return unreadable('The job has no state.');
  return done({
    state,
    processed: numberAt(reply.value, 'numberRecordsProcessed') ?? 0,
    failed: numberAt(reply.value, 'numberRecordsFailed') ?? 0,
    errorMessage: textAt(reply.value, 'errorMessage')
  });
}

/** Looks at a job of so many rows until it is over, or until `deadline`. `seen` is told of each look. */
export async function awaitJob(
  api: WriteApi,
  jobId: string,
  clock: Clock,
  options: { readonly rows: number; readonly deadline: number; readonly seen: (job: Job) => void }
): Promise<Reply<Job | null>> {
  const start = clock.now();
  for (let look = 1; ; look++) {
    const reply = await readJob(api, jobId, clock);
    if (reply.kind === 'refused' || reply.value === null) return reply;
    options.seen(reply.value);
    const wait = waitBetweenLooks(look, clock.now() - start, reply.value.processed / options.rows);
    if (isOver(reply.value) || clock.now() + wait > options.deadline) return reply;
    await clock.sleep(wait);
  }
}

/** More seldom as time goes by, but for a job that is soon done: half of what it will take yet at the speed that it has. */
function waitBetweenLooks(look: number, elapsed: number, share: number): number {
  const [often, seldom] = [16, 4].map((looks) => waitAfter(Math.ceil(look / looks), POLLING));
  const left = share > 0 ? (elapsed * (1 - share)) / share : Infinity;
  return Math.max(often ?? 0, Math.min(seldom ?? 0, left / 2));
}

export function isOver({ state }: Job): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}
