/** The faults of the SOAP API. Source: SOAP API Developer Guide, "Core Data Types", ExceptionCode; texts without a source are ours. */
interface Fault {
  readonly code: string;
  readonly message: string;
}

export const unsupportedVersion: Fault = {
  code: 'UNSUPPORTED_API_VERSION',
  message: 'Invalid Api version specified on URL'
};

export const invalidSession: Fault = {
  code: 'INVALID_SESSION_ID',
  message: 'Invalid Session ID found in SessionHeader: Illegal Session'
};

/** The id of no user; the text is ours. */
export function invalidUser(id: string): Fault {
  return { code: 'INVALID_ID_FIELD', message: `invalid user id: ${id}` };
}

/** Another user's password needs the permission to reset passwords. */
export const mayNotManagePassword: Fault = {
  code: 'INSUFFICIENT_ACCESS',
  message: 'insufficient access rights on cross-reference id'
};
