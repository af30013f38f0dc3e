import { notModelled } from '../../../engine/schema/notModelled.ts';

/** A fault of the Metadata API, such as `sf:INVALID_SESSION_ID`, with its text. */
export interface SoapFault {
  readonly code: string;
  readonly message: string;
}

export const unsupportedVersion: SoapFault = {
  code: 'UNSUPPORTED_API_VERSION',
  message: 'Invalid Api version specified on URL'
};

export const noEnvelope: SoapFault = { code: 'UNKNOWN_EXCEPTION', message: 'The request is no SOAP envelope' };

export const invalidSession: SoapFault = {
  code: 'INVALID_SESSION_ID',
  message: 'Invalid Session ID found in SessionHeader: Illegal Session'
};

/** A call, or a call of a metadata type, that exists in Salesforce and not here. */
export function unsupportedCall(what: string): SoapFault {
  return { code: 'INVALID_OPERATION', message: notModelled(`${what} is not supported`) };
}

export function unknownId(id: string): SoapFault {
  return { code: 'INVALID_CROSS_REFERENCE_KEY', message: `invalid cross reference id: ${id}` };
}
