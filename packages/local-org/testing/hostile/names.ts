import type { HostileRequest, Row } from './hostileRequest.ts';

/** Names that every JavaScript object has. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const NOT_FOUND = 'The requested resource does not exist';

/** `N` stands for a name. */
const ROWS_OF_NAMES: readonly Row[] = [
  ['an object', 'GET', '/sobjects/N', undefined, 404, NOT_FOUND],
  ['a described object', 'GET', '/sobjects/N/describe', undefined, 404, NOT_FOUND],
  ['a created object', 'POST', '/sobjects/N', {}, 404, NOT_FOUND],
  ['a record', 'GET', '/sobjects/Contact/N', undefined, 404, NOT_FOUND],
  ['a field of JSON', 'POST', '/sobjects/Contact', '{"LastName":"x","N":"x"}', 400, 'INVALID_FIELD'],
  ['an object of UI API', 'GET', '/ui-api/object-info/N', undefined, 400, "sObject type 'N' is not supported"],
  ['an object of SOQL', 'GET', '/query?q=SELECT+Id+FROM+N', undefined, 400, 'errorCode'],
  ['a field of SOQL', 'GET', '/query?q=SELECT+N+FROM+Contact', undefined, 400, 'errorCode'],
  ['a function of SOQL', 'GET', '/query?q=SELECT+N(Id)+FROM+Contact', undefined, 400, 'MALFORMED_QUERY'],
  ['a locator', 'GET', '/query/N', undefined, 400, 'INVALID_QUERY_LOCATOR'],
  [
    'an operation of GraphQL',
    'POST',
    '/graphql',
    { query: '{ uiapi { currentUser { Id } } }', operationName: 'N' },
    200,
    'Unknown operation'
  ],
  [
    'an object of GraphQL',
    'POST',
    '/graphql',
    { query: '{ uiapi { query { N { totalCount } } } }' },
    200,
    'FieldUndefined'
  ],
  [
    'a mutation of GraphQL',
    'POST',
    '/graphql',
    { query: 'mutation { uiapi { N(input: {}) { Record { Id } } } }' },
    200,
    'FieldUndefined'
  ],
  [
    'an input of GraphQL',
    'POST',
    '/graphql',
    { query: '{ uiapi { query { Contact(where: { N: {} }) { totalCount } } } }' },
    200,
    'ValidationError'
  ],
  [
    'a directive of GraphQL',
    'POST',
    '/graphql',
    { query: '{ uiapi @N { currentUser { Id } } }' },
    200,
    'Unknown directive'
  ],
  [
    'an object of a bulk job',
    'POST',
    '/jobs/ingest',
    { object: 'N', operation: 'insert' },
    400,
    'Unable to find object: N'
  ],
  [
    'an operation of a bulk job',
    'POST',
    '/jobs/ingest',
    { object: 'Contact', operation: 'N' },
    400,
    "Invalid value: 'N'"
  ],
  ['a bulk job', 'GET', '/jobs/ingest/N', undefined, 404, NOT_FOUND],
  ['an action', 'POST', '/actions/standard/N', { inputs: [{}] }, 404, NOT_FOUND],
  ['a flow', 'POST', '/local-org/flow/start', { flow: 'N' }, 200, 'There is no flow N'],
  ['an interview', 'POST', '/local-org/flow/N', { action: 'N' }, 200, 'No interview N'],
  [
    'a type of a collection',
    'POST',
    '/composite/sobjects',
    { records: [{ attributes: { type: 'N' } }] },
    400,
    'INVALID_TYPE'
  ],
  [
    'a method of a subrequest',
    'POST',
    '/composite',
    { compositeRequest: [{ method: 'N', url: '/', referenceId: 'a' }] },
    400,
    'Invalid method: N'
  ],
  ['a deploy', 'GET', '/metadata/deployRequest/N', undefined, 404, NOT_FOUND],
  [
    'a kind of fault',
    'POST',
    '/__local/faults',
    { method: 'GET', path: '/x', effect: { kind: 'throttle', limit: 'N' } },
    400,
    'a known kind'
  ],
  ['a site', 'GET', '/N', undefined, 404, NOT_FOUND],
  ['a password link', 'GET', '/acmehelp/login/set-password?token=N', undefined, 410, 'This link']
];

const requestsOf = ([what, method, path, body, status, says]: Row): HostileRequest[] =>
  NAMES.map((name) => ({
    title: `${name} as ${what}`,
    method,
    path: path.replaceAll('N', name),
    body: typeof body === 'string' ? body.replaceAll('"N"', `"${name}"`) : withName(body, name),
    status,
    says: says === NOT_FOUND ? says : says.replace(/\bN\b/u, name)
  }));

function withName(body: unknown, name: string): unknown {
  return body === undefined ? undefined : JSON.parse(JSON.stringify(body).replaceAll(/\bN\b/gu, name));
}

export const HOSTILE_NAMES: readonly HostileRequest[] = ROWS_OF_NAMES.flatMap(requestsOf);
