import type { StoredRecord } from '../storage/record.ts';
import type { Person } from '../access/person.ts';

/** A path of a record-triggered flow that runs after the commit, or at a time. */
export interface PathJob {
  readonly kind: 'path';
  /** Milliseconds, by the org's clock. */
  readonly dueAt: number;
  /** Who changed the record. */
  readonly person: Person;
  readonly flow: string;
  readonly path: string;
  readonly recordId: string;
  /** The record before the change; null for one that was created. */
  readonly before: StoredRecord | null;
  /** At a time of its own: a later save of the record replaces it. */
  readonly isScheduled: boolean;
  /** How often it has failed. */
  readonly failures: number;
}

/** A published platform event that its subscribers have yet to get. */
export interface EventJob {
  readonly kind: 'event';
  readonly dueAt: number;
  readonly object: string;
  readonly fields: StoredRecord;
}

export type Job = PathJob | EventJob;

/** What an org has yet to do, oldest first. */
export interface JobQueue {
  readonly jobs: readonly Job[];
  add(jobs: readonly Job[]): void;
  /** Takes out what is due, in the order in which it came. */
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

/** What a scheduled path of a record is known by. */
function scheduleOf(job: Job): string | null {
  return job.kind === 'path' && job.isScheduled ? `${job.flow} ${job.path} ${job.recordId}` : null;
}
