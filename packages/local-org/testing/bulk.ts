import { setImmediate } from 'node:timers/promises';
import type { Answer, Caller } from './caller.ts';

/** The information about a job. */
export interface JobInfo {
  readonly id: string;
  readonly state: string;
  readonly numberRecordsProcessed: number;
  readonly numberRecordsFailed: number;
  readonly retries: number;
  readonly errorMessage?: string;
}

/** Creates an open job. */
export async function createJob(caller: Caller, job: Readonly<Record<string, unknown>>): Promise<JobInfo> {
  return (await caller.call('POST', '/jobs/ingest', { contentType: 'CSV', ...job })).body as JobInfo;
}

/** Uploads data to a job and closes it. */
export async function uploadAndClose(caller: Caller, id: string, csv: string): Promise<Answer> {
  const path = `/jobs/ingest/${id}`;
  await caller.call('PUT', `${path}/batches`, csv, { 'Content-Type': 'text/csv' });
  return caller.call('PATCH', path, { state: 'UploadComplete' });
}

/** Requests a job until it has ended. */
export async function endOfJob(caller: Caller, id: string, kind: 'ingest' | 'query' = 'ingest'): Promise<JobInfo> {
  for (;;) {
    const info = (await caller.call('GET', `/jobs/${kind}/${id}`)).body as JobInfo;
    if (['JobComplete', 'Failed', 'Aborted'].includes(info.state)) return info;
    await setImmediate();
  }
}

/** Runs a job from its creation to its end. */
export async function runJob(caller: Caller, job: Readonly<Record<string, unknown>>, csv: string): Promise<JobInfo> {
  const { id } = await createJob(caller, job);
  await uploadAndClose(caller, id, csv);
  return endOfJob(caller, id);
}

/** Runs a query job to its end, and answers its first set of results with its id. */
export async function runQueryJob(
  caller: Caller,
  query: string,
  more: Readonly<Record<string, unknown>> = {}
): Promise<Answer & { readonly id: string }> {
  const { id } = (await caller.call('POST', '/jobs/query', { operation: 'query', query, ...more })).body as JobInfo;
  await endOfJob(caller, id, 'query');
  return { ...(await caller.call('GET', `/jobs/query/${id}/results`)), id };
}

/** The lines of a job's result: the header, then the sorted rows. */
export async function resultLines(caller: Caller, { id }: JobInfo, kind: string): Promise<string[]> {
  const { body } = await caller.call('GET', `/jobs/ingest/${id}/${kind}`);
  const [header = '', ...lines] = (typeof body === 'string' ? body : '').split(/\r?\n/);
  return [header, ...lines.filter((line) => line !== '').sort()];
}
