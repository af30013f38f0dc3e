import { createSchema } from './schema.ts';
import type { FieldSchema, ObjectSchema } from './objectSchema.ts';

const EVERYTHING = { digitalExperiences: true, partnerAccounts: true, personAccounts: true };
const schema = createSchema(EVERYTHING);

function object(apiName: string, of = schema): ObjectSchema {
  const found = of.object(apiName);
  if (found === undefined) {
    throw new Error(`no object ${apiName}`);
  }
  return found;
}

function field(path: string): FieldSchema {
  const [objectName = '', fieldName = ''] = path.split('.');
  const found = schema.field(object(objectName), fieldName);
  if (found === undefined) {
    throw new Error(`no field ${path}`);
  }
  return found;
}

describe('objects', () => {
  it.each([
    ['Account', '001', true, false],
    ['Contact', '003', true, false],
    ['Individual', '0PK', true, false],
    ['Network', '0DB', true, true],
    ['Organization', '00D', true, true],
    ['PermissionSet', '0PS', true, true],
    ['PermissionSetAssignment', '0Pa', false, true],
    ['Profile', '00e', true, true],
    ['User', '005', true, true],
    ['UserLicense', '100', false, true],
    ['UserRole', '00E', true, true]
  ])(
    '%s has key prefix %s; UI API supports it: %s; setup object: %s',
    (apiName, keyPrefix, supportedByUiApi, isSetup) => {
      expect(object(apiName)).toMatchObject({ keyPrefix, supportedByUiApi, isSetup });
    }
  );

  it.each(['NetworkMember', 'NetworkMemberGroup', 'NetworkSelfRegistration'])(
    'UI API does not support %s',
    (apiName) => {
      expect(object(apiName).supportedByUiApi).toBe(false);
    }
  );

  it('are found by name without regard to case, and by the key prefix of an id', () => {
    expect(schema.object('uSERlicense')?.apiName).toBe('UserLicense');
    expect(schema.objectOfId('00e000000000001AAA')?.apiName).toBe('Profile');
    expect(schema.objectOfId('00E000000000001AAA')?.apiName).toBe('UserRole');
    expect(schema.object('Lead')).toBeUndefined();
  });

  it('have different key prefixes', () => {
    expect(new Set(schema.objects.map(({ keyPrefix }) => keyPrefix)).size).toBe(schema.objects.length);
  });

  it('have their supported calls: no delete for User, no write for UserLicense', () => {
    expect(object('User')).toMatchObject({ createable: true, updateable: true, deletable: false });
    expect(object('UserLicense')).toMatchObject({ createable: false, updateable: false, deletable: false });
  });
});

describe('fields', () => {
  it.each([
    ['User.Username', 'Username', 'string', 80],
    ['User.Email', 'Email', 'email', 128],
    ['User.LastName', 'Last Name', 'string', 80],
    ['User.FirstName', 'First Name', 'string', 40],
    ['User.Alias', 'Alias', 'string', 8],
    ['User.CommunityNickname', 'Nickname', 'string', 40],
    ['User.ContactId', 'Contact ID', 'reference', 18],
    ['User.ProfileId', 'Profile ID', 'reference', 18],
    ['User.TimeZoneSidKey', 'Time Zone', 'picklist', 40],
    ['User.LocaleSidKey', 'Locale', 'picklist', 40],
    ['User.LanguageLocaleKey', 'Language', 'picklist', 40],
    ['User.EmailEncodingKey', 'Email Encoding', 'picklist', 40],
    ['Contact.Id', 'Contact ID', 'id', 18],
    ['Contact.Email', 'Email', 'email', 80],
    ['Contact.Name', 'Full Name', 'string', 121],
    ['Contact.Title', 'Title', 'string', 128],
    ['Account.Name', 'Account Name', 'string', 255],
    ['Account.IsPartner', 'Partner Account', 'boolean', 0],
    ['Individual.HasOptedOutProcessing', "Don't Process", 'boolean', 0]
  ])('%s is "%s", a %s of length %d', (path, label, dataType, length) => {
    expect(field(path)).toMatchObject({ label, dataType, length });
  });

  it.each([
    ['User.Username', true, true],
    ['User.ContactId', true, true],
    ['User.Name', false, false],
    ['User.IsPortalEnabled', false, true],
    ['User.UserType', false, false],
    ['User.AccountId', false, false],
    ['Account.IsPartner', false, true],
    ['Account.IsPersonAccount', false, false],
    ['NetworkMemberGroup.ParentId', true, false],
    ['Contact.CreatedDate', false, false]
  ])('%s: createable %s, updateable %s', (path, createable, updateable) => {
    expect(field(path)).toMatchObject({ createable, updateable });
  });

  it.each([
    [
      'User',
      [
        'Alias',
        'Email',
        'EmailEncodingKey',
        'LanguageLocaleKey',
        'LastName',
        'LocaleSidKey',
        'ProfileId',
        'TimeZoneSidKey',
        'Username'
      ]
    ],
    ['Contact', ['LastName']],
    ['Account', ['Name']],
    ['NetworkMemberGroup', ['NetworkId', 'ParentId']]
  ])('%s requires exactly %j on create', (apiName, expected) => {
    const required = [...object(apiName).fields.values()].filter(
      ({ createable, nillable, defaultedOnCreate }) => createable && !nillable && !defaultedOnCreate
    );
    expect(required.map((each) => each.apiName)).toEqual(expected);
  });

  it('name the compound field to which they belong', () => {
    const parts = [...object('Contact').fields.values()].filter(
      ({ compoundFieldName }) => compoundFieldName === 'Name'
    );
    expect(parts.map(({ apiName }) => apiName)).toEqual(['FirstName', 'LastName', 'Salutation']);
    expect(field('Contact.MailingCity').compoundFieldName).toBe('MailingAddress');
  });

  it('say whether they can be filtered, sorted and grouped', () => {
    expect(field('Account.Description')).toMatchObject({ filterable: false, sortable: false, groupable: false });
    expect(field('User.ProfileId')).toMatchObject({ filterable: true, sortable: true, groupable: true });
    expect(field('UserLicense.UsedLicenses').filterable).toBe(false);
  });

  it('name only compound fields that the object has', () => {
    const lost = schema.objects.flatMap(({ apiName, fields }) =>
      [...fields.values()].flatMap(({ apiName: part, compoundFieldName }) =>
        compoundFieldName === null || fields.has(compoundFieldName) ? [] : [`${apiName}.${part}`]
      )
    );
    expect(lost.filter((path) => !path.startsWith('Account.PersonOther'))).toEqual([]);
  });
});

describe('relationships', () => {
  it.each([
    ['Contact', 'account', 'AccountId'],
    ['User', 'Profile', 'ProfileId'],
    ['Profile', 'UserLicense', 'UserLicenseId'],
    ['NetworkMemberGroup', 'Parent', 'ParentId'],
    ['Account', 'Owner', 'OwnerId']
  ])('%s.%s belongs to the field %s', (apiName, name, expected) => {
    expect(schema.relationship(object(apiName), name)?.apiName).toBe(expected);
  });

  it('have different names on each object', () => {
    for (const { fields } of schema.objects) {
      const names = [...fields.values()].flatMap(({ relationshipName }) => relationshipName ?? []);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('list the children of an account', () => {
    expect(object('Account').childRelationships).toContainEqual({
      relationshipName: 'Contacts',
      childObject: 'Contact',
      field: 'AccountId'
    });
  });
});

describe('picklists', () => {
  it.each([
    ['User.TimeZoneSidKey', 'Europe/Paris', '(GMT+01:00) Central European Standard Time (Europe/Paris)'],
    ['User.LocaleSidKey', 'de_DE', 'German (Germany)'],
    ['User.LanguageLocaleKey', 'en_US', 'English'],
    ['User.EmailEncodingKey', 'UTF-8', 'Unicode (UTF-8)'],
    ['User.PortalRole', 'Worker', 'User'],
    ['Profile.UserType', 'PowerPartner', 'Partner'],
    ['Network.Status', 'Live', 'Live'],
    ['Organization.DefaultLocaleSidKey', 'en_GB', 'English (United Kingdom)']
  ])('%s has the value %s with the label "%s"', (path, value, label) => {
    expect(field(path).picklistValues).toContainEqual({ value, label, active: true, isDefault: false });
  });

  it('have values that fit the length of their field', () => {
    const tooLong = schema.objects.flatMap(({ fields }) =>
      [...fields.values()].flatMap(({ length, picklistValues }) =>
        picklistValues.filter(({ value }) => value.length > length)
      )
    );
    expect(tooLong).toEqual([]);
  });
});

describe('features', () => {
  it.each([
    ['digitalExperiences', ['User.ContactId', 'User.PortalRole', 'Account.IsCustomerPortal', 'Account.IsPartner']],
    ['partnerAccounts', ['Account.IsPartner', 'User.IsPrmSuperUser']],
    [
      'personAccounts',
      ['Account.IsPersonAccount', 'Contact.IsPersonAccount', 'Account.PersonEmail', 'Account.LastName']
    ]
  ])('without %s the fields %j do not exist', (feature, paths) => {
    const lesser = createSchema({ ...EVERYTHING, [feature]: false });
    for (const path of paths) {
      const [objectName = '', fieldName = ''] = path.split('.');
      expect(lesser.field(object(objectName, lesser), fieldName)).toBeUndefined();
    }
  });

  it('without Digital Experiences Network objects do not exist, and contacts have no child users', () => {
    const lesser = createSchema({ ...EVERYTHING, digitalExperiences: false });
    expect(lesser.objects.filter(({ apiName }) => apiName.startsWith('Network'))).toEqual([]);
    expect(object('Contact', lesser).childRelationships.map(({ childObject }) => childObject)).not.toContain('User');
  });
});
