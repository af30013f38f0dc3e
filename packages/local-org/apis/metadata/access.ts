import type { Access } from '../../engine/access/access.ts';

/** Source: Metadata API Developer Guide, "Prerequisites"; the text is that of orgs. */
export const METADATA_REFUSAL = {
  code: 'INSUFFICIENT_ACCESS',
  message: 'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions'
};

/** Whether a person may use the Metadata API. */
export function mayUseMetadata(access: Access): boolean {
  return access.has('ModifyAllData') || access.has('ModifyMetadata');
}
