import {
  isRoleBased,
  isStandardProfile,
  kindOfUserType,
  known as fact,
  unknown,
  type ExternalProfile,
  type Fact,
  type License
} from 'c/externalUserRules';
import { known, numberAt, textAt, type Answer, type Json } from '../answers.ts';
import type { Org } from '../org.ts';

/** A user licence with what a login-based one counts. */
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

/** Object reference, UserLicense: readable with View Setup and Configuration. */
export async function readLicenses(org: Org): Promise<Answer<readonly LicenseRow[]>> {
  const answer = await org.query(
    'SELECT Id, Name, LicenseDefinitionKey, TotalLicenses, UsedLicenses, MonthlyLoginsEntitlement, MonthlyLoginsUsed ' +
      'FROM UserLicense ORDER BY Name'
  );
  return answer.kind === 'refused' ? answer : known(answer.value.records.map(licenseOf));
}

function licenseOf(row: Json): LicenseRow {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    total: countOf(row, 'TotalLicenses'),
    used: countOf(row, 'UsedLicenses'),
    // PID_Customer_Community_Login, PID_Partner_Community_Login (object reference, UserLicense)
    isLoginBased: textAt(row, 'LicenseDefinitionKey').endsWith('_Login'),
    monthlyLogins: numberAt(row, 'MonthlyLoginsEntitlement'),
    monthlyLoginsUsed: numberAt(row, 'MonthlyLoginsUsed')
  };
}

function countOf(row: Json, field: string): Fact<number> {
  const count = numberAt(row, field);
  return count === null ? unknown('noAccess') : fact(count);
}

/** The profiles that make external users, as the rules judge them. */
export function toExternalProfiles(
  profiles: readonly ProfileRow[],
  licenses: Answer<readonly LicenseRow[]>
): readonly ExternalProfile[] {
  return profiles.flatMap(({ id, name, userType, licenseId }) => {
    const kind = kindOfUserType(userType);
    const license = licenses.kind === 'known' ? licenses.value.find((one) => one.id === licenseId) : undefined;
    return kind === null
      ? []
      : [
          {
            id,
            name,
            kind,
            license: license === undefined ? unknown('noAccess') : fact(license),
            isRoleBased: isRoleBased(userType),
            isStandard: isStandardProfile(name),
            activeUsers: unknown('failed'),
            siteName: null
          } satisfies ExternalProfile
        ];
  });
}
