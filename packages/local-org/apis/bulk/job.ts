import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { toDateTime } from '../../engine/storage/clock.ts';
import type { LineEnding } from './csvRows.ts';
import type { ColumnDelimiter } from './csvValues.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What an ingest job and a query job have in common. */
export interface BulkJob {
  readonly id: string;
  readonly operation: string;
  readonly object: ObjectSchema;
  readonly createdById: string;
  /** By the org's clock. */
  readonly createdAt: number;
  /** `68.0` */
  readonly apiVersion: string;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
  state: JobState;
  modifiedAt: number;
}

/** Whether the job has ended. */
export function isOver({ state }: BulkJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** Sets the state of a job, and the time of the change. */
export function moveTo(job: BulkJob, state: JobState, now: number): void {
  job.state = state;
  job.modifiedAt = now;
}

/** The properties that every answer about a job has. `more` stands before the form of the CSV. */
export function describeJob(
  job: BulkJob,
  more: Readonly<Record<string, unknown>> = {}
): Readonly<Record<string, unknown>> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object.apiName,
    createdById: job.createdById,
    createdDate: toDateTime(job.createdAt),
    systemModstamp: toDateTime(job.modifiedAt),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    ...more,
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter
  };
}
