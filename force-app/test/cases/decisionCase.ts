/** What a case of decisions.ts is made of: the records of a contact without a blocker, and changes of them. */

type Value = string | number | boolean | null;

/** A record with its fields by API name and with related records nested as in SOQL. */
export interface CaseRecord {
  readonly [field: string]: Value | CaseRecord;
}

export const PERMISSIONS = [
  'ManagePartners',
  'ManageCssUsers',
  'ViewSetup',
  'ViewAllUsers',
  'ViewAllProfiles',
  'ViewAllData'
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface DecisionCase {
  readonly contact: string;
  /** Replaces records of the ready org, by object. */
  readonly records?: Readonly<Record<string, readonly CaseRecord[]>>;
  /** Objects and fields that the org lacks or the person can't see. */
  readonly lacking?: readonly string[];
  /** The requested kind of user; customer by default. */
  readonly kind?: 'partner';
  /** A username that a person gives, in the form or in a column; the list screen has patterns only. */
  readonly username?: string;
  readonly outcome: 'enable' | 'already' | 'blocked';
  readonly code: string;
  /** Codes of the names that the user does not get, because somebody has them. */
  readonly deviations?: readonly string[];
  /** Codes that stand in the way of making the contact's inactive user active again. */
  readonly againstReactivation?: readonly string[];
}

export const CONTACT_ID = '003000010000001AAA';

export const owner = {
  Id: '005000010000004AAA',
  Name: 'Freja Lindqvist',
  IsActive: true,
  UserRoleId: '00E000010000003EAA',
  UserType: 'Standard'
};
export const account = {
  Id: '001000010000001AAA',
  Name: 'Northwind AB',
  IsPartner: true,
  OwnerId: owner.Id,
  Owner: owner
};
const contact = {
  Id: CONTACT_ID,
  Name: 'Amélie Dubois',
  FirstName: 'Amélie',
  LastName: 'Dubois',
  Email: 'amelie.dubois@northwind.example',
  IndividualId: null,
  AccountId: account.Id,
  Account: account
};
export const user = {
  Id: '005000010000009AAA',
  ContactId: CONTACT_ID,
  Name: 'Amélie Dubois',
  Username: 'amelie@old.example',
  Email: 'amelie@old.example',
  IsActive: true
};
export const customers = {
  Id: '100000010000002AAA',
  Name: 'Customer Community',
  LicenseDefinitionKey: 'PID_Customer_Community',
  TotalLicenses: 20,
  UsedLicenses: 3
};
export const partners = { ...customers, Id: '100000010000005AAA', Name: 'Partner Community' };
export const inactive = { ...user, IsActive: false, UserType: 'CspLitePortal', ProfileId: '00e000010000008AAA' };
export const inactivePartner = { ...inactive, UserType: 'PowerPartner', ProfileId: '00e00001000000AAAQ' };
export const customerProfile = {
  Id: '00e000010000008AAA',
  Name: 'Acme Customer',
  UserType: 'CspLitePortal',
  UserLicenseId: customers.Id
};
const partnerProfile = {
  Id: '00e00001000000AAAQ',
  Name: 'Acme Partner',
  UserType: 'PowerPartner',
  UserLicenseId: partners.Id
};

/** The contact has no blocker. */
export const READY = {
  Contact: [contact],
  User: [],
  Profile: [customerProfile, partnerProfile],
  UserLicense: [customers, partners],
  Network: [{ Id: '0DB000010000001GAA', Name: 'Acme Help', Status: 'Live', OptionsSendWelcomeEmail: true }],
  NetworkMemberGroup: [],
  Organization: [
    {
      Id: '00D000010000001EAA',
      TimeZoneSidKey: 'Europe/Stockholm',
      DefaultLocaleSidKey: 'sv_SE',
      LanguageLocaleKey: 'en_US'
    }
  ],
  External_User_Setting__mdt: [],
  External_User_Profile__mdt: [],
  PermissionSet: []
} as const satisfies Readonly<Record<string, readonly CaseRecord[]>>;

export function withContact(changes: CaseRecord): Pick<DecisionCase, 'records'> {
  return { records: { Contact: [{ ...contact, ...changes }] } };
}

export function withOwner(changes: CaseRecord): Pick<DecisionCase, 'records'> {
  return withContact({ Account: { ...account, Owner: { ...owner, ...changes } } });
}

export function withLicenses(...licenses: readonly CaseRecord[]): Pick<DecisionCase, 'records'> {
  return {
    records: { UserLicense: licenses, External_User_Setting__mdt: [{ Default_Customer_Profile__c: 'Acme Customer' }] }
  };
}

export const logIns = { Name: 'Customer Community Login', LicenseDefinitionKey: 'PID_Customer_Community_Login' };
/** A contact whose username follows the pattern. */
export function withPattern(Username_Pattern__c: string, changes: CaseRecord): Pick<DecisionCase, 'records'> {
  return {
    records: {
      Contact: [{ ...contact, ...changes }],
      External_User_Setting__mdt: [{ Username_Pattern__c, Username_Suffix__c: 'acme.portal' }]
    }
  };
}

export const full = { TotalLicenses: 20, UsedLicenses: 20 };
export const noPartner = withContact({ Account: { ...account, IsPartner: false } });
export const refusesProcessing = withContact({
  IndividualId: '0PK000010000001AAA',
  Individual: { Id: '0PK000010000001AAA', HasOptedOutProcessing: true }
});

export const asksToBeForgotten = withContact({
  IndividualId: '0PK000010000001AAA',
  Individual: { Id: '0PK000010000001AAA', HasOptedOutProcessing: false, ShouldForget: true }
});

/** A user who has the names that the contact's user would get. */
const holder = {
  Id: '005000010000007AAA',
  ContactId: null,
  Name: 'Amélie Duval',
  Username: 'Amelie.Dubois@northwind.example',
  CommunityNickname: 'Amelie.Dubois',
  UserType: 'Standard',
  IsActive: true
};
export const otherContact = { ContactId: '003000010000002AAA', UserType: 'CspLitePortal' };
export const free = { Username: 'other@northwind.example', CommunityNickname: 'other' };

export function withHolder(changes: CaseRecord): Pick<DecisionCase, 'records' | 'outcome' | 'code'> {
  return { records: { User: [{ ...holder, ...changes }] }, outcome: 'enable', code: 'ready' };
}

/** Returns all records of a case without the lacking fields. */
export function recordsOf({ records, lacking = [] }: DecisionCase): Readonly<Record<string, readonly CaseRecord[]>> {
  return Object.fromEntries(
    Object.entries({ ...READY, ...records }).map(([object, rows]) => [object, rows.map((row) => without(row, lacking))])
  );
}

function without(record: CaseRecord, lacking: readonly string[]): CaseRecord {
  const fields = Object.entries(record).filter(([field]) => !lacking.includes(field));
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      typeof value === 'object' && value !== null ? without(value, lacking) : value
    ])
  );
}
