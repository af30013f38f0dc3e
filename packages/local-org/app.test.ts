import { callerOf } from './testing/caller.ts';

describe('the routes of the local org', () => {
  const caller = callerOf();

  it.each([
    ['v50.0', 200],
    ['v61.0', 200],
    ['v68.0', 200],
    ['v49.0', 404],
    ['v30.0', 410],
    ['v69.0', 404],
    ['latest', 404]
  ])('answer API version %s with %d', async (version, status) => {
    expect((await caller.call('GET', `/services/data/${version}/limits`)).status).toBe(status);
  });

  it('accept paths that start with two slashes, as the sf CLI sends them', async () => {
    const { status } = await caller.call('GET', '//services/data/v68.0/limits');
    expect(status).toBe(200);
  });

  it('list the versions without a session, and the resources of a version with one', async () => {
    const versions = await caller.call('GET', '/services/data/', undefined, { Authorization: '' });
    expect(versions.body).toContainEqual({ label: "Winter '27", url: '/services/data/v68.0', version: '68.0' });
    const resources = await caller.call('GET', '/services/data/v68.0/');
    expect(resources.body).toMatchObject({ sobjects: '/services/data/v68.0/sobjects' });
  });

  it.each(['', 'Bearer', 'Bearer nobody', 'Basic abc'])(
    'answer the header "%s" with INVALID_SESSION_ID',
    async (header) => {
      const { status, body } = await caller.call('GET', '/limits', undefined, { Authorization: header });
      expect(status).toBe(401);
      expect(body).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
    }
  );

  it('name a request that is not modelled', async () => {
    const { status, body, headers } = await caller.call('POST', '/composite/graph', {});
    expect(status).toBe(404);
    expect(body).toEqual([
      { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist (not modelled by this local org)' }
    ]);
    expect(headers.get('X-Local-Org-Not-Modelled')).toBe('POST /services/data/v68.0/composite/graph');
  });

  it.each([
    ['POST', '/ui-api/records', '{'],
    ['POST', '/ui-api/records', '[]'],
    ['POST', '/graphql', ''],
    ['POST', '/sobjects/Contact', '{"LastName": 5}'],
    ['POST', '/sobjects/Contact', '{"DoNotCall": "yes"}'],
    ['POST', '/sobjects/Contact', '{"LastName": {"first": "x"}}']
  ])('answer %s %s with JSON_PARSER_ERROR when the body is %s', async (method, path, text) => {
    const { status, body } = await caller.call(method, path, text);
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  });

  it('tell a client whose token it has', async () => {
    const { body } = await caller.call('GET', '/services/oauth2/userinfo');
    const { userId, username } = caller.localOrg.people[0] ?? { userId: '', username: '' };
    expect(body).toMatchObject({
      user_id: userId,
      preferred_username: username,
      organization_id: caller.localOrg.org.id
    });
    const identity = await caller.call('GET', `/id/${caller.localOrg.org.id}/${userId}`);
    expect(identity.body).toMatchObject({ user_id: userId, username });
    const stranger = await caller.call('GET', '/services/oauth2/userinfo', undefined, { Authorization: 'Bearer x' });
    expect(stranger).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' });
  });

  it('belong to another org at the same address after a reset', () => {
    const { localOrg } = callerOf('ready');
    const before = localOrg.org;
    localOrg.reset('no-seats');
    expect(localOrg.name).toBe('no-seats');
    expect(localOrg.org).not.toBe(before);
  });
});
