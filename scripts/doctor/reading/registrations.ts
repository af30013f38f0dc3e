import { known, type Answer } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** The account to which contacts of visitors go, and whether its owner lets them become users. */
export interface RegistrationRow {
  readonly siteId: string;
  /** Empty where contacts become person accounts. */
  readonly account: string;
  readonly owner: string;
  readonly ownerIsActive: boolean;
  readonly ownerHasRole: boolean;
}

/** Object reference, NetworkSelfRegistration: one a site, for those with Create and Set Up Experiences. */
export async function readRegistrations(org: Org): Promise<Answer<readonly RegistrationRow[]>> {
  const answer = await org.query(
    'SELECT NetworkId, Account.Name, Account.Owner.Name, Account.Owner.IsActive, Account.Owner.UserRoleId ' +
      'FROM NetworkSelfRegistration'
  );
  if (answer.kind === 'refused') return answer;
  return known(
    answer.value.records.map((row) => ({
      siteId: textAt(row, 'NetworkId'),
      account: textAt(row, 'Account', 'Name'),
      owner: textAt(row, 'Account', 'Owner', 'Name'),
      ownerIsActive: flagAt(row, 'Account', 'Owner', 'IsActive') === true,
      ownerHasRole: textAt(row, 'Account', 'Owner', 'UserRoleId') !== ''
    }))
  );
}

/** Without an account visitors become person accounts, where the org has them; null where it doesn't say. */
export async function hasPersonAccounts(org: Org): Promise<boolean | null> {
  const answer = await org.query('SELECT COUNT() FROM Account WHERE IsPersonAccount = true');
  if (answer.kind === 'known') return true;
  return answer.code === 'INVALID_FIELD' ? false : null;
}
