import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { Question } from 'c/externalUserConfirm';
import { fill, labels } from 'c/externalUserLabels';
import { renewRecords } from 'c/externalUserOrg';
import { explainFailure, type Failure } from 'c/externalUserRules';

/** What the action changes in the org beside the new user; the org's refusals are answers. */

/** Asks before an account becomes a partner account, because that can't be undone without loss. */
export function partnerQuestion(name: string, confirm: () => Promise<void>): Question {
  return {
    sentence: fill(labels.partnerQuestion, [name]),
    body: labels.partnerConsequence,
    confirmLabel: labels.partnerConfirm,
    isDestructive: false,
    confirm
  };
}

export function partnerToast(name: string): ShowToastEvent {
  const message = fill(labels.partnerEnabled, [name]);
  return new ShowToastEvent({ title: labels.partnerEnabledTitle, message, variant: 'success' });
}

/** Makes the account of a contact a partner account. */
export async function enablePartnerAccount(accountId: string, contactId: string): Promise<Failure | undefined> {
  try {
    await updateRecord({ fields: { Id: accountId, IsPartner: true } });
    await renewRecords([accountId, contactId]);
    return undefined;
  } catch (rejection) {
    const failure = explainFailure(rejection);
    // Edit on accounts comes with that permission set too.
    return failure.code === 'noAccess' ? { ...failure, code: 'noPartnerAccess' } : failure;
  }
}

/** One by one: the platform may refuse a permission set that the user's license doesn't allow, and take the others. */
export async function assignPermissionSets(
  AssigneeId: string,
  permissionSetIds: readonly string[]
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const PermissionSetId of permissionSetIds) {
    try {
      await createRecord({ apiName: 'PermissionSetAssignment', fields: { AssigneeId, PermissionSetId } });
    } catch (rejection) {
      failures.push(explainFailure(rejection));
    }
  }
  return failures;
}
