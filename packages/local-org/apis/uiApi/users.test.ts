import type { Answer, Caller } from '../../testing/caller.ts';
import { createUser, edges, salesOpsOf, usersOfContact } from '../../testing/salesOps.ts';

const seatsUsed = (caller: Caller): unknown => caller.named('UserLicense', 'Customer Community')['UsedLicenses'];

const setActive = (caller: Caller, name: string, IsActive: boolean): Promise<Answer> =>
  caller.call('PATCH', `/ui-api/records/${caller.named('User', name).Id}`, { fields: { IsActive } });

describe('User.IsActive through UI API', () => {
  it('takes a seat when a user is reactivated', async () => {
    const caller = salesOpsOf('inactive-user');
    expect(seatsUsed(caller)).toBe(3);
    expect(await setActive(caller, 'Amélie Dubois', true)).toMatchObject({
      status: 200,
      body: { fields: { IsActive: { value: true }, IsPortalEnabled: { value: true } } }
    });
    expect(seatsUsed(caller)).toBe(4);
  });

  it('refuses a reactivation without a free seat, and changes nothing', async () => {
    const caller = salesOpsOf('inactive-user-no-seat');
    expect(await setActive(caller, 'Amélie Dubois', true)).toMatchObject({
      status: 400,
      body: {
        output: {
          errors: [{ errorCode: 'LICENSE_LIMIT_EXCEEDED', message: 'License Limit Exceeded - Customer Community' }]
        }
      }
    });
    expect(await usersOfContact(caller)).toMatchObject(edges('User', [{ IsActive: { value: false } }]));
  });

  it('frees a seat when a user is deactivated, keeps the user on the contact, and refuses a second user', async () => {
    const caller = salesOpsOf('user-exists');
    const used = Number(seatsUsed(caller));
    expect(await setActive(caller, 'Amélie Dubois', false)).toMatchObject({
      status: 200,
      body: { fields: { IsActive: { value: false }, IsPortalEnabled: { value: false } } }
    });
    expect(seatsUsed(caller)).toBe(used - 1);
    expect(await usersOfContact(caller)).toMatchObject(edges('User', [{ IsActive: { value: false } }]));
    expect(await createUser(caller)).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode: 'PORTAL_USER_ALREADY_EXISTS_FOR_CONTACT' }] } }
    });
  });

  it.each([
    ['Without permission', 'Amélie Dubois', 'INSUFFICIENT_ACCESS_OR_READONLY'],
    ['Sales Ops', 'Freja Lindqvist', 'INSUFFICIENT_ACCESS_OR_READONLY']
  ])('%s may not deactivate %s', async (label, name, errorCode) => {
    const caller = salesOpsOf('user-exists').as(label);
    expect(await setActive(caller, name, false)).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode }] } }
    });
  });
});

describe('User.PortalRole through UI API', () => {
  it.each([
    ['the User role by default', 'Acme Customer Plus', undefined, 'Worker'],
    ['the requested level', 'Acme Customer Plus', 'Executive', 'Executive'],
    ['empty for a high-volume user, even when a level was requested', 'Acme Customer', 'Manager', null]
  ])('is %s', async (_title, profile, PortalRole, expected) => {
    const caller = salesOpsOf('ready');
    const answer = await createUser(caller, { ProfileId: caller.named('Profile', profile).Id, PortalRole });
    expect(answer).toMatchObject({ status: 201, body: { fields: { PortalRole: { value: expected } } } });
  });

  it('makes the roles of the account from the lowest level up', async () => {
    const caller = salesOpsOf('ready');
    await createUser(caller, { ProfileId: caller.named('Profile', 'Acme Customer Plus').Id, PortalRole: 'Manager' });
    const account = caller.named('Account', 'Northwind Ångström AB').Id;
    expect(
      (await caller.query(`SELECT PortalRole FROM UserRole WHERE PortalAccountId = '${account}'`)).body
    ).toMatchObject({
      records: [{ PortalRole: 'Worker' }, { PortalRole: 'Manager' }]
    });
  });

  it('refuses a value that the picklist does not have', async () => {
    const caller = salesOpsOf('ready');
    const answer = await createUser(caller, {
      ProfileId: caller.named('Profile', 'Acme Customer Plus').Id,
      PortalRole: 'Director'
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { output: { fieldErrors: { PortalRole: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] } } }
    });
  });
});
