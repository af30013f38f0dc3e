import { requestOf, type HostileRequest, type Row } from './hostileRequest.ts';

const OWN = '(not modelled by this local org)';

const nested = (open: string, inner: string, close: string, depth = 50_000): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
const soql = (where: string): string => `/query?q=${encodeURIComponent(`SELECT Id FROM Contact WHERE ${where}`)}`;
const gql = (inner: string): object => ({ query: `{ uiapi { query { Contact { edges { node { ${inner} } } } } } }` });
const fragments = Array.from(
  { length: 5000 },
  (_, at) => `fragment f${String(at)} on Contact { ...f${String(at + 1)} }`
);

/** Too deep, too long, or too much. */
const EXCESSES: readonly Row[] = [
  ['deep JSON', 'POST', '/sobjects/Contact', nested('{"a":', '1', '}'), 400, `200 deep ${OWN}`],
  ['a deep list of JSON', 'POST', '/sobjects/Contact', `{"LastName":${nested('[', '1', ']')}}`, 400, `200 deep ${OWN}`],
  ['deep JSON of UI API', 'POST', '/ui-api/records', `{"fields":${nested('[', '1', ']')}}`, 400, `200 deep ${OWN}`],
  [
    'deep variables',
    'POST',
    '/graphql',
    `{"query":"{uiapi{currentUser{Id}}}","variables":${nested('{"not":', '{}', '}')}}`,
    400,
    `200 deep ${OWN}`
  ],
  ['a deep batch', 'POST', '/composite/batch', `{"batchRequests":${nested('[', '1', ']')}}`, 400, `200 deep ${OWN}`],
  ['a deep quick deploy', 'POST', '/metadata/deployRequest', `{"a":${nested('[', '1', ']')}}`, 400, 'no zip file'],
  ['a deep selection', 'POST', '/graphql', gql(nested('ReportsTo { ', 'Id', '}')), 200, `100 deep ${OWN}`],
  ['deep inline fragments', 'POST', '/graphql', gql(nested('... { ', 'Id', '}')), 200, `100 deep ${OWN}`],
  [
    'a deep filter',
    'POST',
    '/graphql',
    { query: `{ uiapi { query { Contact(where: ${nested('{ not: ', '{}', '}')}) { totalCount } } } }` },
    200,
    `100 deep ${OWN}`
  ],
  [
    'a deep type of a variable',
    'POST',
    '/graphql',
    { query: `query ($a: ${nested('[', 'ID', ']')}) { uiapi { currentUser { Id } } }` },
    200,
    `100 deep ${OWN}`
  ],
  ['open braces', 'POST', '/graphql', { query: '{'.repeat(50_000) }, 200, `100 deep ${OWN}`],
  [
    'many aliases',
    'POST',
    '/graphql',
    gql(Array.from({ length: 20_000 }, (_, at) => `a${String(at)}: Id`).join(' ')),
    200,
    `10,000 tokens ${OWN}`
  ],
  ['many equal fields', 'POST', '/graphql', gql('LastName { value } '.repeat(20_000)), 200, `10,000 tokens ${OWN}`],
  ['many fragments', 'POST', '/graphql', { query: `{ ...f0 } ${fragments.join(' ')}` }, 200, `100 fragments ${OWN}`],
  ['an unreadable character', 'POST', '/graphql', { query: '{ \u0000 }' }, 200, 'InvalidSyntax'],
  ['many wildcards', 'GET', soql(`LastName LIKE '${'%a'.repeat(1990)}b'`), undefined, 200, '"totalSize":0'],
  [
    'many wildcards of GraphQL',
    'POST',
    '/graphql',
    {
      query: `{ uiapi { query { Contact(where: { LastName: { like: "${'%a'.repeat(20_000)}b" } }) { totalCount } } } }`
    },
    200,
    '"totalCount":0'
  ],
  ['a long string of SOQL', 'GET', soql(`LastName = '${'a'.repeat(4001)}'`), undefined, 400, `4,000 characters ${OWN}`],
  ['a long query', 'GET', soql("LastName = 'a' AND ".repeat(50_000)), undefined, 400, `100,000 characters ${OWN}`],
  ['an open string of quotes', 'GET', soql(`LastName = '${"\\'".repeat(20_000)}`), undefined, 400, 'MALFORMED_QUERY'],
  ['deep parentheses', 'GET', soql(nested('(', "LastName = 'a'", ')', 10_000)), undefined, 400, `100 deep ${OWN}`],
  ['deep negations', 'GET', soql(nested('(NOT ', "LastName = 'a'", ')', 10_000)), undefined, 400, `100 deep ${OWN}`],
  [
    'deep functions',
    'GET',
    `/query?q=SELECT+${nested('FORMAT(', 'Id', ')', 10_000)}+FROM+Contact`,
    undefined,
    400,
    `100 deep ${OWN}`
  ],
  ['open parentheses', 'GET', `/query?q=${'('.repeat(50)}`, undefined, 400, 'MALFORMED_QUERY'],
  [
    'a long path of relationships',
    'GET',
    `/query?q=SELECT+${'ReportsTo.'.repeat(5000)}Id+FROM+Contact`,
    undefined,
    200,
    '"done":true'
  ],
  [
    'a subrequest with many slashes',
    'POST',
    '/composite',
    { compositeRequest: [{ method: 'GET', url: `/services/data/v68.0/${'/'.repeat(1_000_000)}x`, referenceId: 'a' }] },
    200,
    'NOT_FOUND'
  ],
  [
    'many open references',
    'POST',
    '/composite',
    { compositeRequest: [{ method: 'GET', url: `/services/data/v68.0/${'@{'.repeat(500_000)}`, referenceId: 'a' }] },
    200,
    'NOT_FOUND'
  ],
  [
    'too many records',
    'POST',
    '/composite/sobjects',
    { records: Array.from({ length: 201 }, () => ({})) },
    400,
    '200 records'
  ],
  ['too many accounts of a test', 'POST', '/__local/populate', { accounts: 1e308, contacts: 1 }, 400, 'whole numbers'],
  ['a clock beyond all dates', 'POST', '/__local/clock', { advanceMilliseconds: 1e308 }, 400, 'a hundred years']
];

const STRANGE = { toString: 1, valueOf: 1 };

/** Values of another type than the API takes. An object with a `toString` of its own has no text. */
const SHAPES: readonly Row[] = [
  ['a field', 'POST', '/sobjects/Contact', { LastName: STRANGE }, 400, 'JSON_PARSER_ERROR'],
  ['a method', 'POST', '/composite', { compositeRequest: [{ method: STRANGE }] }, 400, 'Invalid method'],
  [
    'a reference',
    'POST',
    '/composite',
    { compositeRequest: [{ method: 'GET', url: '/services/data/v68.0/', referenceId: STRANGE }] },
    400,
    'Invalid reference Id'
  ],
  [
    'a header',
    'POST',
    '/composite',
    {
      compositeRequest: [
        { method: 'GET', url: '/services/data/v68.0/limits', referenceId: 'a', httpHeaders: { a: STRANGE } }
      ]
    },
    200,
    'DailyApiRequests'
  ],
  ['a flow', 'POST', '/local-org/flow/start', { flow: STRANGE }, 200, 'There is no flow'],
  ['a template', 'POST', '/connect/communities', { name: 'x', templateName: STRANGE }, 400, 'There is no template'],
  ['variables', 'POST', '/graphql', { query: '{ uiapi { currentUser { Id } } }', variables: STRANGE }, 200, '"Id"']
];

const XML = { 'Content-Type': 'text/xml' };
const ENTITIES = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY e${String(at + 1)} "${`&e${String(at)};`.repeat(10)}">`
);
const DOCUMENTS: readonly (readonly [title: string, body: string])[] = [
  ['deep XML', nested('<a>', 'x', '</a>')],
  ['XML that expands', `<!DOCTYPE a [<!ENTITY e0 "aaaaaaaaaa">${ENTITIES.join('')}]><a>&e12;</a>`],
  ['XML that names a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['open XML', '<'.repeat(50_000)],
  ['XML named as every object is', '<__proto__><constructor/></__proto__>']
];

export const HOSTILE_EXCESSES: readonly HostileRequest[] = [
  ...[...EXCESSES, ...SHAPES].map(requestOf),
  // A SOAP fault has status 500. Source: SOAP 1.1, section 6.2.
  ...DOCUMENTS.map(([title, body]) => ({
    ...requestOf([title, 'POST', '/services/Soap/m/68.0', body, 500, 'The request is no SOAP envelope']),
    headers: XML
  }))
];
