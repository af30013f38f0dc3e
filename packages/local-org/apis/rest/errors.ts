import { mayNotRun } from '../../engine/flow/run/flowAccess.ts';
import { noSuchColumnOnObject } from '../../engine/schema/unmodelledNames.ts';
import type { ObjectSchema } from '../../engine/schema/objectSchema.ts';
import type { ApiError } from '../shared/errors.ts';

export function noSuchColumn(name: string, object: ObjectSchema): ApiError {
  return {
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: noSuchColumnOnObject(object, name)
  };
}

/** Another user's password needs the permission to reset passwords. */
export const mayNotManagePassword: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'insufficient access rights on cross-reference id'
};

export const noNewPassword: ApiError = {
  status: 400,
  errorCode: 'INVALID_NEW_PASSWORD',
  message: 'The request body has no NewPassword'
};

/** Code and text are ours. */
export const needsViewSetup: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'You need the View Setup and Configuration permission.'
};

export const mayNotRunFlow: ApiError = { status: 403, errorCode: 'INSUFFICIENT_ACCESS', message: mayNotRun };

/** Code and text are ours. */
export function unknownInput(flow: string, input: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message: `${flow} has no input ${input}` };
}
