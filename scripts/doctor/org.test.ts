import { ConnectionLost } from '../shared/sf/connectionLost.ts';
import { createOrg, type OrgConnection } from './org.ts';

interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: BodyInit;
}

/** An error as jsforce throws it for a fault of the Metadata API. */
function apiError(errorCode: string, message: string, data?: unknown): Error {
  return Object.assign(new Error(message), { errorCode, data });
}

function refused(status: number, error: object): Response {
  return Response.json([error], { status });
}

function orgOn(answer: (request: SentRequest) => unknown, settings: () => unknown = () => ({})) {
  const requests: SentRequest[] = [];
  const waits: number[] = [];
  const connection: OrgConnection = {
    instanceUrl: 'https://acme.my.salesforce.com/',
    metadata: { read: () => Promise.resolve().then(settings) },
    getApiVersion: () => '68.0',
    getUsername: () => 'ada@acme.example',
    refreshAuth: () => Promise.resolve()
  };
  const org = createOrg(
    connection,
    'acme',
    async ({ method, path, body }) => {
      const request = { method, url: path, ...(body === undefined ? {} : { body: body() }) };
      requests.push(request);
      const value = await Promise.resolve(request).then(answer);
      return value instanceof Response ? value : Response.json(value);
    },
    (milliseconds) => Promise.resolve(waits.push(milliseconds))
  );
  return { requests, waits, org };
}

const throwing = (error: unknown) => (): never => {
  throw error;
};

describe('an org', () => {
  it('has an address without a slash at its end', () => {
    const { org } = orgOn(() => null);
    expect(org).toMatchObject({
      url: 'https://acme.my.salesforce.com',
      name: 'acme',
      username: 'ada@acme.example',
      apiVersion: '68.0'
    });
  });

  it('answers a query with the rows of all pages', async () => {
    const more = '/services/data/v68.0/query/01g-2000';
    const { org, requests } = orgOn(({ url }) =>
      url === more
        ? { totalSize: 2, done: true, records: [{ Name: 'B' }] }
        : { totalSize: 2, done: false, nextRecordsUrl: more, records: [{ Name: 'A' }] }
    );
    expect(await org.query("SELECT Name FROM Profile WHERE Name != 'x y'")).toEqual({
      kind: 'known',
      value: { total: 2, records: [{ Name: 'A' }, { Name: 'B' }] }
    });
    expect(requests.map(({ url }) => url)).toEqual([
      "/services/data/v68.0/query?q=SELECT%20Name%20FROM%20Profile%20WHERE%20Name%20!%3D%20'x%20y'",
      more
    ]);
  });

  it('answers a COUNT() query with the total size', async () => {
    const { org } = orgOn(() => ({ totalSize: 7, done: true, records: [] }));
    expect(await org.toolingQuery('SELECT COUNT() FROM User')).toEqual({
      kind: 'known',
      value: { total: 7, records: [] }
    });
  });

  it.each([
    [
      'data',
      { data: { uiapi: { query: { Profile: {} } } }, errors: [] },
      { kind: 'known', value: { query: { Profile: {} } } }
    ],
    [
      'an error',
      { data: null, errors: [{ message: 'undefined', extensions: { ErrorType: 'ValidationError' } }] },
      { kind: 'refused', code: 'ValidationError', message: 'undefined' }
    ]
  ])('answers a GraphQL query with %s', async (_title, body, answer) => {
    const { org, requests } = orgOn(() => body);
    expect(await org.graphql('query { uiapi }')).toEqual(answer);
    expect(requests).toEqual([
      { method: 'POST', url: '/services/data/v68.0/graphql', body: '{"query":"query { uiapi }"}' }
    ]);
  });

  const output = {
    errors: [],
    fieldErrors: { Username: [{ errorCode: 'DUPLICATE_USERNAME', message: 'Duplicate.' }] }
  };
  it.each([
    [
      'a code',
      refused(400, { errorCode: 'INVALID_FIELD', message: "No such column 'X'" }),
      'INVALID_FIELD',
      "No such column 'X'"
    ],
    [
      'an error of a field',
      refused(400, { errorCode: 'Error', message: 'An error occurred', output }),
      'DUPLICATE_USERNAME',
      'Duplicate.'
    ],
    [
      'an error of the record',
      refused(400, { message: 'x', output: { errors: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'role' }] } }),
      'UNKNOWN_EXCEPTION',
      'role'
    ],
    ['a page', new Response('<html>…', { status: 500 }), 'ERROR_HTTP_500', 'HTTP 500 without readable JSON']
  ])(
    'answers with a refusal for %s, and doesn’t repeat a request that writes',
    async (_title, answer, code, message) => {
      const { org, requests } = orgOn(() => answer);
      expect(await org.uiApi('POST', '/records', { apiName: 'User' })).toEqual({ kind: 'refused', code, message });
      expect(requests).toHaveLength(1);
    }
  );

  it.each([
    ['a fault', apiError('sf:INSUFFICIENT_ACCESS', 'use of the Metadata API'), 'INSUFFICIENT_ACCESS'],
    ['a page', apiError('ERROR_HTTP_500', '<html>…'), 'ERROR_HTTP_500']
  ])('answers with a refusal of the Metadata API for %s', async (_title, error, code) => {
    const { org } = orgOn(() => null, throwing(error));
    expect(await org.readMetadata('CommunitiesSettings', 'Communities')).toMatchObject({ kind: 'refused', code });
  });

  it('asks again where the Metadata API answers a page with a transient status', async () => {
    let count = 0;
    const settings = () => {
      if (++count === 1) throw apiError('ERROR_HTTP_503', '<html>…');
      return { fullName: 'Communities' };
    };
    const { org, waits } = orgOn(() => null, settings);
    expect(await org.readMetadata('CommunitiesSettings', 'Communities')).toMatchObject({ kind: 'known' });
    expect(waits).toEqual([1000]);
  });

  const page = { totalSize: 0, done: true, records: [] };
  const cutOff = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => {
          controller.error(new TypeError('terminated'));
        }
      })
    );
  it.each([
    ['503 with an error in JSON', () => refused(503, { errorCode: 'SERVER_UNAVAILABLE', message: 'x' }), [1000]],
    ['429 with its Retry-After', () => new Response('', { status: 429, headers: { 'Retry-After': '7' } }), [7000]],
    ['an answer that breaks off', cutOff, [1000]],
    ['an answer without JSON', () => new Response('<html>'), [1000]],
    ['a lost connection', throwing(new ConnectionLost('fetch failed')), [1000]]
  ])('is asked again after %s', async (_title, fault, expected) => {
    let count = 0;
    const { org, waits } = orgOn(() => (++count === 1 ? fault() : page));
    expect(await org.query('SELECT Id FROM User')).toMatchObject({ kind: 'known' });
    expect(waits).toEqual(expected);
  });

  it.each([
    ['the session has ended', () => refused(401, { errorCode: 'INVALID_SESSION_ID', message: 'Session expired' })],
    ['nothing answers', throwing(new ConnectionLost('fetch failed'))],
    ['nothing readable answers', () => new Response('<html>')]
  ])('rejects with ConnectionLost when %s', async (_title, answer) => {
    const { org } = orgOn(answer);
    await expect(org.query('SELECT Id FROM User')).rejects.toBeInstanceOf(ConnectionLost);
  });

  it.each([
    ['the session has ended', apiError('sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Illegal Session')],
    ['nothing answers', new TypeError('fetch failed')]
  ])('rejects with ConnectionLost when %s for the Metadata API', async (_title, error) => {
    const { org } = orgOn(() => null, throwing(error));
    await expect(org.readMetadata('CommunitiesSettings', 'Communities')).rejects.toBeInstanceOf(ConnectionLost);
  });
});
