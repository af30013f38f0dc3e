import { known, type Answer } from 'sf-cli/answer';
import { flagAt, textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** The account for the contacts of visitors, and whether its owner allows them to become users. */
export interface RegistrationRow {
  readonly siteId: string;
  /** Empty if visitors become person accounts. */
  readonly account: string;
  readonly owner: string;
  readonly ownerIsActive: boolean;
  readonly ownerHasRole: boolean;
}

/** A site has at most one. Needs Create and Set Up Experiences (object reference, NetworkSelfRegistration). */
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

/** Whether the org has person accounts, which visitors become without an account; null if the org doesn't say. */
export async function hasPersonAccounts(org: Org): Promise<boolean | null> {
  const answer = await org.query('SELECT COUNT() FROM Account WHERE IsPersonAccount = true');
  if (answer.kind === 'known') return true;
  return answer.code === 'INVALID_FIELD' ? false : null;
}
