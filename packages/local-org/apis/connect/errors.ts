import type { ApiError } from '../shared/errors.ts';

/** The texts of a refused site are ours. */
export function invalidSite(message: string): ApiError {
  return { status: 400, errorCode: 'INVALID_INPUT', message };
}

export const mayNotManageSites: ApiError = {
  status: 403,
  errorCode: 'INSUFFICIENT_ACCESS',
  message: 'You need the permission Create and Set Up Experiences'
};
