import { isTransient } from 'c/externalUserRules';
import { known } from 'sf-cli/answer';
import { listAt, parsedJson } from 'sf-cli/json';
import { createScriptedClient, cutOff, html, json, networkError, type Reply } from '../testing/scriptedClient.ts';
import { createTestClock } from '../testing/testClock.ts';
import { createOrgApi } from './orgApi.ts';
import type { OrgAnswer } from './orgAnswer.ts';
import type { OrgClient } from './orgClient.ts';
import { REQUEST_KINDS, requestKind, type RequestKind } from './requests.ts';
import { withRetries } from './retries.ts';
import { createWriteApi } from './writeApi.ts';

const JOB = '/jobs/ingest/750000000000001AAA';
const ID = '005000000000001AAA';

/** How each kind of request is sent, and an answer to it. */
const CASES: Readonly<
  Record<RequestKind, readonly [ask: (client: OrgClient) => Promise<OrgAnswer<unknown>>, ok: () => Response]>
> = {
  query: [(client) => client.page('/query?q=x'), page],
  queryPage: [(client) => client.page('/services/data/v68.0/query/01g-2000'), page],
  toolingQuery: [get('/tooling/query?q=x'), page],
  compositeQueries: [async (client) => (await client.queries(['x']))[0] ?? known(null), composite],
  describeUser: [get('/sobjects/User/describe'), () => json({ fields: [] })],
  describeListView: [get('/sobjects/Contact/listviews/00B1/describe'), () => json({ query: 'x' })],
  createRecords: [send('POST', '/composite/sobjects'), () => json([])],
  updateRecords: [send('PATCH', '/composite/sobjects'), () => json([])],
  updateSite: [send('PATCH', '/sobjects/Network/0DB1'), noContent],
  resetPassword: [(client) => client.send({ method: 'DELETE', path: `/sobjects/User/${ID}/password` }), noContent],
  createJob: [send('POST', '/jobs/ingest'), () => json({ id: '750' })],
  uploadRows: [
    (client) => client.stream('PUT', `${JOB}/batches`, () => ['a\n']),
    () => new Response(null, { status: 201 })
  ],
  changeJob: [send('PATCH', JOB), () => json({ state: 'UploadComplete' })],
  readJob: [get(JOB), () => json({ state: 'Open' })],
  readResults: [(client) => client.stream('GET', `${JOB}/failedResults/`), () => new Response('sf__Id')]
};

function get(path: string) {
  return (client: OrgClient) => client.send({ method: 'GET', path });
}
function send(method: 'POST' | 'PATCH', path: string) {
  return (client: OrgClient) => client.send({ method, path, body: {} });
}
function page(): Response {
  return json({ done: true, records: [] });
}
function composite(): Response {
  return json({ compositeResponse: [{ httpStatusCode: 200, body: { done: true, records: [] } }] });
}
function noContent(): Response {
  return new Response(null, { status: 204 });
}

const error = [{ errorCode: 'INVALID_FIELD', message: 'x' }];
const FAULTS: readonly (readonly [string, () => Reply])[] = [
  ...[408, 429, 500, 502, 503, 504].flatMap((status): (readonly [string, () => Reply])[] => [
    [`${String(status)} with JSON`, () => json(error, status)],
    [`${String(status)} with HTML`, () => html(status)],
    [`${String(status)} without a body`, () => new Response(null, { status })]
  ]),
  ['a refused connection', () => networkError('ECONNREFUSED')],
  ['a broken connection', () => networkError('UND_ERR_SOCKET')],
  ['no answer in time', () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')]
];

describe.each(REQUEST_KINDS)('the request %s', (kind) => {
  const [ask, ok] = CASES[kind];

  it.each(FAULTS)('is refused by a transient failure after %s', async (_fault, reply) => {
    const { client } = createScriptedClient(reply);
    const answer = await ask(client);
    expect(answer.kind === 'refused' && isTransient(answer.failure)).toBe(true);
  });

  it('is answered', async () => {
    expect(await ask(createScriptedClient(ok).client)).toMatchObject({ kind: 'known' });
  });

  it('is sent again as a whole in the new session after a 401', async () => {
    const { client, sent } = createScriptedClient((_request, count) => (count === 1 ? json(error, 401) : ok()));
    expect(await ask(client)).toMatchObject({ kind: 'known' });
    expect(sent[1]).toEqual(sent[0]);
    expect(sent).toHaveLength(2);
  });

  it('says that the session has ended where it can’t be renewed', async () => {
    const refused = () => Promise.reject(new Error('Unable to refresh session due to: expired access/refresh token'));
    const { client } = createScriptedClient(() => json(error, 401), refused);
    expect(await ask(client)).toMatchObject({ failure: { code: 'sessionExpired' } });
  });
});

it('The table of requests has a row for each request, and nothing else can be sent.', () => {
  expect(() => requestKind('DELETE', '/sobjects/Account/001')).toThrow('REQUESTS has no row');
});

describe('an answer with status 200 that is none', () => {
  it.each([
    ['HTML', () => html(200)],
    ['JSON that breaks off', () => cutOff('{"records":[')],
    ['JSON that is too short', () => new Response('{"records":[')],
    ['nothing', () => new Response('')],
    ['something else', () => json({ hello: 1 })]
  ])('is never taken for “no rows”: %s', async (_case, reply) => {
    const { client } = createScriptedClient(reply);
    const unreadable = { kind: 'refused', failure: { code: 'unreadable' } };
    expect(await client.page('/query?q=x')).toMatchObject(unreadable);
    expect(await client.queries(['x'])).toMatchObject([unreadable]);
  });
});

describe('the wait before the next try', () => {
  it.each([
    ['seconds', () => '120', 120_000],
    ['a date', () => new Date(Date.now() + 100_000).toUTCString(), 100_000],
    ['too many seconds', () => '9000', 300_000],
    ['nothing readable', () => 'soon', 1000]
  ])('is what Retry-After asks for, within bounds: %s', async (_case, header, wait) => {
    const clock = createTestClock();
    const { client } = createScriptedClient((_request, count) =>
      count === 1 ? json(error, 503, { 'Retry-After': header() }) : page()
    );
    await withRetries(() => client.page('/query?q=x'), clock);
    expect(clock.slept).toHaveLength(1);
    expect(Math.abs((clock.slept[0] ?? 0) - wait)).toBeLessThan(2000);
  });
});

describe('a plan', () => {
  it('asks again for the queries of a call that the org could not answer, and for no other', async () => {
    const part = (status: number) =>
      status === 200
        ? { httpStatusCode: 200, body: { done: true, records: [{ Id: '1' }] } }
        : { httpStatusCode: status, body: error };
    const { client, sent } = createScriptedClient((_request, count) =>
      json({ compositeResponse: count === 1 ? [part(200), part(503), part(400)] : [part(200)] })
    );
    const answers = await createOrgApi(client, 'ops', createTestClock()).queries(['a', 'b', 'c']);
    expect(answers.map(({ kind }) => kind)).toEqual(['known', 'known', 'refused']);
    expect(sent.map(({ body }) => listAt(parsedJson(body), 'compositeRequest').length)).toEqual([3, 1]);
  });

  it.each([
    ['stays away', () => html(503)],
    ['can’t be reached', () => networkError('ENOTFOUND')],
    ['has ended the session', () => json([{ errorCode: 'INVALID_SESSION_ID', message: 'x' }], 401)]
  ])('stops within minutes where the org %s, and takes nothing for a fact', async (_case, reply) => {
    const clock = createTestClock();
    const api = createOrgApi(createScriptedClient(reply).client, 'ops', clock);
    await expect(api.queries(['x'])).rejects.toMatchObject({ name: 'ConnectionLost' });
    expect(clock.now()).toBeLessThanOrEqual(2 * 60_000);
  });
});

it('An upload that can’t read its rows throws the error of the store.', async () => {
  const api = createWriteApi(createScriptedClient(() => new Response(null, { status: 201 })).client);
  const broken = function* (): Generator<string> {
    yield 'ContactId\n';
    throw new Error('disk I/O error');
  };
  await expect(api.upload(`${JOB}/batches`, broken)).rejects.toThrow('disk I/O error');
});
