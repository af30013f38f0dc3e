import type { ApiError } from '../shared/errors.ts';

/** Source: Metadata API Developer Guide, "Prerequisites"; the text is that of orgs. */
export const mayNotUseMetadata: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
};

/** A malformed request; the texts are ours. */
export function invalidRequest(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}

/** A quick deploy without a validation that it could repeat. */
export function notValidated(validationId: string): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_ID_FIELD',
    message: `The deployment ${validationId} is not a successful validation of the last 10 days`
  };
}
