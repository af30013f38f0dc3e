import { known } from 'sf-cli/answer';
import type { Org } from '../org.ts';
import { readOrg, type Reading } from '../reading/reading.ts';
import { answeringOrg, type Answers } from './answeringOrg.ts';

/** Rows of an org that is ready; a test adds its own before them. */
export const READY_ROWS: NonNullable<Answers['rows']> = {
  'FROM UserPermissionAccess': [
    {
      PermissionsManagePartners: true,
      PermissionsManageCssUsers: true,
      PermissionsViewSetup: true,
      PermissionsViewRoles: true,
      PermissionsViewAllUsers: true,
      PermissionsResetPasswords: true,
      PermissionsViewAllProfiles: true,
      PermissionsViewAllData: true,
      PermissionsModifyAllData: true
    }
  ],
  'FROM Profile': [
    { Id: '00e1', Name: 'Acme Customer', UserType: 'CspLitePortal', UserLicenseId: '1001' },
    { Id: '00e2', Name: 'Customer Community User', UserType: 'CspLitePortal', UserLicenseId: '1001' }
  ],
  'FROM UserLicense': [
    {
      Id: '1001',
      Name: 'Customer Community',
      LicenseDefinitionKey: 'PID_Customer_Community',
      TotalLicenses: 5,
      UsedLicenses: 2
    }
  ],
  'FROM NetworkMemberGroup': [{ NetworkId: '0DB1', ParentId: '00e1' }],
  'FROM Network': [
    {
      Id: '0DB1',
      Name: 'Acme Help',
      Status: 'Live',
      EmailSenderAddress: 'help@acme.example',
      OptionsSendWelcomeEmail: true
    }
  ],
  'FROM EmailDomainKey': [{ Domain: 'acme.example', DomainMatch: 'DomainOnly', IsActive: true }],
  'FROM AuthorizedEmailDomain': []
};

const USER_FIELDS = { fields: { ContactId: { createable: true }, ProfileId: { createable: true } } };

/** The reading of an org with these rows and these settings of Digital Experiences. */
export async function readingOf(
  rows: NonNullable<Answers['rows']> = {},
  communities?: Readonly<Record<string, unknown>>
): Promise<Reading> {
  const base = answeringOrg({ rows: { ...rows, ...READY_ROWS, ...rows }, uiApi: () => known(USER_FIELDS) });
  const org: Org =
    communities === undefined ? base : { ...base, readMetadata: () => Promise.resolve(known(communities)) };
  return readOrg(org);
}
