import { createRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { toUserFields, type UserDraft } from 'c/externalUserRules';

/** Has every component that shows these records read them again. */
export function renewRecords(recordIds: readonly string[]): Promise<void> {
  return notifyRecordUpdateAvailable(recordIds.map((recordId) => ({ recordId })));
}

/** Sends a new user and answers its id. Rejects as UI API does. */
export async function createUser(draft: UserDraft, contactId: string): Promise<string> {
  const { id } = await createRecord({ apiName: 'User', fields: toUserFields(draft, contactId) });
  return id;
}
