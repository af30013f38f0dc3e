import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { toDateTime } from '../../engine/storage/clock.ts';
import type { CsvRows, LineEnding } from './csvRows.ts';
import type { ColumnDelimiter } from './csvValues.ts';

export type Operation = 'insert' | 'delete' | 'update' | 'upsert';
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** A job as a client requests it. */
export interface JobRequest {
  readonly object: ObjectSchema;
  readonly operation: Operation;
  /** The external id field of an upsert; null for another operation. */
  readonly externalId: FieldSchema | null;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

/** The outcome of each row; row 0 is the first one below the header. */
export interface Outcomes {
  readonly states: Uint8Array;
  readonly ids: string[];
  readonly errors: Map<number, string>;
}

export const UNPROCESSED = 0;
export const CREATED = 1;
export const CHANGED = 2;
export const FAILED = 3;

/** An ingest job, from its creation until it is deleted. */
export interface IngestJob extends JobRequest {
  readonly id: string;
  readonly createdById: string;
  /** By the org's clock. */
  readonly createdAt: number;
  /** `68.0` */
  readonly apiVersion: string;
  state: JobState;
  modifiedAt: number;
  data: Buffer | null;
  rows: CsvRows | null;
  outcomes: Outcomes;
  processed: number;
  failed: number;
  retries: number;
  errorMessage: string | null;
  /** The start and the duration of the processing; 0 before it starts. */
  startedAt: number;
  processingTime: number;
}

/** Whether the job has ended. */
export function isOver({ state }: IngestJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** Sets the state of a job, and the time of the change. */
export function moveTo(job: IngestJob, state: JobState, now: number): void {
  job.state = state;
  job.modifiedAt = now;
}

/** The answer to creating, closing and aborting a job. */
export function summaryOf(job: IngestJob): Readonly<Record<string, unknown>> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object.apiName,
    createdById: job.createdById,
    createdDate: toDateTime(job.createdAt),
    systemModstamp: toDateTime(job.modifiedAt),
    state: job.state,
    ...(job.externalId === null ? {} : { externalIdFieldName: job.externalId.apiName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.apiVersion),
    ...(job.state === 'Open' ? { contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches` } : {}),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter
  };
}

/** The answer to "Get Information About an Ingest Job". Times are milliseconds; no Apex runs here. */
export function informationOf(job: IngestJob): Readonly<Record<string, unknown>> {
  return {
    ...summaryOf(job),
    jobType: 'V2Ingest',
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    retries: job.retries,
    totalProcessingTime: job.processingTime,
    apiActiveProcessingTime: job.processingTime,
    apexProcessingTime: 0,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage })
  };
}
