import { IDLE_DAYS } from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { numberAt, textAt } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** Active external users without a log-in for `IDLE_DAYS`; for those who never logged in, since the creation. */
const QUERY =
  'SELECT Profile.UserLicenseId licenseId, COUNT(Id) users FROM User ' +
  "WHERE IsActive = true AND UserType IN ('CspLitePortal', 'PowerCustomerSuccess', 'CustomerSuccess', 'PowerPartner') " +
  `AND (LastLoginDate < LAST_N_DAYS:${IDLE_DAYS} ` +
  `OR (LastLoginDate = null AND CreatedDate < LAST_N_DAYS:${IDLE_DAYS})) GROUP BY Profile.UserLicenseId`;

/** The number of idle users, whose seats could be freed, by the id of their license. */
export async function readIdleUsers(org: Org): Promise<Answer<ReadonlyMap<string, number>>> {
  const answer = await org.query(QUERY);
  return answer.kind === 'refused'
    ? answer
    : known(new Map(answer.value.records.map((row) => [textAt(row, 'licenseId'), numberAt(row, 'users') ?? 0])));
}
