import type { ExternalProfile, License } from 'c/externalUserRules';
import { toExternalProfile, toLicense } from '../../shared/rules/orgRows.ts';
import { known, valueOr, type Answer } from 'sf-cli/answer';
import { numberAt, textAt, type Json } from 'sf-cli/json';
import type { Org } from '../org.ts';

/** A user license, with the log-ins that count for a login-based one. */
export interface LicenseRow extends License {
  readonly monthlyLogins: number | null;
  readonly monthlyLoginsUsed: number | null;
}

export interface ProfileRow {
  readonly id: string;
  readonly name: string;
  readonly userType: string;
  readonly licenseId: string;
}

export async function readProfiles(org: Org): Promise<Answer<readonly ProfileRow[]>> {
  const answer = await org.query('SELECT Id, Name, UserType, UserLicenseId FROM Profile ORDER BY Name');
  return answer.kind === 'refused'
    ? answer
    : known(
        answer.value.records.map((row) => ({
          id: textAt(row, 'Id'),
          name: textAt(row, 'Name'),
          userType: textAt(row, 'UserType'),
          licenseId: textAt(row, 'UserLicenseId')
        }))
      );
}

/** Needs View Setup and Configuration (object reference, UserLicense). */
export async function readLicenses(org: Org): Promise<Answer<readonly LicenseRow[]>> {
  const answer = await org.query(
    'SELECT Id, Name, LicenseDefinitionKey, TotalLicenses, UsedLicenses, MonthlyLoginsEntitlement, MonthlyLoginsUsed ' +
      'FROM UserLicense ORDER BY Name'
  );
  return answer.kind === 'refused' ? answer : known(answer.value.records.map(licenseOf));
}

function licenseOf(row: Json): LicenseRow {
  return {
    ...toLicense(row),
    monthlyLogins: numberAt(row, 'MonthlyLoginsEntitlement'),
    monthlyLoginsUsed: numberAt(row, 'MonthlyLoginsUsed')
  };
}

/** The external profiles, as facts for the rules. */
export function toExternalProfiles(
  profiles: readonly ProfileRow[],
  licenses: Answer<readonly LicenseRow[]>
): readonly ExternalProfile[] {
  const bought = valueOr(licenses, []);
  return profiles.flatMap((profile) =>
    toExternalProfile(
      profile,
      bought.find(({ id }) => id === profile.licenseId)
    )
  );
}
