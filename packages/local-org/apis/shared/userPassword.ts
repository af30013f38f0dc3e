import type { Refusal } from '../../engine/refusals/rule.ts';
import { refuse } from '../../engine/refusals/rule.ts';
import { visibleRecord, type View } from './view.ts';

/** Finds the user whose password a request is about; null for a user that the person does not see. */
export function userOfPassword(view: View, id: string): string | null {
  const found = visibleRecord(view, id);
  return found?.object.apiName === 'User' ? found.record.Id : null;
}

/** Everybody may manage their own password; another user's needs the permission to reset passwords. */
export function mayManagePassword({ person, access }: View, userId: string): boolean {
  return userId === person.userId || access.has('ResetPasswords');
}

/** Sets a password, and returns why it is refused: by the password policy, or because the org doesn't allow it for oneself [F-159]. */
export function setPassword({ org, person }: View, userId: string, password: string): Refusal | null {
  const { ownPasswordByApi = true } = org.metadata.settings;
  if (userId === person.userId && !ownPasswordByApi)
    return refuse('INSUFFICIENT_ACCESS', 'Cannot set password for self');
  return org.passwords.set(userId, password);
}
