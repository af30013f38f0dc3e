import type { Org } from '../../engine/org/org.ts';
import type { View } from '../shared/view.ts';
import type { IngestJob, JobRequest } from './ingestJob.ts';
import { createJobRunner, type JobRunner } from './jobRunner.ts';
import { createJobStore, type JobStore } from './jobStore.ts';

/** The ingest jobs of an org. */
export interface IngestJobs extends JobStore<IngestJob> {
  readonly runner: JobRunner;
  create(view: View, request: JobRequest, apiVersion: string): IngestJob;
}

const jobsByOrg = new WeakMap<Org, IngestJobs>();

/** The jobs of an org. A reset replaces the org, and so its jobs. */
export function ingestJobsOf(org: Org): IngestJobs {
  const jobs = jobsByOrg.get(org) ?? createJobs(org);
  jobsByOrg.set(org, jobs);
  return jobs;
}

function createJobs(org: Org): IngestJobs {
  const store = createJobStore<IngestJob>(org);
  return {
    ...store,
    runner: createJobRunner(org),
    create: ({ person }, request, apiVersion) => {
      const now = org.clock.now();
      const job: IngestJob = {
        ...request,
        id: org.metadata.newId('750'),
        createdById: person.userId,
        createdAt: now,
        modifiedAt: now,
        apiVersion,
        state: 'Open',
        data: null,
        rows: null,
        outcomes: { states: new Uint8Array(0), ids: [], errors: new Map() },
        processed: 0,
        failed: 0,
        retries: 0,
        errorMessage: null,
        startedAt: 0,
        processingTime: 0
      };
      store.add(job);
      return job;
    }
  };
}
