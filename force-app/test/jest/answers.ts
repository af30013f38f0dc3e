import type { GraphQLRequest } from 'lightning/graphql';
import type { PicklistValues, ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { BatchResult, RecordRepresentation } from 'lightning/uiRecordApi';
import type { ExternalProfile, License, Site } from 'c/externalUserRules';
import { account, customerProfile, liveSite, owner, partnerProfile, readyContact } from './facts.ts';

/** The facts of `facts.ts` as answers of UI API and GraphQL, in the shapes of the local org. */

export type Scalar = string | number | boolean | null;

/** Fields by name; an `undefined` field is missing in the answer, because the person or the org lacks it. */
type FieldValues = Readonly<Record<string, Scalar | RecordRepresentation | undefined>>;

export function record(apiName: string, id: string, values: FieldValues): RecordRepresentation {
  const shown = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { displayValue: null, value }] as const]
  );
  return {
    apiName,
    id,
    fields: Object.fromEntries(shown),
    lastModifiedById: '005000010000001AAA',
    lastModifiedDate: '2026-11-24T07:53:01.040Z',
    recordTypeId: null,
    systemModstamp: '2026-11-24T07:53:01.040Z'
  };
}

export const ownerRecord = record('User', owner.id, {
  Name: owner.name,
  IsActive: true,
  UserRoleId: '00E000010000003EAA',
  UserType: 'Standard'
});

export function accountRecord(changes: FieldValues = {}): RecordRepresentation {
  return record('Account', account.id, {
    Name: account.name,
    IsPartner: true,
    OwnerId: owner.id,
    Owner: ownerRecord,
    ...changes
  });
}

export function contactRecord(changes: FieldValues = {}): RecordRepresentation {
  return record('Contact', readyContact.id, {
    Name: readyContact.name,
    FirstName: readyContact.firstName,
    LastName: readyContact.lastName,
    Email: readyContact.email,
    IndividualId: null,
    AccountId: account.id,
    Account: accountRecord(),
    ...changes
  });
}

/** A profile record with its license; without `license` as a person without View Setup gets it. */
export function licenseResult(profileId: string, license?: License, key = 'PID_Customer_Community'): BatchResult {
  const values =
    license?.total.kind === 'known' && license.used.kind === 'known'
      ? { TotalLicenses: license.total.value, UsedLicenses: license.used.value }
      : {};
  const shown =
    license === undefined
      ? undefined
      : record('UserLicense', license.id, { Name: license.name, LicenseDefinitionKey: key, ...values });
  return { statusCode: 200, result: record('Profile', profileId, { UserLicense: shown }) };
}

export function licenseResults(...profiles: readonly ExternalProfile[]): { readonly results: readonly BatchResult[] } {
  return {
    results: profiles.map(({ id, license }) => licenseResult(id, license.kind === 'known' ? license.value : undefined))
  };
}

type Node = Readonly<Record<string, unknown>>;

function values(fields: Readonly<Record<string, Scalar>>): Node {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
}

/** Nests records as GraphQL does: `{ uiapi: { query: { User: { edges: [{ node }] } } } }`. */
export function queryData(records: Readonly<Record<string, readonly Node[]>>): unknown {
  const query = Object.entries(records).map(([object, nodes]) => [object, { edges: nodes.map((node) => ({ node })) }]);
  return { uiapi: { query: Object.fromEntries(query) as unknown } };
}

export const organizationNode: Node = {
  Id: '00D000010000001EAA',
  ...values({ TimeZoneSidKey: 'Europe/Stockholm', DefaultLocaleSidKey: 'sv_SE', LanguageLocaleKey: 'en_US' })
};

/** `@salesforce/user/Id` in a Jest test. */
export const RUNNING_USER = '005000000000000000';

export const newUserNode: Node = {
  Id: '00500001000000IAAQ',
  Profile: values({ Name: customerProfile.name }),
  ...values({
    Name: readyContact.name,
    Username: 'amelie.dubois@northwind.example',
    Email: readyContact.email,
    IsActive: true,
    LastLoginDate: null,
    ProfileId: customerProfile.id,
    CreatedById: RUNNING_USER,
    CreatedDate: new Date().toISOString()
  })
};

/** A contact of the account that a partner owns. */
export const externallyOwnedNode: Node = {
  Id: '003000010000044AAA',
  Owner: values({ Name: 'Min-jun Kim', UserType: 'PowerPartner' }),
  ...values({ Name: 'Lars Berg', AccountId: account.id })
};

/** No user at the contact's account. */
export const noUsersOfAccount = queryData({ User: [] });
export const noUserData = queryData({ User: [], Organization: [organizationNode] });
export const newUserData = queryData({ User: [newUserNode], Organization: [organizationNode] });

export function profilesData(...profiles: readonly ExternalProfile[]): unknown {
  const nodes = profiles.map(({ id, name, kind }) => ({
    Id: id,
    ...values({ Name: name, UserType: kind === 'partner' ? 'PowerPartner' : 'CspLitePortal' })
  }));
  return queryData({ Profile: nodes });
}

export const bothProfilesData = profilesData(customerProfile, partnerProfile);

export function siteNode({
  id,
  name,
  isLive,
  urlPathPrefix,
  selfRegistrationProfileId,
  hasSelfRegistration
}: Site): Node {
  const status = isLive ? 'Live' : 'UnderConstruction';
  return {
    Id: id,
    ...values({
      Name: name,
      Status: status,
      UrlPathPrefix: urlPathPrefix,
      OptionsSendWelcomeEmail: true,
      SelfRegProfileId: selfRegistrationProfileId,
      OptionsSelfRegistrationEnabled: hasSelfRegistration
    })
  };
}

export const liveSiteData = queryData({ Network: [siteNode(liveSite)] });

/** Answers the product's custom metadata: no or one settings record, and the allowed profiles. */
export function settingsData(
  settings: readonly Readonly<Record<string, Scalar>>[] = [],
  allowed: readonly Readonly<Record<string, Scalar>>[] = [],
  runningUser: Readonly<Record<string, Scalar>> = {}
): unknown {
  return queryData({
    User: [values(runningUser)],
    External_User_Setting__mdt: settings.map(values),
    External_User_Profile__mdt: allowed.map(values)
  });
}

/** Answers the given number of external users for each profile. */
export function usersData(
  ...users: readonly {
    readonly profile: Pick<ExternalProfile, 'id' | 'name'>;
    readonly userType: string;
    readonly isActive: boolean;
  }[]
): unknown {
  return queryData({
    User: users.map(({ profile, userType, isActive }) => ({
      Profile: values({ Name: profile.name }),
      ...values({ ProfileId: profile.id, UserType: userType, IsActive: isActive })
    }))
  });
}

function times<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}

/** Answers the number of users that `facts.ts` gives for its profiles. */
export const fixtureUsersData = usersData(
  ...times(3, { profile: customerProfile, userType: 'CspLitePortal', isActive: true }),
  ...times(1, { profile: partnerProfile, userType: 'PowerPartner', isActive: true })
);

/** GraphQL refuses a field that an org lacks with this error and `data: null`. */
export const fieldUndefined = {
  message: "Validation error of type FieldUndefined: Field 'Network' in type 'RecordQuery' is undefined @ 'Network'",
  extensions: { ErrorType: 'ValidationError' }
};

/** GraphQL refuses an object to a person without access with this error. */
export const noAccess = {
  message: 'Insufficient access to User',
  extensions: { ErrorType: 'DataFetchingException' }
};

/** Selects the wire of a query by the operation name. */
export function ofQuery(name: string): (request: GraphQLRequest) => boolean {
  return ({ query }) => query !== undefined && 'text' in query && String(query.text).includes(`query ${name}`);
}

export const userObjectInfo: ObjectInfoRepresentation = {
  apiName: 'User',
  label: 'User',
  keyPrefix: '005',
  createable: true,
  updateable: true,
  defaultRecordTypeId: null,
  fields: Object.fromEntries(
    [
      ['Username', 80],
      ['Alias', 8],
      ['CommunityNickname', 40]
    ].map(([apiName, length]) => [apiName, userField(String(apiName), Number(length))])
  )
};

function userField(apiName: string, length: number): ObjectInfoRepresentation['fields'][string] {
  return { apiName, label: apiName, dataType: 'String', length, required: true, createable: true, updateable: true };
}

export function picklist(...choices: readonly (readonly [label: string, value: string])[]): PicklistValues {
  return { defaultValue: null, values: choices.map(([label, value]) => ({ label, value })) };
}
