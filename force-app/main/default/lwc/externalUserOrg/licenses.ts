import type { BatchResult, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { isLoginLicense, known, unknown, type Fact, type License } from 'c/externalUserRules';

/** GraphQL has no UserLicense, so license and seats are read with the record of each profile. */
const LICENSE_FIELDS: readonly string[] = [
  'Profile.UserLicenseId',
  'Profile.UserLicense.Name',
  'Profile.UserLicense.LicenseDefinitionKey',
  'Profile.UserLicense.TotalLicenses',
  'Profile.UserLicense.UsedLicenses'
];

export type LicenseAnswer = WireResult<{ readonly results: readonly BatchResult[] }>;

/** One request for the licenses of these profiles, or undefined where there is no profile. */
export function licenseRequest(recordIds: readonly string[]) {
  return recordIds.length === 0 ? undefined : [{ recordIds, optionalFields: LICENSE_FIELDS }];
}

/** Pending until the profile's record has answered. */
export function licenseOf(profileId: string, { data, error }: LicenseAnswer): Fact<License> {
  if (data === undefined) {
    return unknown(error === undefined ? 'pending' : 'failed');
  }
  const record = data.results.find(({ statusCode, result }) => statusCode === 200 && result.id === profileId)?.result;
  const license = record?.fields['UserLicense']?.value;
  if (typeof license !== 'object' || license === null) {
    return unknown('noAccess');
  }
  const key = license.fields['LicenseDefinitionKey']?.value;
  const name = license.fields['Name']?.value;
  return known({
    id: license.id,
    name: typeof name === 'string' ? name : '',
    total: countIn(license, 'TotalLicenses'),
    used: countIn(license, 'UsedLicenses'),
    isLoginBased: typeof key === 'string' && isLoginLicense(key)
  });
}

function countIn(license: RecordRepresentation, field: string): Fact<number> {
  const value = license.fields[field]?.value;
  return typeof value === 'number' ? known(value) : unknown('noAccess');
}
