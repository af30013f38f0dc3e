import { callerOf, createCaller, type Caller } from '../../testing/caller.ts';
import { createLocalOrg } from '../../main.ts';
import { readStartingOrg } from '../../engine/startingOrg/startingOrg.ts';

const APPROVE = { 'auto-approve-user': 'true' };

const userOf = (caller: Caller, more = {}) => ({
  username: 'new@scratch.example',
  emails: ['new@mail.example'],
  name: { familyName: 'Newcomer' },
  nickName: 'new@scratch.example',
  entitlements: [{ value: caller.named('Profile', 'Standard User').Id }],
  ...more
});
const create = (caller: Caller, more = {}, headers: Readonly<Record<string, string>> = APPROVE) =>
  caller.call('POST', '/services/scim/v1/Users', userOf(caller, more), headers);

/** The ready org as a scratch org has it: a sandbox with a trial. */
function scratchCaller(): Caller {
  const ready = readStartingOrg('ready');
  const records = ready.records.map((record) =>
    record.object === 'Organization'
      ? {
          ...record,
          fields: { ...record.fields, IsSandbox: true, TrialExpirationDate: '2030-01-01T00:00:00.000+0000' }
        }
      : record
  );
  const localOrg = createLocalOrg({
    org: { ...ready, records },
    seed: 1,
    hasControlRoutes: false,
    url: () => 'http://localhost:4280'
  });
  return createCaller(localOrg, 'System Administrator');
}

describe('a SCIM request for a new user', () => {
  it('creates the user with what SCIM names, and what the organization has', async () => {
    const caller = callerOf();
    const { status, body, headers } = await create(caller);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ id: expect.stringMatching(/^005/), userName: 'new@scratch.example', active: true })
    ]);
    expect(caller.localOrg.org.find((body as { id: string }).id)).toMatchObject({
      Username: 'new@scratch.example',
      Email: 'new@mail.example',
      LastName: 'Newcomer',
      Alias: 'Newcomer',
      CommunityNickname: 'new@scratch.example',
      IsActive: true
    });
    expect(headers.get('auto-approve-user')).toBeNull();
  });

  it('gives a refresh token of the new user in a scratch org, which opens a session', async () => {
    const caller = scratchCaller();
    const { headers } = await create(caller);
    const form = new FormData();
    form.append('grant_type', 'refresh_token');
    form.append('refresh_token', headers.get('auto-approve-user') ?? '');
    const { body } = await caller.call('POST', '/services/oauth2/token', form);
    const { access_token: token } = body as { access_token: string };
    const info = await caller.call('GET', '/services/oauth2/userinfo', undefined, { Authorization: `Bearer ${token}` });
    expect(info.body).toMatchObject({ preferred_username: 'new@scratch.example' });
    expect(
      (await create(caller, { username: 'b@scratch.example', nickName: 'b' }, {})).headers.get('auto-approve-user')
    ).toBeNull();
  });

  it.each([
    [{ name: {} }, /^REQUIRED_FIELD_MISSING, .*LastName/],
    [{ entitlements: [] }, /^REQUIRED_FIELD_MISSING, .*ProfileId/]
  ])('is refused with %j', async (more, description) => {
    expect(await create(callerOf(), more)).toMatchObject({
      status: 400,
      body: { Errors: [{ description: expect.stringMatching(description), code: '400' }] }
    });
  });

  it('is refused where the nickname is taken', async () => {
    const caller = callerOf();
    await create(caller);
    expect(await create(caller, { username: 'other@scratch.example' })).toMatchObject({
      status: 400,
      body: {
        Errors: [
          {
            description: expect.stringMatching(/^DUPLICATE_COMM_NICKNAME, Duplicate Nickname.*: \[CommunityNickname\]$/)
          }
        ]
      }
    });
  });

  it('needs the right to create users, and a session', async () => {
    const caller = callerOf();
    expect((await create(caller.as('Sales Ops'))).status).toBe(400);
    expect((await create(caller, {}, { Authorization: 'Bearer x' })).status).toBe(401);
  });
});
