import type { SoapFault } from '../shared/soapFaults.ts';

/** The id of no user; the text is ours. */
export function invalidUser(id: string): SoapFault {
  return { code: 'INVALID_ID_FIELD', message: `invalid user id: ${id}` };
}

/** Another user's password needs the permission to reset passwords. */
export const mayNotManagePassword: SoapFault = {
  code: 'INSUFFICIENT_ACCESS',
  message: 'insufficient access rights on cross-reference id'
};
