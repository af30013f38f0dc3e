import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import { toDateTime } from '../../engine/storage/clock.ts';
import type { CsvRows, LineEnding } from './csvRows.ts';
import type { ColumnDelimiter } from './csvValues.ts';

export type Operation = 'insert' | 'delete' | 'update' | 'upsert';
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What a client says of a job when it creates one. */
export interface JobRequest {
  readonly object: ObjectSchema;
  readonly operation: Operation;
  /** Of an upsert only. */
  readonly externalId: FieldSchema | null;
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

/** What became of each row; row 0 is the first behind the header. */
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
  /** When processing began, and how long it took; 0 before. */
  startedAt: number;
  processingTime: number;
}

/** Whether nothing more happens to the job. */
export function isOver({ state }: IngestJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

/** Moves a job to a state, at this time. */
export function moveTo(job: IngestJob, state: JobState, now: number): void {
  job.state = state;
  job.modifiedAt = now;
}

/** What the answers to creating, closing and aborting say of a job. */
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

/** "Get Information About an Ingest Job"; the times are milliseconds, and nothing here runs Apex. */
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
