import type { Org } from '../../engine/org/org.ts';
import { isOver, moveTo, type BulkJob } from './job.ts';

const DAY = 24 * 60 * 60 * 1000;
/** "Jobs in a terminal state that are older than seven days are deleted"; "Maximum time that a job can remain open: 24 hours". */
const LIFETIME = 7 * DAY;
const OPEN_LIFETIME = DAY;

/** The jobs of one kind, for as long as an org keeps them. */
export interface JobStore<Job extends BulkJob> {
  add(job: Job): void;
  /** Finds a job by its 15 or 18 character id; undefined for an unknown or deleted job. */
  find(id: string): Job | undefined;
  all(): readonly Job[];
  remove(job: Job): void;
}

/** Creates the store of an org's jobs of one kind. */
export function createJobStore<Job extends BulkJob>(org: Org): JobStore<Job> {
  const byId = new Map<string, Job>();
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
    add: (job) => {
      byId.set(keyOf(job.id), job);
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
