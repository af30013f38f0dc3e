import { known, type Answer } from 'sf-cli/answer';
import { listAt, textAt } from 'sf-cli/json';
import type { Sf, SfRefusal } from 'sf-cli/sf';

/** Whether the org has partner accounts: without them, Account has no field IsPartner [F-026]. */
export async function hasPartnerAccounts(sf: Sf, targetOrg: string): Promise<Answer<boolean, SfRefusal>> {
  const account = await sf(['sobject', 'describe', '--sobject', 'Account', '--target-org', targetOrg]);
  return account.kind === 'refused'
    ? account
    : known(listAt(account.value, 'fields').some((field) => textAt(field, 'name') === 'IsPartner'));
}
