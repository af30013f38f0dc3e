import { readStartingOrg } from '../../engine/startingOrg/startingOrg.ts';
import { createLocalOrg } from '../../main.ts';
import { callerOf, createCaller, type Caller } from '../../testing/caller.ts';
import type { Person } from '../../engine/access/person.ts';

const PASSWORD = 'correct horse 7';

async function setPassword(
  caller: Caller,
  { userId, password = PASSWORD, session = personOf(caller, 'System Administrator').accessToken, path = 'u/68.0' }: Call
): Promise<{ status: number; body: string }> {
  const envelope = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"><soapenv:Header><SessionHeader><sessionId>${session}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><setPassword><userId>${userId}</userId><password>${password}</password></setPassword></soapenv:Body></soapenv:Envelope>`;
  const { status, body } = await caller.call('POST', `/services/Soap/${path}`, envelope);
  return { status, body: String(body) };
}

interface Call {
  readonly userId: string;
  readonly password?: string;
  readonly session?: string;
  readonly path?: string;
}

function personOf({ localOrg }: Caller, label: string): Person {
  const person = localOrg.people.find((one) => one.label === label);
  if (person === undefined) throw new Error(`No ${label}`);
  return person;
}

describe('setPassword() of the SOAP API', () => {
  it.each([
    ['u/68.0', 'urn:partner.soap.sforce.com'],
    ['c/68.0', 'urn:enterprise.soap.sforce.com']
  ])('sets the password of another user at /%s', async (path, namespace) => {
    const caller = callerOf();
    const userId = personOf(caller, 'Sales Ops').userId;
    const answer = await setPassword(caller, { userId, path });
    expect(answer).toEqual({
      status: 200,
      body: expect.stringContaining('<setPasswordResponse><result></result></setPasswordResponse>')
    });
    expect(answer.body).toContain(`xmlns="${namespace}"`);
    expect(caller.localOrg.org.passwords.matches(userId, PASSWORD)).toBe(true);
  });

  it.each([
    [
      'a password that breaks the policy',
      { password: 'short' },
      'INVALID_NEW_PASSWORD: Your password must be at least 8'
    ],
    ['the id of no user', { userId: '003000000000001' }, 'INVALID_ID_FIELD: invalid user id: 003000000000001'],
    ['a wrong session', { session: 'x' }, '<faultcode>sf:INVALID_SESSION_ID</faultcode>'],
    ['a version that does not exist', { path: 'u/99.0' }, 'UNSUPPORTED_API_VERSION']
  ])('is refused with %s', async (_title, more, fault) => {
    const caller = callerOf();
    const answer = await setPassword(caller, { userId: personOf(caller, 'Sales Ops').userId, ...more });
    expect(answer).toEqual({ status: 500, body: expect.stringContaining(fault) });
  });

  it('needs the permission to reset passwords for another user', async () => {
    const caller = callerOf();
    const answer = await setPassword(caller, {
      userId: personOf(caller, 'System Administrator').userId,
      session: personOf(caller, 'Sales Ops').accessToken
    });
    expect(answer.body).toContain('INSUFFICIENT_ACCESS: insufficient access rights on cross-reference id');
  });

  it('needs the setting of the org for one’s own password, by REST too', async () => {
    const ready = readStartingOrg('ready');
    const org = { ...ready, settings: { ...ready.settings, ownPasswordByApi: false } };
    const localOrg = createLocalOrg({ org, seed: 1, hasControlRoutes: false, url: () => 'http://localhost:4280' });
    const caller = createCaller(localOrg, 'System Administrator');
    const { userId } = personOf(caller, 'System Administrator');
    expect((await setPassword(caller, { userId })).body).toContain('INSUFFICIENT_ACCESS: Cannot set password for self');
    const path = `/sobjects/User/${userId}/password`;
    expect(await caller.call('POST', path, { NewPassword: PASSWORD })).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'Cannot set password for self' }]
    });
    expect((await setPassword(callerOf(), { userId })).status).toBe(200);
  });

  it('leaves every other call to its refusal', async () => {
    const envelope =
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><merge/></soapenv:Body></soapenv:Envelope>';
    const { status, body } = await callerOf().call('POST', '/services/Soap/u/68.0', envelope);
    expect([status, String(body)]).toEqual([500, expect.stringContaining('The call merge of the SOAP API')]);
  });
});
