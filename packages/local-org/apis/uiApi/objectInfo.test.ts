import { callerOf } from '../../testing/caller.ts';

describe('object info of UI API', () => {
  const caller = callerOf();

  it('lists the supported objects that the person may read', async () => {
    const { body } = await caller.call('GET', '/ui-api/object-info');
    expect(body).toMatchObject({
      objects: {
        Contact: {
          apiName: 'Contact',
          keyPrefix: '003',
          nameFields: ['FirstName', 'LastName'],
          objectInfoUrl: '/services/data/v68.0/ui-api/object-info/Contact'
        }
      }
    });
    expect(JSON.stringify(body)).not.toContain('UserLicense');
  });

  it('describes an object and its fields', async () => {
    const { body } = await caller.call('GET', '/ui-api/object-info/user');
    expect(body).toMatchObject({
      apiName: 'User',
      keyPrefix: '005',
      defaultRecordTypeId: '012000000000000AAA',
      createable: true,
      recordTypeInfos: { '012000000000000AAA': { master: true } },
      fields: {
        Username: { dataType: 'String', length: 80, required: true, createable: true },
        Alias: { length: 8 },
        ProfileId: { dataType: 'Reference', relationshipName: 'Profile', referenceToInfos: [{ apiName: 'Profile' }] },
        IsActive: { dataType: 'Boolean', required: false },
        TimeZoneSidKey: { dataType: 'Picklist' }
      }
    });
  });

  it('hides the fields that the person cannot read', async () => {
    const { body } = await caller.as('Without permission').call('GET', '/ui-api/object-info/User');
    expect(body).not.toHaveProperty('fields.ProfileId');
    expect(body).toHaveProperty('fields.Username');
  });

  it('answers each object of a batch with its own status', async () => {
    const { body } = await caller.call('GET', '/ui-api/object-info/batch/Contact,UserLicense');
    expect(body).toMatchObject({
      results: [
        { statusCode: 200, result: { apiName: 'Contact' } },
        { statusCode: 400, result: [{ errorCode: 'INVALID_TYPE' }] }
      ]
    });
  });

  it.each(['UserLicense', 'NetworkMember', 'NetworkMemberGroup', 'PermissionSetAssignment'])(
    'does not support %s',
    async (apiName) => {
      const message = `Object ${apiName} is not supported in UI API`;
      const answer = await caller.call('GET', `/ui-api/object-info/${apiName}`);
      expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE', message }] });
    }
  );
});

describe('picklist values of UI API', () => {
  const caller = callerOf();
  const path = '/ui-api/object-info/User/picklist-values/012000000000000AAA';

  it('returns the active values of a field', async () => {
    const { body } = await caller.call('GET', `${path}/EmailEncodingKey`);
    expect(body).toMatchObject({
      controllerValues: {},
      eTag: expect.any(String),
      url: `/services/data/v68.0${path}/EmailEncodingKey`
    });
    expect(body).toHaveProperty(
      'values',
      expect.arrayContaining([expect.objectContaining({ value: 'UTF-8', validFor: [] })])
    );
  });

  it('returns all picklists of a record type', async () => {
    const { body } = await caller.call('GET', path);
    expect(body).toHaveProperty('picklistFieldValues.TimeZoneSidKey.values');
    expect(body).toHaveProperty('picklistFieldValues.LocaleSidKey.values');
  });

  it.each([
    [`${path}/Username`, 404],
    [`${path}/Foo`, 404],
    ['/ui-api/object-info/User/picklist-values/012000000000001AAA/LocaleSidKey', 400]
  ])('refuses %s with %d', async (refused, status) => {
    expect((await caller.call('GET', refused)).status).toBe(status);
  });
});
