import type { Answer, Caller } from '../../testing/caller.ts';
import { createUser, salesOpsOf, usersOfContact, edges } from '../../testing/salesOps.ts';

const seatsUsed = (caller: Caller): unknown => caller.named('UserLicense', 'Customer Community')['UsedLicenses'];

const setActive = (caller: Caller, name: string, IsActive: boolean): Promise<Answer> =>
  caller.call('PATCH', `/ui-api/records/${caller.named('User', name).Id}`, { fields: { IsActive } });

describe('User.IsActive through UI API', () => {
  it('reactivation takes a seat', async () => {
    const caller = salesOpsOf('inactive-user');
    expect(seatsUsed(caller)).toBe(3);
    expect(await setActive(caller, 'Amélie Dubois', true)).toMatchObject({
      status: 200,
      body: { fields: { IsActive: { value: true }, IsPortalEnabled: { value: true } } }
    });
    expect(seatsUsed(caller)).toBe(4);
  });

  it('reactivation without a free seat is refused and changes nothing', async () => {
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

  it('deactivation frees a seat, leaves the user with the contact, and a second user is refused', async () => {
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
    ['the User role where none is asked', 'Acme Customer Plus', undefined, 'Worker'],
    ['the level that was asked for', 'Acme Customer Plus', 'Executive', 'Executive'],
    ['none for a high-volume user, whatever was asked for', 'Acme Customer', 'Manager', null]
  ])('is %s', async (_title, profile, PortalRole, expected) => {
    const caller = salesOpsOf('ready');
    const answer = await createUser(caller, { ProfileId: caller.named('Profile', profile).Id, PortalRole });
    expect(answer).toMatchObject({ status: 201, body: { fields: { PortalRole: { value: expected } } } });
  });

  it('makes the roles of the account from the bottom up', async () => {
    const caller = salesOpsOf('ready');
    await createUser(caller, { ProfileId: caller.named('Profile', 'Acme Customer Plus').Id, PortalRole: 'Manager' });
    const account = caller.named('Account', 'Northwind Ångström AB').Id;
    expect(
      (await caller.query(`SELECT PortalRole FROM UserRole WHERE PortalAccountId = '${account}'`)).body
    ).toMatchObject({
      records: [{ PortalRole: 'Worker' }, { PortalRole: 'Manager' }]
    });
  });

  it('takes no value that the picklist does not have', async () => {
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
