import { notModelled } from '../../../engine/schema/notModelled.ts';
import type { SoapFault } from '../../shared/soapFaults.ts';

export const noEnvelope: SoapFault = { code: 'UNKNOWN_EXCEPTION', message: 'The request is no SOAP envelope' };

/** A call, or a call of a metadata type, that exists in Salesforce and not here. */
export function unsupportedCall(what: string): SoapFault {
  return { code: 'INVALID_OPERATION', message: notModelled(`${what} is not supported`) };
}

export function unknownId(id: string): SoapFault {
  return { code: 'INVALID_CROSS_REFERENCE_KEY', message: `invalid cross reference id: ${id}` };
}
