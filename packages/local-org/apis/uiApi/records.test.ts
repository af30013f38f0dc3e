import { callerOf } from '../../testing/caller.ts';

const userOf = (contactId: string, profileId: string) => ({
  ContactId: contactId,
  ProfileId: profileId,
  Username: 'Amelie.Dubois@acme.example.portal',
  Email: 'amelie@acme.example',
  LastName: 'Dubois',
  FirstName: 'Amélie',
  Alias: 'adubo',
  CommunityNickname: 'amelie.d',
  TimeZoneSidKey: 'Europe/Paris',
  LocaleSidKey: 'fr_FR',
  EmailEncodingKey: 'UTF-8',
  LanguageLocaleKey: 'fr'
});

describe('reading a record through UI API', () => {
  const caller = callerOf();
  const contact = caller.named('Contact', 'Amélie Dubois');
  const read = (query: string, who = caller) => who.call('GET', `/ui-api/records/${contact.Id}?${query}`);

  it('returns fields with value and display value, and parents as nested records', async () => {
    const { status, body } = await read(
      'fields=Contact.Name,Contact.CreatedDate&fields=Contact.Account.Owner.UserRoleId'
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Contact',
      id: contact.Id,
      childRelationships: {},
      recordTypeId: null,
      recordTypeInfo: null,
      fields: {
        Name: { value: 'Amélie Dubois', displayValue: null },
        CreatedDate: {
          value: expect.stringMatching(/^\d{4}-.*Z$/),
          displayValue: expect.stringMatching(/^\d+\/\d+\/\d{4}, /)
        },
        Account: {
          displayValue: 'Northwind Ångström AB',
          value: {
            apiName: 'Account',
            fields: {
              Owner: { displayValue: 'Freja Lindqvist', value: { fields: { UserRoleId: { displayValue: null } } } }
            }
          }
        }
      },
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
      weakEtag: expect.any(Number)
    });
  });

  it('returns a license and its seats only through the relationship of a profile', async () => {
    const profile = caller.named('Profile', 'Acme Customer');
    const spans = ['Name', 'TotalLicenses', 'UsedLicenses'].map((name) => `Profile.UserLicense.${name}`).join();
    const { body } = await caller.call('GET', `/ui-api/records/${profile.Id}?optionalFields=${spans}`);
    expect(body).toMatchObject({
      fields: {
        UserLicense: {
          displayValue: 'Customer Community',
          value: { fields: { TotalLicenses: { value: 20 }, UsedLicenses: { value: 3 } } }
        }
      }
    });
  });

  it('returns null for a parent that is not set', async () => {
    const freelancer = caller.named('Contact', 'Teuila Faʻaleaga');
    const { body } = await caller.call('GET', `/ui-api/records/${freelancer.Id}?fields=Contact.Account.Name`);
    expect(body).toMatchObject({ fields: { Account: { value: null, displayValue: null } } });
  });

  it('leaves out optional fields that do not exist or are hidden', async () => {
    const user = caller.localOrg.people[0]?.userId ?? '';
    const path = `/ui-api/records/${user}?fields=User.Username&optionalFields=User.ProfileId,User.UserRoleId,User.Foo`;
    expect(Object.keys(fieldsIn((await caller.call('GET', path)).body))).toEqual([
      'ProfileId',
      'UserRoleId',
      'Username'
    ]);
    const without = await caller.as('Without permission').call('GET', path);
    expect(Object.keys(fieldsIn(without.body))).toEqual(['Username']);
  });

  it.each([
    ['an unknown field', 'fields=Contact.Foo', 'INVALID_FIELD'],
    ['an unknown relationship', 'fields=Contact.Foo.Name', 'INVALID_FIELD'],
    ['a field of another object', 'fields=Account.Name', 'INVALID_FIELD'],
    ['six spans', 'fields=Contact.Account.Owner.Manager.Manager.Manager.Manager.Name', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['no field at all', 'updateMru=true', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['a layout, which is not modelled', 'layoutTypes=Full', 'ILLEGAL_QUERY_PARAMETER_VALUE']
  ])('refuses %s', async (_what, query, errorCode) => {
    expect(await read(query)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it('refuses a hidden field that is not requested as optional', async () => {
    const user = caller.localOrg.people[0]?.userId ?? '';
    const answer = await caller.as('Without permission').call('GET', `/ui-api/records/${user}?fields=User.ProfileId`);
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
  });

  it.each([
    ['003R000000', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE', 'recordId should be a valid record ID: 003R000000'],
    ['003000000000999AAA', 404, 'NOT_FOUND', 'The requested resource does not exist']
  ])('refuses the id %s', async (id, status, errorCode, message) => {
    const answer = await caller.call('GET', `/ui-api/records/${id}?fields=Contact.Name`);
    expect(answer).toMatchObject({ status, body: [{ errorCode, message }] });
  });

  it('answers a read of a deleted record as that of a missing one', async () => {
    const own = callerOf();
    const { Id } = own.named('Contact', 'Amélie Dubois');
    expect((await own.call('DELETE', `/sobjects/Contact/${Id}`)).status).toBe(204);
    const message = 'The requested resource does not exist';
    expect(await own.call('GET', `/ui-api/records/${Id}?fields=Contact.Name`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message }]
    });
  });

  it('refuses a record of an object that UI API does not support', async () => {
    const license = caller.named('UserLicense', 'Customer Community');
    const answer = await caller.call('GET', `/ui-api/records/${license.Id}?fields=UserLicense.Name`);
    const message = 'Object UserLicense is not supported in UI API';
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE', message }] });
  });

  it('answers each id of a batch with its own status', async () => {
    const answer = await caller.call(
      'GET',
      `/ui-api/records/batch/${contact.Id},003000000000999AAA?fields=Contact.Name`
    );
    expect(answer.body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { id: contact.Id } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] }
      ]
    });
  });
});

describe('saving a record through UI API', () => {
  const start = () => {
    const caller = callerOf();
    const contact = caller.named('Contact', 'Amélie Dubois');
    return { caller, contact, fields: userOf(contact.Id, caller.named('Profile', 'Acme Customer').Id) };
  };

  it('creates a user and answers with the record', async () => {
    const { caller, contact, fields } = start();
    const answer = await caller.call('POST', '/ui-api/records', { apiName: 'User', fields });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        apiName: 'User',
        id: expect.stringMatching(/^005/),
        fields: {
          Username: { value: 'amelie.dubois@acme.example.portal' },
          ContactId: { value: contact.Id },
          IsActive: { value: true },
          UserType: { value: 'CspLitePortal' }
        }
      }
    });
  });

  it('puts a refusal that names a field under fieldErrors', async () => {
    const { caller, fields } = start();
    await caller.call('POST', '/ui-api/records', { apiName: 'User', fields });
    const other = caller.named('Contact', 'Björn Åkesson');
    const again = { ...fields, ContactId: other.Id, CommunityNickname: 'other' };
    const answer = await caller.call('POST', '/ui-api/records', { apiName: 'User', fields: again });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        output: {
          errors: [],
          fieldErrors: {
            Username: [
              {
                constituentField: 'Username',
                duplicateRecordError: null,
                errorCode: 'DUPLICATE_USERNAME',
                field: 'Username',
                fieldLabel: 'Username'
              }
            ]
          }
        }
      }
    });
  });

  it('puts a refusal of the whole record under errors', async () => {
    const { caller, fields } = start();
    const orphan = caller.named('Contact', 'Teuila Faʻaleaga');
    const answer = await caller.call('POST', '/ui-api/records', {
      apiName: 'User',
      fields: { ...fields, ContactId: orphan.Id }
    });
    expect(answer).toMatchObject({ status: 400, body: { enhancedErrorType: 'RecordError' } });
  });

  it('updates and deletes a record', async () => {
    const { caller, contact } = start();
    const path = `/ui-api/records/${contact.Id}`;
    const updated = await caller.call('PATCH', path, { fields: { title: 'CEO', DoNotCall: true } });
    expect(updated).toMatchObject({
      status: 200,
      body: { fields: { Title: { value: 'CEO' }, DoNotCall: { value: true } } }
    });
    expect((await caller.call('DELETE', path)).status).toBe(204);
    expect((await caller.call('GET', `${path}?fields=Contact.Name`)).status).toBe(404);
  });

  it.each([
    ['an object that is not supported', { apiName: 'UserLicense', fields: {} }, 'INVALID_TYPE'],
    ['an unknown object', { apiName: 'Foo', fields: {} }, 'INVALID_TYPE'],
    ['a body without apiName', { fields: {} }, 'POST_BODY_PARSE_ERROR'],
    ['a body without fields', { apiName: 'Contact' }, 'POST_BODY_PARSE_ERROR']
  ])('refuses %s', async (_what, body, errorCode) => {
    expect(await start().caller.call('POST', '/ui-api/records', body)).toMatchObject({
      status: 400,
      body: [{ errorCode }]
    });
  });
});

function fieldsIn(body: unknown): object {
  const fields = typeof body === 'object' && body !== null && 'fields' in body ? body.fields : {};
  return typeof fields === 'object' && fields !== null ? fields : {};
}
