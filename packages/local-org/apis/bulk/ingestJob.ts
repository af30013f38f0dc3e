import type { FieldSchema, ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { CsvRows, LineEnding } from './csvRows.ts';
import type { ColumnDelimiter } from './csvValues.ts';
import { describeJob, type BulkJob } from './job.ts';

export type Operation = 'insert' | 'delete' | 'update' | 'upsert';

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
export interface IngestJob extends BulkJob, JobRequest {
  readonly operation: Operation;
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

/** The answer to creating, closing and aborting a job. */
export function summaryOf(job: IngestJob): Readonly<Record<string, unknown>> {
  const { externalId, state, apiVersion, id } = job;
  return describeJob(job, {
    ...(externalId === null ? {} : { externalIdFieldName: externalId.apiName }),
    ...(state === 'Open' ? { contentUrl: `services/data/v${apiVersion}/jobs/ingest/${id}/batches` } : {})
  });
}

/** A job in "Get Information About All Ingest Jobs". */
export function listedIngestJob(job: IngestJob): Readonly<Record<string, unknown>> {
  return { ...summaryOf(job), jobType: 'V2Ingest' };
}

/** The answer to "Get Information About an Ingest Job". Times are milliseconds; no Apex runs here. */
export function informationOf(job: IngestJob): Readonly<Record<string, unknown>> {
  return {
    ...listedIngestJob(job),
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    retries: job.retries,
    totalProcessingTime: job.processingTime,
    apiActiveProcessingTime: job.processingTime,
    apexProcessingTime: 0,
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage })
  };
}
