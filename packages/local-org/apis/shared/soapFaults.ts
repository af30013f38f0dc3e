/** A fault of a SOAP API, such as `sf:INVALID_SESSION_ID`, with its text. Source: SOAP API, "Core Data Types", ExceptionCode. */
export interface SoapFault {
  readonly code: string;
  readonly message: string;
}

export const unsupportedVersion: SoapFault = {
  code: 'UNSUPPORTED_API_VERSION',
  message: 'Invalid Api version specified on URL'
};

export const invalidSession: SoapFault = {
  code: 'INVALID_SESSION_ID',
  message: 'Invalid Session ID found in SessionHeader: Illegal Session'
};
