import type { ApiError } from '../shared/errors.ts';
import type { IngestJob } from './job.ts';

// Codes and texts as public code shows that orgs answer, but for noCsv, notYours and tooLarge: those texts are ours.

/** A job in another state than the request needs. */
export function invalidState(message: string): ApiError {
  return { status: 400, errorCode: 'INVALIDJOBSTATE', message };
}

/** "Aborting already Completed Job not allowed". */
export function cannot(what: string, { state }: IngestJob): ApiError {
  return invalidState(`${what} already ${state === 'JobComplete' ? 'Completed' : state} Job not allowed`);
}

/** A property of a request that has a fixed list of values. */
export function invalidValue(property: string, value: unknown): ApiError {
  const message = `Invalid value: '${typeof value === 'string' ? value : ''}' supplied for property: '${property}'`;
  return { status: 400, errorCode: 'API_ERROR', message };
}

/** A second upload to the same job. */
export function uploadedBefore({ id }: IngestJob): ApiError {
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
