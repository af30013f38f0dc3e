import { isDroppedConnection } from './faults.ts';
import { createLocalOrg } from './main.ts';
import { callerOf, type Caller } from './testing/caller.ts';

const fault = (caller: Caller, body: unknown) => caller.call('POST', '/__local/faults', body);
const contactsNamed = async (caller: Caller, name: string) =>
  (await caller.query(`SELECT COUNT() FROM Contact WHERE LastName = '${name}'`)).body;

describe('the control door', () => {
  it('is closed unless asked for', async () => {
    const localOrg = createLocalOrg({ org: 'ready', seed: 1, controlDoor: false, url: () => 'http://localhost:4280' });
    const response = await localOrg.fetch(new Request('http://localhost:4280/__local/outbox'));
    expect(response.status).toBe(404);
  });

  it('resets to a starting org and refuses an unknown one', async () => {
    const caller = callerOf();
    await caller.call('POST', '/sobjects/Contact', { LastName: 'Gone' });
    expect((await caller.call('POST', '/__local/reset', { org: 'ready' })).status).toBe(204);
    expect(await contactsNamed(caller, 'Gone')).toMatchObject({ totalSize: 0 });
    expect((await caller.call('POST', '/__local/reset', { org: 'nowhere' })).status).toBe(400);
  });

  it('advances the clock', async () => {
    const caller = callerOf();
    const before = caller.localOrg.org.clock.now();
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 86_400_000 });
    expect(caller.localOrg.org.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    expect((await caller.call('POST', '/__local/clock', {})).status).toBe(400);
  });

  it('hands out the outbox, each mail also as a file', async () => {
    const caller = callerOf();
    const user = caller.named('User', 'Zoë Müller-Lüdenscheidt');
    await caller.call('DELETE', `/sobjects/User/${user.Id}/password`);
    const mail = caller.localOrg.outbox.at(-1);
    expect((await caller.call('GET', '/__local/outbox')).body).toContainEqual(
      expect.objectContaining({ id: mail?.id, userId: user.Id })
    );
    const file = await caller.call('GET', `/__local/outbox/${mail?.id ?? ''}.eml`);
    expect(file).toMatchObject({ status: 200, body: mail?.eml });
    expect(file.headers.get('Content-Type')).toContain('message/rfc822');
    expect((await caller.call('GET', '/__local/outbox/none.eml')).status).toBe(404);
  });

  it('lists the requests since the reset, its own left out', async () => {
    const caller = callerOf();
    await caller.call('GET', '/limits');
    expect((await caller.call('GET', '/__local/requests')).body).toEqual([
      { method: 'GET', path: '/services/data/v68.0/limits' }
    ]);
  });
});

describe('a fault', () => {
  it('answers in the place of the API as many times as asked', async () => {
    const caller = callerOf();
    const body = [{ errorCode: 'SERVER_UNAVAILABLE', message: 'Down' }];
    await fault(caller, {
      method: 'POST',
      path: '/ui-api/records',
      times: 2,
      effect: { kind: 'respond', status: 503, body }
    });
    const create = () => caller.call('POST', '/ui-api/records', { apiName: 'Contact', fields: { LastName: 'Once' } });
    expect(await create()).toMatchObject({ status: 503, body });
    expect((await create()).status).toBe(503);
    expect((await create()).status).toBe(201);
    expect(await contactsNamed(caller, 'Once')).toMatchObject({ totalSize: 1 });
  });

  it.each([
    ['dropBeforeCommit', 0],
    ['dropAfterCommit', 1]
  ])('of the kind %s breaks the connection with %d records written', async (kind, written) => {
    const caller = callerOf();
    await fault(caller, { method: 'post', path: '/sobjects/*', times: 1, effect: { kind } });
    const answer = await caller.call('POST', '/sobjects/Contact', { LastName: 'Lost' });
    expect(isDroppedConnection(new Response(null, { headers: answer.headers }))).toBe(true);
    expect(answer.body).toBeNull();
    expect(await contactsNamed(caller, 'Lost')).toMatchObject({ totalSize: written });
  });

  it('can delay an answer', async () => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', times: 1, effect: { kind: 'delay', milliseconds: 1 } });
    expect((await caller.call('GET', '/limits')).status).toBe(200);
  });

  it('goes away when the faults are cleared', async () => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', times: 9, effect: { kind: 'dropBeforeCommit' } });
    await caller.call('DELETE', '/__local/faults');
    expect((await caller.call('GET', '/limits')).status).toBe(200);
  });

  it.each([
    {},
    { method: 'GET', path: '/limits' },
    { method: 'GET', path: '/limits', effect: { kind: 'explode' } },
    { method: 'GET', path: '/limits', effect: { kind: 'respond' } }
  ])('is refused as %j', async (body) => {
    expect((await fault(callerOf(), body)).status).toBe(400);
  });
});
