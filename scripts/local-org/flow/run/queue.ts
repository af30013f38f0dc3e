import type { Person, StoredRecord } from '../../types.ts';

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
export interface Queue {
  readonly jobs: readonly Job[];
  add(jobs: readonly Job[]): void;
  /** Takes out what is due, in the order in which it came. */
  takeDue(now: number): readonly Job[];
  remove(isGone: (job: Job) => boolean): void;
}

export function createQueue(): Queue {
  let waiting: readonly Job[] = [];
  return {
    get jobs() {
      return waiting;
    },
    add: (jobs) => {
      if (jobs.length > 0) waiting = [...waiting, ...jobs];
    },
    takeDue: (now) => {
      const due = waiting.filter(({ dueAt }) => dueAt <= now);
      waiting = waiting.filter(({ dueAt }) => dueAt > now);
      return due;
    },
    remove: (isGone) => {
      waiting = waiting.filter((job) => !isGone(job));
    }
  };
}
