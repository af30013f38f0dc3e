import type { EventJob, Job, JobQueue } from './jobQueue.ts';
import { createGovernorLimits, type GovernorLimits } from './governorLimits.ts';
import { createMixedDml, type MixedDml } from './mixedDml.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** What all writes of one transaction share, those of a person and those of flows that follow from them. */
export interface TransactionScope {
  readonly mixedDml: MixedDml;
  readonly limits: GovernorLimits;
  /** The jobs that the commit adds to the queue. */
  readonly jobs: readonly Job[];
  /** How many flows and triggers are nested; 0 for the writes of the request itself. */
  readonly depth: number;
  addJob(job: Job): void;
  /** Publishes at once or after the commit, as the event's publish behavior says. */
  publish(event: EventJob, object: ObjectSchema): void;
  /** Runs a flow or a trigger, one level deeper. */
  deeper<T>(work: () => T): T;
  /** Returns a function that rolls back everything since. */
  savepoint(): () => void;
}

/** The scope of a new transaction. */
export function createTransactionScope(records: RecordStore, queue: JobQueue): TransactionScope {
  const mixedDml = createMixedDml();
  const jobs: Job[] = [];
  let depth = 0;
  return {
    mixedDml,
    limits: createGovernorLimits(),
    jobs,
    get depth() {
      return depth;
    },
    addJob: (job) => {
      jobs.push(job);
    },
    publish: (event, { publishBehavior }) => {
      if (publishBehavior === 'PublishAfterCommit') jobs.push(event);
      else queue.add([event]);
    },
    deeper: (work) => {
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
    savepoint: () => {
      const start = records.savepoint();
      const jobCount = jobs.length;
      const restoreMixedDml = mixedDml.savepoint();
      return () => {
        records.rollback(start);
        jobs.splice(jobCount);
        restoreMixedDml();
      };
    }
  };
}
