import { ConnectionLost } from '../shared/sf/askOrg.ts';
import { createOrg, type OrgConnection } from './org.ts';

type SentRequest = Parameters<OrgConnection['request']>[0];

/** An error as jsforce throws it for HTTP statuses from 400. */
function apiError(errorCode: string, message: string, data?: unknown): Error {
  return Object.assign(new Error(message), { errorCode, data });
}

function orgOn(answer: (request: SentRequest) => unknown, settings: () => unknown = () => ({})) {
  const requests: SentRequest[] = [];
  const connection: OrgConnection = {
    instanceUrl: 'https://acme.my.salesforce.com/',
    metadata: { read: () => Promise.resolve().then(settings) },
    getApiVersion: () => '68.0',
    getUsername: () => 'ada@acme.example',
    request: (request) => {
      requests.push(request);
      return Promise.resolve(request).then(answer);
    }
  };
  return { requests, org: createOrg(connection) };
}

const throwing = (error: unknown) => (): never => {
  throw error;
};

describe('an org', () => {
  it('has an address without a slash at its end', () => {
    const { org } = orgOn(() => null);
    expect(org).toMatchObject({
      url: 'https://acme.my.salesforce.com',
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
    ['a code', apiError('INVALID_FIELD', "No such column 'X'"), 'INVALID_FIELD', "No such column 'X'"],
    ['an error of a field', apiError('Error', 'An error occurred', { output }), 'DUPLICATE_USERNAME', 'Duplicate.'],
    [
      'an error of the record',
      apiError('Error', 'x', { output: { errors: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'role' }] } }),
      'UNKNOWN_EXCEPTION',
      'role'
    ],
    ['a page', apiError('ERROR_HTTP_500', '<html>…'), 'ERROR_HTTP_500', 'an answer without an error in it'],
    [
      'a fault',
      apiError('sf:INSUFFICIENT_ACCESS', 'use of the Metadata API'),
      'INSUFFICIENT_ACCESS',
      'use of the Metadata API'
    ]
  ])('answers with a refusal for %s', async (_title, error, code, message) => {
    const { org } = orgOn(throwing(error), throwing(error));
    expect(await org.uiApi('POST', '/records', { apiName: 'User' })).toEqual({ kind: 'refused', code, message });
    expect(await org.readMetadata('CommunitiesSettings', 'Communities')).toEqual({ kind: 'refused', code, message });
  });

  it.each([
    ['the session has ended', apiError('INVALID_SESSION_ID', 'Session expired or invalid')],
    [
      'the session of the Metadata API has ended',
      apiError('sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Illegal Session')
    ],
    ['nothing answers', new TypeError('fetch failed')]
  ])('rejects with ConnectionLost when %s', async (_title, error) => {
    const { org } = orgOn(throwing(error), throwing(error));
    await expect(org.query('SELECT Id FROM User')).rejects.toBeInstanceOf(ConnectionLost);
    await expect(org.readMetadata('CommunitiesSettings', 'Communities')).rejects.toBeInstanceOf(ConnectionLost);
  });
});
