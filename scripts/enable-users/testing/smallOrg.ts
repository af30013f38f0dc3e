import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanSummary } from '../report/planSummary.ts';
import { openStore } from '../store/store.ts';
import { createAnsweringApi, type Records } from './answeringApi.ts';
import type { PlanRow } from '../store/planRows.ts';
import type { PlanOptions } from '../plan/planOptions.ts';
import { planFolder } from '../commands/planFolder.ts';

/** An org with two contacts of one account, two profiles and one live site. A test changes the part that it is about. */

export const ADA = '003000000000001AAA';
export const BOB = '003000000000002AAA';
export const CUSTOMER = '00e000000000001AAA';
export const PARTNER = '00e000000000002AAA';

export const owner = { Name: 'Olga Owner', IsActive: true, UserRoleId: '00E1', UserType: 'Standard' };
export const account = { Name: 'Acme', IsPartner: false, OwnerId: '0059', Owner: owner };

export const ada = {
  Id: ADA,
  Name: 'Ada Lovelace',
  FirstName: 'Ada',
  LastName: 'Lovelace',
  Email: 'ada@acme.example',
  IndividualId: null,
  AccountId: '001000000000001AAA',
  Account: account
};
/** An org whose only contact is Ada, with other fields. */
export function contact(fields: object): { readonly org: Records } {
  return { org: { Contact: [{ ...ada, ...fields }] } };
}
export const bob = {
  ...ada,
  Id: BOB,
  Name: 'Bob Burns',
  FirstName: 'Bob',
  LastName: 'Burns',
  Email: 'bob@acme.example'
};

export const user = {
  Id: '005000000000001AAA',
  ContactId: ADA,
  Name: 'Ada Lovelace',
  Username: 'ada@portal.example',
  CommunityNickname: 'ada',
  Email: 'ada@acme.example',
  IsActive: true,
  ProfileId: CUSTOMER
};

export function license(key: string, total: number, used: number): Readonly<Record<string, unknown>> {
  return { Id: `100${key}`, Name: key, LicenseDefinitionKey: `PID_${key}`, TotalLicenses: total, UsedLicenses: used };
}

export const permissionSet = { Id: '0PS000000000001AAA', Name: 'Portal', Label: 'Portal Access', LicenseId: null };

/** A person who sees Setup and all users, and may create no external user. */
export const mayNothing = {
  PermissionsManagePartners: false,
  PermissionsManageCssUsers: false,
  PermissionsViewSetup: true,
  PermissionsViewAllUsers: true
};

export const ORG: Records = {
  Organization: [{ Id: '00D1', TimeZoneSidKey: 'Europe/Oslo', DefaultLocaleSidKey: 'nb_NO', LanguageLocaleKey: 'no' }],
  Profile: [
    { Id: CUSTOMER, Name: 'Acme Customer', UserType: 'CspLitePortal', UserLicenseId: '100Customers' },
    { Id: PARTNER, Name: 'Acme Partner', UserType: 'PowerPartner', UserLicenseId: '100Partners' }
  ],
  UserLicense: [license('Customers', 10, 2), license('Partners', 10, 2)],
  Network: [{ Id: '0DB1', Name: 'Help', Status: 'Live', OptionsSendWelcomeEmail: true }],
  NetworkMemberGroup: [{ NetworkId: '0DB1', ParentId: CUSTOMER }],
  UserPermissionAccess: [
    {
      PermissionsManagePartners: true,
      PermissionsManageCssUsers: true,
      PermissionsViewSetup: true,
      PermissionsViewAllUsers: true
    }
  ],
  PermissionSet: [permissionSet],
  Contact: [ada, bob]
};

export const OPTIONS: PlanOptions = {
  kind: null,
  profile: null,
  reactivate: false,
  enablesPartnerAccounts: false,
  permissionSets: []
};

/** Plans an input file in a folder. `lacking` are fields and objects that the org doesn't have. */
export async function planIn(
  folder: string,
  input: string | Buffer,
  {
    org = {},
    options = {},
    lacking = []
  }: {
    readonly org?: Records;
    readonly options?: Partial<PlanOptions>;
    readonly lacking?: readonly string[];
  } = {}
): Promise<{
  readonly rows: readonly PlanRow[];
  readonly summary: PlanSummary;
  readonly asked: readonly string[];
  readonly notes: readonly string[];
}> {
  const path = join(folder, 'in.csv');
  writeFileSync(path, input);
  const notes: string[] = [];
  const api = createAnsweringApi({ ...ORG, ...org }, lacking);
  const summary = await planFolder({
    api,
    orgId: '00D000000000001EAA',
    folder: join(folder, 'run'),
    source: { kind: 'file', path },
    options: { ...OPTIONS, ...options },
    now: () => new Date('2026-11-24T12:00:00Z'),
    onNote: (sentence) => {
      notes.push(sentence);
    },
    onStage: () => undefined
  });
  const store = openStore(join(folder, 'run'));
  const rows = [...store.plan.all()];
  store.close();
  return { rows, summary, asked: api.asked, notes };
}
