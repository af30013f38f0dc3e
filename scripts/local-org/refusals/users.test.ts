import {
  admin,
  amelie,
  codesOf,
  insert,
  personLabelled,
  readyOrg,
  recordNamed,
  update,
  withFields,
  written
} from '../fixtures/readyOrg.ts';
import type { Fields, Org, Refusal } from '../types.ts';

interface Case {
  readonly title: string;
  readonly org?: () => Org;
  readonly changes: (org: Org) => Fields;
  readonly refusal: Refusal;
}

const contactOf = (org: Org, name: string) => ({ ContactId: recordNamed(org, 'Contact', name).Id });
const profileOf = (org: Org, name: string) => ({ ProfileId: recordNamed(org, 'Profile', name).Id });

const CASES: readonly Case[] = [
  {
    title: 'names all required fields at once',
    changes: () => ({ LastName: null, Alias: '' }),
    refusal: {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Alias, LastName]',
      fields: ['Alias', 'LastName']
    }
  },
  {
    title: 'refuses an alias of nine characters',
    changes: () => ({ Alias: 'ninechars' }),
    refusal: {
      statusCode: 'STRING_TOO_LONG',
      message: 'Alias: data value too large: ninechars (max length=8)',
      fields: ['Alias']
    }
  },
  {
    title: 'refuses an email that is no address',
    changes: () => ({ Email: 'amelie@' }),
    refusal: {
      statusCode: 'INVALID_EMAIL_ADDRESS',
      message: 'Email: invalid email address: amelie@',
      fields: ['Email']
    }
  },
  {
    title: 'refuses a time zone that is not in the list',
    changes: () => ({ TimeZoneSidKey: 'Europe/Gothenburg' }),
    refusal: {
      statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'Time Zone: bad value for restricted picklist field: Europe/Gothenburg',
      fields: ['TimeZoneSidKey']
    }
  },
  {
    title: 'refuses fields that are read-only on create',
    changes: () => ({ Name: 'Amélie', UserType: 'CspLitePortal', IsPortalEnabled: true }),
    refusal: {
      statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      message:
        'Unable to create/update fields: Name, UserType, IsPortalEnabled. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
      fields: ['Name', 'UserType', 'IsPortalEnabled']
    }
  },
  {
    title: 'refuses a field that does not exist',
    changes: () => ({ Nickname: 'amelie' }),
    refusal: { statusCode: 'INVALID_FIELD', message: "No such column 'Nickname' on sobject of type User", fields: [] }
  },
  {
    title: 'refuses a profile id that is no id',
    changes: () => ({ ProfileId: 'Acme Customer' }),
    refusal: {
      statusCode: 'MALFORMED_ID',
      message: 'Profile ID: id value of incorrect type: Acme Customer',
      fields: ['ProfileId']
    }
  },
  {
    title: 'refuses the id of another object in a reference',
    changes: (org) => ({ ContactId: recordNamed(org, 'Account', 'Northwind Ångström AB').Id }),
    refusal: {
      statusCode: 'MALFORMED_ID',
      message: 'Contact ID: id value of incorrect type: 001000010000001AAA',
      fields: ['ContactId']
    }
  },
  {
    title: 'refuses the id of a record that is not there',
    changes: () => ({ ContactId: '003000019999999AAA' }),
    refusal: { statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: ['ContactId'] }
  },
  {
    title: 'refuses a username without the form of an email address',
    changes: () => ({ Username: 'amelie.dubois' }),
    refusal: {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: 'Username must be in the form of an email address (for example, john@acme.com)',
      fields: ['Username']
    }
  },
  ...['Kofi.Mensah@acme.example', 'info@acme.example'].map((Username): Case => ({
    title: `refuses a username that another user has, here or in another org: ${Username}`,
    changes: () => ({ Username }),
    refusal: {
      statusCode: 'DUPLICATE_USERNAME',
      message:
        "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address).",
      fields: ['Username']
    }
  })),
  {
    title: 'refuses a nickname that another user has',
    changes: () => ({ CommunityNickname: 'Kofi.Mensah' }),
    refusal: {
      statusCode: 'DUPLICATE_COMM_NICKNAME',
      message: 'Duplicate Nickname.<br>Another user has already selected this nickname.<br>Please select another.',
      fields: ['CommunityNickname']
    }
  },
  {
    title: 'refuses an external profile without a contact',
    changes: () => ({ ContactId: null }),
    refusal: {
      statusCode: 'INVALID_CROSS_REFERENCE_KEY',
      message: 'Cannot create a portal user without contact',
      fields: []
    }
  },
  {
    title: 'refuses an internal profile with a contact',
    changes: (org) => profileOf(org, 'Standard User'),
    refusal: {
      statusCode: 'INVALID_PROFILE',
      message: "The profile isn't associated with an external user license",
      fields: ['ProfileId']
    }
  },
  {
    title: 'refuses a standard external profile unless the org allows it',
    changes: (org) => profileOf(org, 'Customer Community User'),
    refusal: {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message:
        'To create or update users for this profile, go to Setup > Digital Experiences > Settings and select Allow using standard external profiles for self-registration, user creation, and login.',
      fields: ['ProfileId']
    }
  },
  {
    title: "refuses a contact whose account's owner has no role",
    org: () => readyOrg({}, withFields('AccountNorthwind', { OwnerId: '@ownerWithoutRole' })),
    changes: () => ({}),
    refusal: { statusCode: 'UNKNOWN_EXCEPTION', message: 'portal account owner must have a role', fields: [] }
  },
  {
    title: 'refuses a contact without an account in the same words',
    org: () => readyOrg({}, withFields('ContactAmelie', { AccountId: null })),
    changes: () => ({}),
    refusal: { statusCode: 'UNKNOWN_EXCEPTION', message: 'portal account owner must have a role', fields: [] }
  },
  {
    title: "refuses a contact whose account's owner is inactive",
    org: () => readyOrg({}, withFields('AccountNorthwind', { OwnerId: '@ownerInactive' })),
    changes: () => ({}),
    refusal: {
      statusCode: 'INACTIVE_OWNER_OR_USER',
      message: 'operation performed with inactive user [005000010000006] as owner of account',
      fields: []
    }
  },
  {
    title: 'refuses a second user for a contact',
    changes: (org) => contactOf(org, 'Zoë Müller-Lüdenscheidt'),
    refusal: {
      statusCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
      message: 'portal user already exists for contact',
      fields: []
    }
  },
  {
    title: 'refuses a second user for a contact whose first one is inactive',
    org: () => readyOrg({}, withFields('zoeCustomer', { IsActive: false })),
    changes: (org) => contactOf(org, 'Zoë Müller-Lüdenscheidt'),
    refusal: {
      statusCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT',
      message: 'portal user already exists for contact',
      fields: []
    }
  },
  {
    title: 'refuses an active user when no seat is free',
    org: () => readyOrg({}, withFields('customerCommunityLicense', { TotalLicenses: 3 })),
    changes: () => ({}),
    refusal: {
      statusCode: 'LICENSE_LIMIT_EXCEEDED',
      message: 'License Limit Exceeded - Customer Community',
      fields: []
    }
  },
  {
    title: "refuses an internal user's role for an external user",
    changes: (org) => ({ UserRoleId: recordNamed(org, 'UserRole', 'CEO').Id }),
    refusal: {
      statusCode: 'FIELD_INTEGRITY_EXCEPTION',
      message: 'role type must match user type',
      fields: ['UserRoleId']
    }
  }
];

describe('creating an external user', () => {
  it.each(CASES)('$title', ({ org: makeOrg = readyOrg, changes, refusal }) => {
    const org = makeOrg();
    expect(insert(org, 'User', amelie(org, changes(org)))).toEqual({ success: false, errors: [refusal] });
  });

  it.each([
    { title: 'a standard profile where the org allows it', profile: 'Customer Community User', standard: true },
    { title: 'a customer with a role', profile: 'Acme Customer Plus', standard: false },
    { title: 'a partner on an account that is no partner account', profile: 'Acme Partner', standard: false }
  ])('accepts $title', ({ profile, standard }) => {
    const org = readyOrg({ standardExternalProfiles: standard });
    expect(codesOf(insert(org, 'User', amelie(org, profileOf(org, profile))))).toEqual([]);
  });

  it('accepts an inactive user when no seat is free', () => {
    const org = readyOrg({}, withFields('customerCommunityLicense', { TotalLicenses: 3 }));
    expect(codesOf(insert(org, 'User', amelie(org, { IsActive: false })))).toEqual([]);
  });

  it('counts log-ins, not users, of a login licence', () => {
    const org = readyOrg(
      { standardExternalProfiles: true },
      withFields('customerCommunityLoginLicense', { TotalLicenses: 0 })
    );
    expect(codesOf(insert(org, 'User', amelie(org, profileOf(org, 'Customer Community Login User'))))).toEqual([]);
  });

  it('asks only this org about a username where usernames are unique to the org', () => {
    const org = readyOrg({ usernameUniquenessInOrg: true });
    expect(codesOf(insert(org, 'User', amelie(org, { Username: 'info@acme.example' })))).toEqual([]);
  });

  it('refuses somebody who may not manage external users', () => {
    const org = readyOrg();
    const { ProfileId, ...fields } = amelie(org);
    const result = insert(
      org,
      'User',
      { ...fields, ProfileId: ProfileId ?? null },
      personLabelled(org, 'Without permission')
    );
    expect(codesOf(result)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  });

  it('lets Sales Ops do it by the permission set alone, but no internal user', () => {
    const org = readyOrg();
    const salesOps = personLabelled(org, 'Sales Ops');
    const internal = amelie(org, { ...profileOf(org, 'Standard User'), ContactId: null, Username: 'new@acme.example' });
    expect(codesOf(insert(org, 'User', internal, salesOps))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
    expect(codesOf(insert(org, 'User', amelie(org), salesOps))).toEqual([]);
  });
});

describe('updating an external user', () => {
  it('asks for a seat again when an inactive user is activated', () => {
    const org = readyOrg({}, withFields('customerCommunityLicense', { TotalLicenses: 3 }));
    const user = written(org, insert(org, 'User', amelie(org, { IsActive: false })));
    expect(codesOf(update(org, user.Id, { IsActive: true }))).toEqual(['LICENSE_LIMIT_EXCEEDED']);
    update(org, recordNamed(org, 'User', 'zoe.mueller@northwind-angstrom.example.acme').Id, { IsActive: false });
    expect(codesOf(update(org, user.Id, { IsActive: true }))).toEqual([]);
  });

  it('lets the own record be changed, but not what decides on access', () => {
    const org = readyOrg();
    const kofi = personLabelled(org, 'Without permission');
    expect(codesOf(update(org, kofi.userId, { Title: 'Sales' }, kofi))).toEqual([]);
    expect(codesOf(update(org, kofi.userId, { IsActive: false }, kofi))).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
    expect(codesOf(update(org, admin(org).userId, { Title: 'Boss' }, kofi))).toEqual([
      'INSUFFICIENT_ACCESS_OR_READONLY'
    ]);
  });

  it('never deletes a user', () => {
    const org = readyOrg();
    const result = org.transact(admin(org), { allOrNone: true }, (writes) => writes.remove(admin(org).userId));
    expect(codesOf(result)).toEqual(['INSUFFICIENT_ACCESS_OR_READONLY']);
  });
});
