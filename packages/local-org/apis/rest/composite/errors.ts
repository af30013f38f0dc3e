import { notModelledIf } from '../../../engine/schema/notModelled.ts';
import { isUnmodelledObject } from '../../../engine/schema/unmodelledNames.ts';
import type { ApiError } from '../../shared/errors.ts';

/** A malformed request. Code and texts are ours, except the one for a duplicate reference id, which orgs answer. */
export function invalidInput(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}

/** More parts than a request may have; code and texts are ours. */
export function limitExceeded(message: string): ApiError {
  return { status: 400, errorCode: 'LIMIT_EXCEEDED', message };
}

/** Source: "Composite Subrequest Result"; "allOrNone Parameters in Composite and Collections Requests". */
export function processingHalted(message: string): ApiError {
  return { status: 400, errorCode: 'PROCESSING_HALTED', message };
}

/** The text is Apex's; the code is ours. */
export const tooManyChunks = limitExceeded(
  'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.'
);

/** Code and text as public code shows them. */
export function tooManyRecords(limit: number): ApiError {
  const message = `record limit reached. cannot submit more than ${String(limit)} records into this call`;
  return { status: 400, errorCode: 'EXCEEDED_ID_LIMIT', message };
}

export function unknownType(type: string): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_TYPE',
    message: notModelledIf(isUnmodelledObject(type, 'platform'), `sObject type '${type}' is not supported.`)
  };
}
