import { createLocalOrg } from '../main.ts';
import { callerOf, type Caller } from '../testing/caller.ts';
import { amelie, insert, objectNamed } from '../testing/readyOrg.ts';
import { isDroppedConnection } from './faults.ts';

const fault = (caller: Caller, body: unknown) => caller.call('POST', '/__local/faults', body);
const faultCount = async (caller: Caller) => (await caller.call('GET', '/__local/faults')).body;
const untilOneHangs = async (caller: Caller) => {
  while (JSON.stringify(await faultCount(caller)) !== '{"pending":0,"hanging":1}');
};
const contactsNamed = async (caller: Caller, name: string) =>
  (await caller.query(`SELECT COUNT() FROM Contact WHERE LastName = '${name}'`)).body;

describe('the control routes', () => {
  it('do not exist unless an option asks for them', async () => {
    const localOrg = createLocalOrg({
      org: 'ready',
      seed: 1,
      hasControlRoutes: false,
      url: () => 'http://localhost:4280'
    });
    const response = await localOrg.fetch(new Request('http://localhost:4280/__local/outbox'));
    expect(response.status).toBe(404);
    const paced = await localOrg.fetch(new Request('http://localhost:4280/__local/pace', { method: 'POST' }));
    expect(await paced.text()).toContain('(not modelled by this local org)');
  });

  it('reset the org to a starting org and refuse an unknown one', async () => {
    const caller = callerOf();
    await caller.call('POST', '/sobjects/Contact', { LastName: 'Gone' });
    expect((await caller.call('POST', '/__local/reset', { org: 'ready' })).status).toBe(204);
    expect(await contactsNamed(caller, 'Gone')).toMatchObject({ totalSize: 0 });
    expect((await caller.call('POST', '/__local/reset', { org: 'nowhere' })).status).toBe(400);
  });

  it('advance the clock', async () => {
    const caller = callerOf();
    const before = caller.localOrg.org.clock.now();
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 86_400_000 });
    expect(caller.localOrg.org.clock.now() - before).toBeGreaterThanOrEqual(86_400_000);
    const { headers } = await caller.call('GET', '/limits');
    expect(Date.parse(headers.get('Date') ?? '') - before).toBeGreaterThanOrEqual(86_400_000 - 1000);
    expect((await caller.call('POST', '/__local/clock', {})).status).toBe(400);
  });

  it('let each API call take its time, until a reset', async () => {
    const caller = callerOf();
    const timeOf = async (path: string): Promise<number> => {
      const start = performance.now();
      await caller.call('GET', path);
      return performance.now() - start;
    };
    expect((await caller.call('POST', '/__local/pace', { rowsPerSecond: 0, latencyMilliseconds: 400 })).status).toBe(
      204
    );
    expect(await timeOf('/limits')).toBeGreaterThanOrEqual(399);
    await caller.call('POST', '/__local/reset', { org: 'ready' });
    expect(await timeOf('/limits')).toBeLessThan(399);
  });

  it.each([
    {},
    { rowsPerSecond: 800 },
    { latencyMilliseconds: 150 },
    { rowsPerSecond: -1, latencyMilliseconds: 0 },
    { rowsPerSecond: 800, latencyMilliseconds: 60_001 },
    { rowsPerSecond: '800', latencyMilliseconds: 0 }
  ])('refuse the pace %j', async (pace) => {
    const refused = await callerOf().call('POST', '/__local/pace', pace);
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('rowsPerSecond') as string } });
  });

  it('hold new members back and release them', async () => {
    const caller = callerOf();
    const members = () => caller.localOrg.org.all(objectNamed(caller.localOrg.org, 'NetworkMember')).length;
    const before = members();
    expect((await caller.call('POST', '/__local/memberships', { isHeld: true })).status).toBe(204);
    insert(caller.localOrg.org, 'User', amelie(caller.localOrg.org));
    expect(members()).toBe(before);
    expect((await caller.call('POST', '/__local/memberships', { isHeld: false })).status).toBe(204);
    expect(members()).toBe(before + 1);
    expect((await caller.call('POST', '/__local/memberships', {})).status).toBe(400);
  });

  it('return the outbox, and each mail as a file', async () => {
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

  it('end a session, and the next log-in gets another token', async () => {
    const caller = callerOf();
    const [admin] = caller.localOrg.people;
    const before = { Authorization: `Bearer ${admin?.accessToken ?? ''}` };
    expect((await caller.call('POST', '/__local/sessions/end', { person: 'System Administrator' })).status).toBe(204);
    expect(await caller.call('GET', '/limits', undefined, before)).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]
    });
    expect((await caller.call('GET', '/limits')).status).toBe(200);
    expect((await caller.call('POST', '/__local/sessions/end', { person: 'Nobody' })).status).toBe(400);
  });

  it('add seats, and accounts and contacts that are the same for the same seed', async () => {
    const add = async (seed: number) => {
      const caller = callerOf();
      const body = { accounts: 20, contacts: 300, seed, seats: { 'Customer Community': 500 } };
      expect((await caller.call('POST', '/__local/populate', body)).status).toBe(204);
      const found = await caller.query(
        "SELECT Name, Account.Name, Account.IsPartner, Account.Owner.UserRole.Name FROM Contact WHERE Email LIKE '%@populated.example' ORDER BY Id"
      );
      expect(found.body).toMatchObject({ totalSize: 300 });
      expect(JSON.stringify(found.body)).not.toContain('"UserRole":null');
      expect(caller.named('UserLicense', 'Customer Community')).toMatchObject({ TotalLicenses: 500 });
      return found.body;
    };
    const [once, again, other] = [await add(1), await add(1), await add(2)];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it.each([
    ['a negative number', { accounts: -1, contacts: 1 }, 400],
    ['more records than fit', { accounts: 1, contacts: 1_000_001 }, 400],
    ['more seats than records', { accounts: 1, contacts: 1, seats: { 'Customer Community': 1_000_100 } }, 204]
  ])('answer %s', async (_title, body, status) => {
    expect((await callerOf().call('POST', '/__local/populate', body)).status).toBe(status);
  });

  it('list the requests since the reset, without the control requests', async () => {
    const caller = callerOf();
    await caller.call('GET', '/limits');
    expect((await caller.call('GET', '/__local/requests')).body).toEqual([
      { method: 'GET', path: '/services/data/v68.0/limits' }
    ]);
  });
});

describe('a fault', () => {
  it.each([
    ['TotalRequests', 'TotalRequests Limit exceeded.'],
    ['ConcurrentRequests', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.']
  ])('throttles a request by the limit %s', async (limit, message) => {
    const caller = callerOf();
    await fault(caller, { method: 'POST', path: '/composite*', effect: { kind: 'throttle', limit } });
    expect(await caller.call('POST', '/composite/sobjects', {})).toMatchObject({
      status: 403,
      body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message }]
    });
    expect((await caller.call('POST', '/composite/sobjects', {})).status).toBe(400);
  });

  it('cuts an answer short', async () => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', effect: { kind: 'truncate', bytes: 9 } });
    expect((await caller.call('GET', '/limits')).body).toBe('{"DailyAp');
  });

  it('answers instead of the API, as often as it says', async () => {
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
  ])('%s breaks the connection after %d records were written', async (kind, written) => {
    const caller = callerOf();
    await fault(caller, { method: 'post', path: '/sobjects/*', times: 1, effect: { kind } });
    const answer = await caller.call('POST', '/sobjects/Contact', { LastName: 'Lost' });
    expect(isDroppedConnection(new Response(null, { headers: answer.headers }))).toBe(true);
    expect(answer.body).toBeNull();
    expect(await contactsNamed(caller, 'Lost')).toMatchObject({ totalSize: written });
  });

  it.each([
    ['text/plain', 'upstream timed out'],
    ['text/html', '<html><body>Service Unavailable</body></html>'],
    ['text/plain', '{"errorCode":'],
    ['text/plain', '']
  ])('sends the %s body %j unchanged', async (type, body) => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', effect: { kind: 'respond', status: 503, body } });
    const answer = await caller.call('GET', '/limits');
    expect(answer).toMatchObject({ status: 503, body: body === '' ? null : body });
    expect(answer.headers.get('Content-Type')).toContain(type);
  });

  it('sends the headers that it names', async () => {
    const caller = callerOf();
    const effect = { kind: 'respond', status: 429, body: [], headers: { 'Retry-After': '3' } };
    await fault(caller, { method: 'GET', path: '/limits', effect });
    expect((await caller.call('GET', '/limits')).headers.get('Retry-After')).toBe('3');
  });

  it('replaces the answer after the org has executed the request', async () => {
    const caller = callerOf();
    const effect = { kind: 'respondAfterCommit', status: 503, body: 'Gone for lunch' };
    await fault(caller, { method: 'POST', path: '/sobjects/*', effect });
    const answer = await caller.call('POST', '/sobjects/Contact', { LastName: 'Written' });
    expect(answer).toMatchObject({ status: 503, body: 'Gone for lunch' });
    expect(await contactsNamed(caller, 'Written')).toMatchObject({ totalSize: 1 });
  });

  it.each([
    ['hangBeforeCommit', 0],
    ['hangAfterCommit', 1]
  ])('%s gives no answer until the client gives up, after %d records were written', async (kind, written) => {
    const caller = callerOf();
    await fault(caller, { method: 'POST', path: '/sobjects/*', effect: { kind } });
    const patience = new AbortController();
    let hasAnswered = false;
    const hanging = caller.call('POST', '/sobjects/Contact', { LastName: 'Waiting' }, {}, patience.signal).then(() => {
      hasAnswered = true;
    });
    await untilOneHangs(caller);
    expect(await contactsNamed(caller, 'Waiting')).toMatchObject({ totalSize: written });
    expect(hasAnswered).toBe(false);
    patience.abort();
    await hanging;
    expect(await faultCount(caller)).toEqual({ pending: 0, hanging: 0 });
  });

  it('that hangs ends when the faults are cleared', async () => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', effect: { kind: 'hangBeforeCommit' } });
    const hanging = caller.call('GET', '/limits');
    await untilOneHangs(caller);
    await caller.call('DELETE', '/__local/faults');
    expect(isDroppedConnection(new Response(null, { headers: (await hanging).headers }))).toBe(true);
  });

  it('applies to one GraphQL operation, named in the document or beside it', async () => {
    const caller = callerOf();
    const effect = { kind: 'respond', status: 500, body: 'No' };
    await fault(caller, { method: 'POST', path: '/graphql', operation: 'Second', times: 2, effect });
    const run = async (query: string, more = {}) => (await caller.call('POST', '/graphql', { query, ...more })).status;
    const body = '{ uiapi { currentUser { Id } } }';
    expect(await run(`query First ${body}`)).toBe(200);
    expect(await run(`query Second ${body}`)).toBe(500);
    expect(await run(`query First ${body} query Second ${body}`, { operationName: 'Second' })).toBe(500);
    expect(await run(`query Second ${body}`)).toBe(200);
  });

  it('delays an answer', async () => {
    const caller = callerOf();
    await fault(caller, { method: 'GET', path: '/limits', times: 1, effect: { kind: 'delay', milliseconds: 1 } });
    expect((await caller.call('GET', '/limits')).status).toBe(200);
  });

  it('is removed when the faults are cleared', async () => {
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
  ])('is refused when its body is %j', async (body) => {
    expect((await fault(callerOf(), body)).status).toBe(400);
  });
});
