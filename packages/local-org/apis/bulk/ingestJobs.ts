import type { Org } from '../../engine/org/org.ts';
import type { View } from '../shared/view.ts';
import { isOver, moveTo, type IngestJob, type JobRequest } from './ingestJob.ts';
import { createJobRunner, type JobRunner } from './jobRunner.ts';

const DAY = 24 * 60 * 60 * 1000;
/** "Jobs in a terminal state that are older than seven days are deleted"; "Maximum time that a job can remain open: 24 hours". */
const LIFETIME = 7 * DAY;
const OPEN_LIFETIME = DAY;

/** The ingest jobs of an org. */
export interface IngestJobs {
  readonly runner: JobRunner;
  create(view: View, request: JobRequest, apiVersion: string): IngestJob;
  /** Finds a job by its 15 or 18 character id; undefined for an unknown or deleted job. */
  find(id: string): IngestJob | undefined;
  all(): readonly IngestJob[];
  remove(job: IngestJob): void;
}

const jobsByOrg = new WeakMap<Org, IngestJobs>();

/** The jobs of an org. A reset replaces the org, and so its jobs. */
export function ingestJobsOf(org: Org): IngestJobs {
  const jobs = jobsByOrg.get(org) ?? createJobs(org);
  jobsByOrg.set(org, jobs);
  return jobs;
}

function createJobs(org: Org): IngestJobs {
  const byId = new Map<string, IngestJob>();
  const keyOf = (id: string): string => id.slice(0, 15);

  function cleanUp(): void {
    const now = org.clock.now();
    for (const [id, job] of byId) {
      // No document says what happens to a job that stays open, so aborting it is ours.
      if (job.state === 'Open' && now - job.createdAt > OPEN_LIFETIME)
        moveTo(job, 'Aborted', job.createdAt + OPEN_LIFETIME);
      const age = now - (isOver(job) ? job.modifiedAt : job.createdAt);
      if (age > LIFETIME) byId.delete(id);
    }
  }

  return {
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
      byId.set(keyOf(job.id), job);
      return job;
    },
    find: (id) => {
      cleanUp();
      return byId.get(keyOf(id));
    },
    all: () => {
      cleanUp();
      return [...byId.values()];
    },
    remove: ({ id }) => {
      byId.delete(keyOf(id));
    }
  };
}
