import { setImmediate } from 'node:timers/promises';
import type { Org } from '../../engine/org/org.ts';
import type { View } from '../shared/view.ts';
import { moveTo } from './job.ts';
import { createJobStore, type JobStore } from './jobStore.ts';
import { csvColumnsOf, csvLine } from './queryCsv.ts';
import type { QueryJob } from './queryJob.ts';
import type { QueryJobRequest } from './queryRequests.ts';

/** The number of records that are read at a time. */
const RECORDS_AT_ONCE = 2000;
const MEGABYTE = 1024 * 1024;

/** The query jobs of an org. */
export interface QueryJobs extends JobStore<QueryJob> {
  /** Creates a job, which starts by itself. */
  create(view: View, request: QueryJobRequest, apiVersion: string): QueryJob;
}

const jobsByOrg = new WeakMap<Org, QueryJobs>();

/** The query jobs of an org. A reset replaces the org, and so its jobs. */
export function queryJobsOf(org: Org): QueryJobs {
  const jobs = jobsByOrg.get(org) ?? createJobs(org);
  jobsByOrg.set(org, jobs);
  return jobs;
}

function createJobs(org: Org): QueryJobs {
  const store = createJobStore<QueryJob>(org);
  return {
    ...store,
    create: ({ person }, request, apiVersion) => {
      const now = org.clock.now();
      const job: QueryJob = {
        ...request,
        object: request.query.object,
        id: org.metadata.newId('750'),
        createdById: person.userId,
        createdAt: now,
        modifiedAt: now,
        apiVersion,
        // "The job is ready to be processed and Salesforce has put the job in the queue."
        state: 'UploadComplete',
        lines: [],
        processingTime: 0
      };
      store.add(job);
      org.usage.count('DailyBulkV2QueryJobs');
      void run(org, job);
      return job;
    }
  };
}

/** Reads the records as they are when the job starts. An abort or a request is answered between two parts. */
async function run(org: Org, job: QueryJob): Promise<void> {
  await setImmediate();
  if (isAborted(job)) return;
  moveTo(job, 'InProgress', org.clock.now());
  const { rowCount, page } = job.query.run();
  const columns = csvColumnsOf(job.query);
  let bytes = 0;
  for (let start = 0; start < rowCount; start += RECORDS_AT_ONCE) {
    for (const row of page(start, start + RECORDS_AT_ONCE)) {
      const line = csvLine(job, columns, row);
      bytes += Buffer.byteLength(line);
      job.lines.push(line);
    }
    job.processingTime = org.clock.now() - job.modifiedAt;
    await setImmediate();
    if (isAborted(job)) return;
  }
  org.usage.count('DailyBulkV2QueryFileStorageMB', Math.round(bytes / MEGABYTE));
  moveTo(job, 'JobComplete', org.clock.now());
}

function isAborted({ state }: QueryJob): boolean {
  return state === 'Aborted';
}
