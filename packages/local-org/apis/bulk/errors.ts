import type { ApiError } from '../shared/errors.ts';
import type { IngestJob } from './ingestJob.ts';

// Codes and texts as public code shows them, except the texts of noCsv, notYours and tooLarge, which are ours.

/** The job is in a state that does not allow the request. */
export function invalidState(message: string): ApiError {
  return { status: 400, errorCode: 'INVALIDJOBSTATE', message };
}

/** "Aborting already Completed Job not allowed". */
export function jobHasEnded(what: string, { state }: IngestJob): ApiError {
  return invalidState(`${what} already ${state === 'JobComplete' ? 'Completed' : state} Job not allowed`);
}

/** A value that is not in the fixed list of a property. */
export function invalidValue(property: string, value: unknown): ApiError {
  const message = `Invalid value: '${typeof value === 'string' ? value : ''}' supplied for property: '${property}'`;
  return { status: 400, errorCode: 'API_ERROR', message };
}

/** A second upload to the same job. */
export function alreadyUploaded({ id }: IngestJob): ApiError {
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

export const notYours: ApiError = {
  status: 400,
  errorCode: 'INVALIDUSER',
  message: 'InvalidUser : The job was created by another user'
};

export const tooLarge: ApiError = {
  status: 400,
  errorCode: 'CLIENTINPUTERROR',
  message: 'ClientInputError : Failed to read request. Exceeded max size limit.'
};

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
