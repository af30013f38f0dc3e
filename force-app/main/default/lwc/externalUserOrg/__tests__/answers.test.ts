import type { GraphQLResult } from 'lightning/graphql';
import {
  EXISTING_USER_QUERY,
  PROFILES_QUERY,
  SETTINGS_QUERY,
  SITES_QUERY,
  USERS_BY_PROFILE_QUERY,
  type LicenseAnswer
} from 'c/externalUserOrg';
import { known, unknown, type ExternalProfile, type Fact } from 'c/externalUserRules';
import {
  RUNNING_USER,
  bothProfilesData,
  fieldUndefined,
  fixtureUsersData,
  licenseResult,
  licenseResults,
  newUserNode,
  noAccess,
  noUserData,
  organizationNode,
  profilesData,
  queryData,
  settingsData,
  usersData
} from '../../../../../test/jest/answers.ts';
import { customerLicense, customerProfile, partnerProfile, readyContact } from '../../../../../test/jest/facts.ts';
import { toExistingUser, toOrgDefaults } from '../existingUser.ts';
import { toProfiles } from '../profiles.ts';
import { toSites } from '../sites.ts';

/** The profiles of an org without an allow-list, by default with the fixtures' users. */
function profilesIn(
  profiles: GraphQLResult,
  licenses: LicenseAnswer,
  users: unknown = fixtureUsersData
): Fact<readonly ExternalProfile[]> {
  return toProfiles({ profiles, licenses, settings: { data: settingsData() }, users: { data: users } }).profiles;
}

/** The result of a wire before the org has answered. */
const pending = { data: undefined, errors: undefined };
const withoutLicense = (reason: 'pending' | 'noAccess' | 'failed') => ({
  ...customerProfile,
  license: unknown(reason)
});

/** The three queries, with each result that contains no answer. */
describe.each([
  ['the user', toExistingUser],
  ['profiles', (result: object | undefined) => profilesIn(result ?? {}, {}, usersData())],
  ['sites', toSites]
] as const)('%s', (_what, adapt) => {
  it.each([
    ['pending before the wire has been connected', undefined, 'pending'],
    ['pending before the org has answered', pending, 'pending'],
    ['pending with an empty list of errors', { data: undefined, errors: [] }, 'pending'],
    [
      'not in this org, when GraphQL does not know a type or field',
      { data: undefined, errors: [fieldUndefined] },
      'notInOrg'
    ],
    [
      'not in this org, with the null that comes with a validation error',
      { data: null, errors: [fieldUndefined] },
      'notInOrg'
    ],
    [
      'not in this org, when the answer leaves the object out',
      { data: { uiapi: { query: {} } }, errors: undefined },
      'notInOrg'
    ],
    ['without access, when the org refuses', { data: undefined, errors: [noAccess] }, 'noAccess'],
    [
      'without access, when only this part is refused',
      { data: { uiapi: { query: { User: null, Profile: null, Network: null } } }, errors: [noAccess] },
      'noAccess'
    ],
    ['failed, when the server is away', { data: undefined, errors: [{ message: 'HTTP 500' }] }, 'failed']
  ] as const)('are %s', (_how, result, reason) => {
    expect(adapt(result)).toEqual(unknown(reason));
  });
});

describe('toExistingUser', () => {
  it('is known to be null where the contact has no user', () => {
    expect(toExistingUser({ data: noUserData })).toEqual(known(null));
  });

  it('is the user who holds the contact', () => {
    const created = { CreatedDate: { value: '2026-11-30T10:00:00.000Z' } };
    const node = { ...newUserNode, ...created, UserType: { value: 'CspLitePortal' } };
    expect(toExistingUser({ data: queryData({ User: [node] }) })).toEqual(
      known({
        id: '00500001000000IAAQ',
        name: 'Amélie Dubois',
        username: 'amelie.dubois@northwind.example',
        email: readyContact.email,
        isActive: true,
        lastLogin: null,
        profileId: customerProfile.id,
        profileName: 'Acme Customer',
        userType: 'CspLitePortal',
        createdById: RUNNING_USER,
        createdDate: '2026-11-30T10:00:00.000Z'
      })
    );
  });

  it('works without the optional fields, as for a person without View Setup', () => {
    const data = queryData({ User: [{ Id: newUserNode['Id'] }] });
    expect(toExistingUser({ data })).toEqual(
      known({
        id: '00500001000000IAAQ',
        name: '',
        username: '',
        email: null,
        isActive: false,
        lastLogin: null,
        profileId: null,
        profileName: null,
        userType: null,
        createdById: null,
        createdDate: null
      })
    );
  });
});

describe('toOrgDefaults', () => {
  it('takes time zone, locale and language from Organization', () => {
    expect(toOrgDefaults({ data: noUserData })).toEqual({
      id: organizationNode['Id'],
      timeZone: 'Europe/Stockholm',
      locale: 'sv_SE',
      language: 'en_US'
    });
  });

  it.each([
    ['pending', pending],
    ['refused', { data: undefined, errors: [noAccess] }],
    ['without fields', { data: queryData({ Organization: [{ Id: organizationNode['Id'] }] }) }],
    ['empty', { data: queryData({ Organization: [] }) }]
  ])('has no defaults where the answer is %s', (_how, result) => {
    expect(toOrgDefaults(result)).toMatchObject({ timeZone: null, locale: null, language: null });
  });
});

describe('toProfiles', () => {
  const profiles = { data: profilesData(customerProfile) };

  it('joins each profile with its license', () => {
    const licenses = { data: licenseResults(customerProfile, partnerProfile) };
    expect(profilesIn({ data: bothProfilesData }, licenses)).toEqual(known([customerProfile, partnerProfile]));
  });

  it.each([
    ['pending before the records have answered', {}, withoutLicense('pending')],
    [
      'failed when the records are refused',
      { error: { ok: false, status: 500, statusText: '', body: null } },
      withoutLicense('failed')
    ],
    [
      'hidden where View Setup is missing',
      { data: { results: [licenseResult(customerProfile.id)] } },
      withoutLicense('noAccess')
    ],
    ['hidden where the profile is not among the records', { data: { results: [] } }, withoutLicense('noAccess')],
    [
      'hidden where the record is refused',
      { data: { results: [{ ...licenseResult(customerProfile.id, customerLicense), statusCode: 404 }] } },
      withoutLicense('noAccess')
    ]
  ] as const)('has a license that is %s', (_how, licenses, profile) => {
    expect(profilesIn(profiles, licenses)).toEqual(known([profile]));
  });

  it('works without counts that are hidden', () => {
    const hidden = { ...customerLicense, total: unknown('noAccess'), used: unknown('noAccess') };
    const licenses = { data: { results: [licenseResult(customerProfile.id, hidden)] } };
    expect(profilesIn(profiles, licenses)).toEqual(known([{ ...customerProfile, license: known(hidden) }]));
  });

  it.each([
    ['PID_Customer_Community', false],
    ['PID_Customer_Community_Login', true],
    ['PID_Partner_Community_Login', true],
    ['PID_Partner_Community', false]
  ])('knows from the key %s whether log-ins are counted: %s', (key, isLoginBased) => {
    const licenses = { data: { results: [licenseResult(customerProfile.id, customerLicense, key)] } };
    expect(profilesIn(profiles, licenses)).toMatchObject({ value: [{ license: { value: { isLoginBased } } }] });
  });

  it('leaves out a profile that makes no external user', () => {
    const internal = {
      Id: '00e000010000001AAA',
      Name: { value: 'System Administrator' },
      UserType: { value: 'Standard' }
    };
    const typeless = { Id: '00e000010000002AAA', Name: { value: 'Unnamed' } };
    expect(profilesIn({ data: queryData({ Profile: [internal, typeless] }) }, {})).toEqual(known([]));
  });
});

describe('the queries', () => {
  const queries = Object.entries({
    EXISTING_USER_QUERY,
    PROFILES_QUERY,
    SETTINGS_QUERY,
    SITES_QUERY,
    USERS_BY_PROFILE_QUERY
  }).map(([name, query]) => [name, 'text' in query ? String(query.text) : ''] as const);

  it.each(queries)('%s names no object that GraphQL lacks', (_name, text) => {
    expect(text).not.toMatch(/UserLicense|NetworkMember|PermissionSetAssignment/);
  });

  it('asks for the contact’s user by a variable, never by text', () => {
    expect(queries[0]?.[1]).toContain('ContactId: { eq: $contactId }');
    expect(queries.map(([, text]) => text).join('')).not.toContain(readyContact.id);
  });
});
