import { notModelledIf } from '../../engine/schema/notModelled.ts';
import { isUnmodelledVersion } from './apiVersions.ts';

/** A fault of a SOAP API, such as `sf:INVALID_SESSION_ID`, with its text. Source: SOAP API, "Core Data Types", ExceptionCode. */
export interface SoapFault {
  readonly code: string;
  readonly message: string;
}

/** The fault for a path of an API version that this org doesn't serve. */
export function unsupportedVersion(version: string): SoapFault {
  const message = notModelledIf(isUnmodelledVersion(`v${version}`), 'Invalid Api version specified on URL');
  return { code: 'UNSUPPORTED_API_VERSION', message };
}

export const invalidSession: SoapFault = {
  code: 'INVALID_SESSION_ID',
  message: 'Invalid Session ID found in SessionHeader: Illegal Session'
};
