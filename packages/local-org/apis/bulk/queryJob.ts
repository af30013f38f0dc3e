import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { CompiledQuery } from '../soql/routes.ts';
import { describeJob, type BulkJob } from './job.ts';

/** A query job, from its creation until it is deleted. */
export interface QueryJob extends BulkJob {
  readonly operation: 'query' | 'queryAll';
  readonly query: CompiledQuery;
  /** The records that were read, one line of CSV each. */
  readonly lines: string[];
  /** The duration of the processing in milliseconds. */
  processingTime: number;
}

/** The answer to creating and aborting a job. */
export function summaryOf(job: QueryJob): Readonly<Record<string, unknown>> {
  return describeJob(job);
}

/** A job in "Get Information About All Query Jobs". */
export function listedQueryJob(job: QueryJob): Readonly<Record<string, unknown>> {
  return describeJob(job, { jobType: 'V2Query' });
}

/** The answer to "Get Information About a Query Job". */
export function informationOf(job: QueryJob): Readonly<Record<string, unknown>> {
  return {
    ...listedQueryJob(job),
    numberRecordsProcessed: job.lines.length,
    retries: 0,
    totalProcessingTime: job.processingTime,
    isPkChunkingSupported: supportsPkChunking(job.object)
  };
}

/** The standard objects here that "PK Chunking" lists; "support includes custom objects". */
const PK_CHUNKED: ReadonlySet<string> = new Set(['Account', 'Contact', 'Individual', 'User', 'UserRole']);

function supportsPkChunking({ apiName }: ObjectSchema): boolean {
  return PK_CHUNKED.has(apiName) || apiName.endsWith('__c');
}
