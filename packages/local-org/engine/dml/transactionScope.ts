import type { EventJob, Job, JobQueue } from './jobQueue.ts';
import { createGovernorLimits, type GovernorLimits } from './governorLimits.ts';
import { createMixedDml, type MixedDml } from './mixedDml.ts';
import type { RecordStore } from '../storage/recordStore.ts';
import type { ObjectSchema } from '../schema/objectSchema.ts';

/** What all writes of one transaction share, whoever makes them: a person, or flows that follow from it. */
export interface TransactionScope {
  readonly mixedDml: MixedDml;
  readonly limits: GovernorLimits;
  /** What is to happen once the transaction is committed. */
  readonly jobs: readonly Job[];
  /** How many flows and triggers deep it is: 0 for what a request itself writes. */
  readonly depth: number;
  addJob(job: Job): void;
  /** At once, or once the transaction is committed, as the event says. */
  publish(event: EventJob, object: ObjectSchema): void;
  /** Runs what a flow does, or a trigger. */
  deeper<T>(work: () => T): T;
  /** Takes back what was done since, when it is called. */
  savepoint(): () => void;
}

/** A transaction in which nothing has been done. */
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
