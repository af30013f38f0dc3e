import { notModelledIf } from '../../engine/schema/notModelled.ts';
import { isUnmodelledObject } from '../../engine/schema/unmodelledNames.ts';
import type { ApiError } from '../shared/errors.ts';
import type { BulkJob } from './job.ts';

// Codes and texts as public code shows them, unless a comment says that they are ours.

/** The job is in a state that does not allow the request. */
export function invalidState(message: string): ApiError {
  return { status: 400, errorCode: 'INVALIDJOBSTATE', message };
}

/** "Aborting already Completed Job not allowed". */
export function jobHasEnded(what: string, { state }: BulkJob): ApiError {
  return invalidState(`${what} already ${state === 'JobComplete' ? 'Completed' : state} Job not allowed`);
}

/** The object of a job that this org doesn't have. */
export function noSuchObject(name: string): ApiError {
  return invalidJob(notModelledIf(isUnmodelledObject(name, 'platform'), `Unable to find object: ${name}`));
}

/** A value that is not in the fixed list of a property. */
export function invalidValue(property: string, value: unknown): ApiError {
  const message = `Invalid value: '${typeof value === 'string' ? value : ''}' supplied for property: '${property}'`;
  return { status: 400, errorCode: 'API_ERROR', message };
}

/** A second upload to the same job. */
export function alreadyUploaded({ id }: BulkJob): ApiError {
  return {
    status: 400,
    errorCode: 'BULK_API_ERROR',
    message: `Found multipe contents for job: <${id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`
  };
}

export const notTerminated: ApiError = {
  status: 400,
  errorCode: 'API_ERROR',
  message: 'Error encountered when deleting the job because the job is not terminated'
};

/** Source of the code: "Errors" ("the job or batch specified was created by another user"); the text is ours. */
export const notYours: ApiError = {
  status: 400,
  errorCode: 'INVALIDUSER',
  message: 'InvalidUser : The job was created by another user'
};

/** The text is ours. */
export const tooLarge: ApiError = {
  status: 400,
  errorCode: 'CLIENTINPUTERROR',
  message: 'ClientInputError : Failed to read request. Exceeded max size limit.'
};

/** The text is ours. */
export const noCsv: ApiError = {
  status: 415,
  errorCode: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'The content type is not text/csv'
};

export function invalidJob(message: string): ApiError {
  return { status: 400, errorCode: 'INVALIDJOB', message: `InvalidJob : ${message}` };
}

/** "The permission for this operation, Bulk API Hard Delete, is disabled by default." */
export const hardDeleteNeedsPermission: ApiError = {
  status: 400,
  errorCode: 'FEATURENOTENABLED',
  message: 'hardDelete operation requires special user profile permission, please contact your system administrator'
};

/** A query that "Create a Query Job" excludes, with a code as orgs answer it [F-157]. */
export function queryNotSupported(message: string): ApiError {
  return { status: 400, errorCode: 'API_ERROR', message };
}

export const noAggregateRelationships = queryNotSupported(
  'Aggregate Relationships not supported in Bulk V2 Query with CSV content type'
);

export const noCompoundData = queryNotSupported('Selecting compound data not supported in Bulk Query');

/** More query jobs than the org may start in 24 hours. */
export function tooManyQueryJobs(max: number, used: number): ApiError {
  const message = `Max bulk v2 query jobs (${String(max)}) per 24 hrs has been reached (${String(used)})`;
  return { status: 400, errorCode: 'LIMIT_EXCEEDED', message };
}

/** "Use the same API version to get query results … Otherwise, the call returns a 409 error." Code and text are ours. */
export function otherVersion({ apiVersion }: BulkJob): ApiError {
  const message = `The job was created with API version ${apiVersion}`;
  return { status: 409, errorCode: 'API_ERROR', message };
}
