import { gql, type GraphQLResult } from 'lightning/graphql';
import type { BatchResult, RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { known, kindOfUserType, unknown, type ExternalProfile, type Fact, type License } from 'c/externalUserRules';
import { idOf, nodesOf, textAt } from './answers.ts';

/** A query of its own: where an org refuses Profile, nothing else is lost. */
export const PROFILES_QUERY = gql`
  query ExternalUserProfiles {
    uiapi {
      query {
        Profile(
          where: { UserType: { in: ["CspLitePortal", "PowerCustomerSuccess", "CustomerSuccess", "PowerPartner"] } }
          orderBy: { Name: { order: ASC } }
          first: 200
        ) {
          edges {
            node {
              Id
              Name {
                value
              }
              UserType {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** GraphQL has no UserLicense: licence and seats come through the record of each profile. */
export const LICENSE_OPTIONAL_FIELDS: readonly string[] = [
  'Profile.UserLicenseId',
  'Profile.UserLicense.Name',
  'Profile.UserLicense.LicenseDefinitionKey',
  'Profile.UserLicense.TotalLicenses',
  'Profile.UserLicense.UsedLicenses'
];

/** Profiles of external licences. A licence is pending until its record has answered. */
export function toProfiles(
  profiles: GraphQLResult | undefined,
  licenses: WireResult<{ readonly results: readonly BatchResult[] }>
): Fact<readonly ExternalProfile[]> {
  const nodes = nodesOf(profiles, 'Profile');
  if (nodes.kind === 'unknown') {
    return nodes;
  }
  return known(
    nodes.value.flatMap((node) => {
      const kind = kindOfUserType(textAt(node, 'UserType') ?? '');
      const id = idOf(node);
      return kind === null ? [] : { id, kind, name: textAt(node, 'Name') ?? '', license: licenseOf(id, licenses) };
    })
  );
}

function licenseOf(
  profileId: string,
  { data, error }: WireResult<{ readonly results: readonly BatchResult[] }>
): Fact<License> {
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
    // PID_Customer_Community_Login, PID_Partner_Community_Login (object reference, UserLicense)
    isLoginBased: typeof key === 'string' && key.endsWith('_Login')
  });
}

function countIn(license: RecordRepresentation, field: string): Fact<number> {
  const value = license.fields[field]?.value;
  return typeof value === 'number' ? known(value) : unknown('noAccess');
}
