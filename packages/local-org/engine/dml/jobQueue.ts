import type { StoredRecord } from '../storage/record.ts';
import type { Person } from '../access/person.ts';

/** A path of a record-triggered flow that runs after the commit or at a later time. */
export interface PathJob {
  readonly kind: 'path';
  /** In milliseconds, by the org's clock. */
  readonly dueAt: number;
  /** The person who changed the record. */
  readonly person: Person;
  readonly flow: string;
  readonly path: string;
  readonly recordId: string;
  /** The record before the change; null for a new record. */
  readonly before: StoredRecord | null;
  /** Whether it is a scheduled path. A later save of the record replaces its job. */
  readonly isScheduled: boolean;
  /** How often the job has failed. */
  readonly failures: number;
}

/** A published platform event that its subscribers have not received yet. */
export interface EventJob {
  readonly kind: 'event';
  readonly dueAt: number;
  readonly object: string;
  readonly fields: StoredRecord;
}

export type Job = PathJob | EventJob;

/** The jobs that wait in an org, oldest first. */
export interface JobQueue {
  readonly jobs: readonly Job[];
  add(jobs: readonly Job[]): void;
  /** Removes and returns the jobs that are due, in the order in which they were added. */
  takeDue(now: number): readonly Job[];
}

export function createJobQueue(): JobQueue {
  let waiting: Job[] = [];
  return {
    get jobs() {
      return waiting;
    },
    add: (jobs) => {
      if (jobs.length === 0) return;
      const replaced = new Set(jobs.flatMap((job) => scheduleOf(job) ?? []));
      if (replaced.size > 0) waiting = waiting.filter((job) => !replaced.has(scheduleOf(job) ?? ''));
      waiting.push(...jobs);
    },
    takeDue: (now) => {
      const due = waiting.filter(({ dueAt }) => dueAt <= now);
      waiting = waiting.filter(({ dueAt }) => dueAt > now);
      return due;
    }
  };
}

/** Identifies the scheduled path of a record; null for other jobs. */
function scheduleOf(job: Job): string | null {
  return job.kind === 'path' && job.isScheduled ? `${job.flow} ${job.path} ${job.recordId}` : null;
}
