import { callerOf } from '../../testing/caller.ts';

describe('the sObject resources', () => {
  it('create, read, update and delete a record', async () => {
    const caller = callerOf();
    const created = await caller.call('POST', '/sobjects/Contact', {
      attributes: { type: 'Contact' },
      FirstName: 'Ada',
      lastname: 'Lovelace'
    });
    expect(created).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^003/), success: true, errors: [] }
    });
    const path = `/sobjects/Contact/${caller.named('Contact', 'Ada Lovelace').Id}`;
    expect((await caller.call('PATCH', path, { Title: 'Countess' })).status).toBe(204);
    const read = await caller.call('GET', `${path}?fields=Name,Title`);
    expect(read.body).toEqual({
      attributes: { type: 'Contact', url: `/services/data/v68.0${path}` },
      Name: 'Ada Lovelace',
      Title: 'Countess'
    });
    expect((await caller.call('GET', path)).body).toMatchObject({ CreatedDate: expect.stringMatching(/\+0000$/) });
    expect((await caller.call('DELETE', path)).status).toBe(204);
    for (const [method, body] of [['GET'], ['PATCH', { Title: 'x' }], ['DELETE']] as const) {
      expect(await caller.call(method, path, body)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }]
      });
    }
    const found = async (resource: string) =>
      (await caller.call('GET', `/${resource}?q=${encodeURIComponent(soql)}`)).body;
    const soql = `SELECT LastName, IsDeleted FROM Contact WHERE Id = '${path.slice(-18)}'`;
    expect(await found('query')).toMatchObject({ totalSize: 0 });
    expect(await found('queryAll')).toMatchObject({ records: [{ LastName: 'Lovelace', IsDeleted: true }] });
  });

  const caller = callerOf();

  it.each([
    ['POST', '/sobjects/Contact', { FirstName: 'x' }, 400, 'REQUIRED_FIELD_MISSING'],
    ['POST', '/sobjects/Contact', { LastName: 'x', Foo: 1 }, 400, 'INVALID_FIELD'],
    ['POST', '/sobjects/Foo', {}, 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Contact/003000000000999AAA', undefined, 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Foo/describe', undefined, 404, 'NOT_FOUND']
  ])('answer %s %s %j with %d %s', async (method, path, body, status, errorCode) => {
    expect(await caller.call(method, path, body)).toMatchObject({ status, body: [{ errorCode }] });
  });

  it('refuse a field that does not exist', async () => {
    const { Id } = caller.named('Contact', 'Amélie Dubois');
    const answer = await caller.call('GET', `/sobjects/Contact/${Id}?fields=Foo`);
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
  });

  it('list and describe the objects', async () => {
    const list = await caller.call('GET', '/sobjects');
    expect(list.body).toHaveProperty(
      'sobjects',
      expect.arrayContaining([expect.objectContaining({ name: 'UserLicense' })])
    );
    const describeResult = await caller.call('GET', '/sobjects/User/describe');
    expect(describeResult.body).toMatchObject({
      name: 'User',
      keyPrefix: '005',
      urls: { sobject: '/services/data/v68.0/sobjects/User' }
    });
    expect(describeResult.body).toHaveProperty(
      'fields',
      expect.arrayContaining([
        expect.objectContaining({
          name: 'Username',
          type: 'string',
          length: 80,
          nillable: false,
          soapType: 'xsd:string'
        }),
        expect.objectContaining({
          name: 'ProfileId',
          type: 'reference',
          referenceTo: ['Profile'],
          relationshipName: 'Profile'
        })
      ])
    );
  });
});

describe('the password of a user', () => {
  const start = () => {
    const caller = callerOf();
    const path = `/sobjects/User/${caller.named('User', 'Zoë Müller-Lüdenscheidt').Id}/password`;
    return { caller, path };
  };

  it('can be checked, set and reset', async () => {
    const { caller, path } = start();
    expect((await caller.call('GET', path)).body).toEqual({ isExpired: expect.any(Boolean) });
    expect((await caller.call('POST', path, { NewPassword: 'correct horse 1' })).status).toBe(204);
    const mails = caller.localOrg.outbox.length;
    expect((await caller.call('DELETE', path)).body).toEqual({ NewPassword: expect.any(String) });
    expect(caller.localOrg.outbox).toHaveLength(mails + 1);
  });

  it('is refused when it is too short', async () => {
    const { caller, path } = start();
    const answer = await caller.call('POST', path, { NewPassword: 'x' });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_NEW_PASSWORD' }] });
  });

  it.each(['GET', 'DELETE'])('refuses %s to a person without permission', async (method) => {
    const { caller, path } = start();
    const answer = await caller.as('Without permission').call(method, path);
    expect(answer).toMatchObject({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] });
  });
});
