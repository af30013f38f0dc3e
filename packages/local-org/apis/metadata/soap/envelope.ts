import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { answerSoapCall, answerSoapFault } from '../../shared/soapEnvelope.ts';
import type { SoapFault } from '../../shared/soapFaults.ts';
import { METADATA_NAMESPACE } from '../metadataTypes.ts';

export { argumentOf, readCall } from '../../shared/soapEnvelope.ts';

const NAMESPACES = { api: METADATA_NAMESPACE, faults: METADATA_NAMESPACE };

/** Answers a call of the Metadata API. */
export function answerCall(operation: string, result: XmlValue): Response {
  return answerSoapCall(NAMESPACES, operation, result);
}

/** Refuses a call of the Metadata API. */
export function answerFault(fault: SoapFault): Response {
  return answerSoapFault(NAMESPACES, fault);
}
