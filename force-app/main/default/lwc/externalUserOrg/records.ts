import { createRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import currentUserId from '@salesforce/user/Id';
import { explainFailure, toUserFields, type Failure, type UserDraft } from 'c/externalUserRules';

export { currentUserId };

/** Has every component that shows these records read them again. */
export function renewRecords(recordIds: readonly string[]): Promise<void> {
  return notifyRecordUpdateAvailable(recordIds.map((recordId) => ({ recordId })));
}

/** Creates a user and returns its id. Rejects with the error of UI API. */
export async function createUser(draft: UserDraft, contactId: string): Promise<string> {
  const { id } = await createRecord({ apiName: 'User', fields: toUserFields(draft, contactId) });
  return id;
}

/** Activates or deactivates a user [F-048]; the org's refusal is an answer. */
export async function changeUser(userId: string, isActive: boolean): Promise<Failure | undefined> {
  try {
    await updateRecord({ fields: { Id: userId, IsActive: isActive } });
    return undefined;
  } catch (rejection) {
    return explainFailure(rejection);
  }
}
