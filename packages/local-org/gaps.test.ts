import { createLocalOrg } from './main.ts';
import { callerOf, createCaller } from './testing/caller.ts';
import { deploy, manifest, metadata } from './testing/deploy.ts';

const SUFFIX = '(not modelled by this local org)';
const IN_ITS_OWN_NAME = expect.stringMatching(/\(not modelled by this local org\)$/u) as string;

/** The messages of all errors in an answer. */
function messagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(messagesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && /^(?:message|errorMessage|problem)$/.test(key) ? [inner] : messagesIn(inner)
  );
}

type Row = readonly [method: string, path: string, body?: object];

const titled = (rows: readonly Row[]): (readonly [string, Row])[] =>
  rows.map((row) => [`${row[0]} ${decodeURIComponent(row[1])} ${JSON.stringify(row[2] ?? '')}`, row]);

const soql = (query: string): Row => ['GET', `/query?q=${encodeURIComponent(query)}`];
const tooling = (query: string): Row => ['GET', `/tooling/query?q=${encodeURIComponent(query)}`];
const graphql = (selection: string): Row => ['POST', '/graphql', { query: `query { ${selection} }` }];
const contacts = (node: string, args = ''): Row =>
  graphql(`uiapi { query { Contact${args} { edges { node { ${node} } } } } }`);

describe('what Salesforce has and the local org does not', () => {
  const caller = callerOf();
  const hub = createCaller(
    createLocalOrg({
      org: 'ready',
      seed: 1,
      hasControlRoutes: false,
      url: () => 'http://localhost:4280',
      hostScratchOrg: () => Promise.resolve({ url: 'http://localhost:5001', close: () => Promise.resolve() })
    }),
    'System Administrator'
  );

  it.each(
    titled([
      // Endpoints
      ['GET', '/search?q=FIND'],
      ['GET', '/parameterizedSearch?q=Ada'],
      ['GET', '/recent'],
      ['GET', '/tabs'],
      ['GET', '/theme'],
      ['GET', '/quickActions'],
      ['GET', '/process/approvals'],
      ['GET', '/analytics/reports'],
      ['GET', '/chatter/users/me'],
      ['GET', '/support/knowledgeArticles'],
      ['POST', '/composite/graph', {}],
      ['GET', '/sobjects/Contact/deleted'],
      ['GET', '/sobjects/Contact/describe/layouts'],
      ['GET', '/sobjects/Contact/describe/compactLayouts'],
      ['GET', '/ui-api/layout/Contact'],
      ['GET', '/ui-api/record-ui/003000000000001'],
      ['GET', '/ui-api/record-defaults/create/Contact'],
      ['GET', '/ui-api/list-ui/Contact'],
      ['GET', '/ui-api/lookups/Contact/AccountId'],
      ['GET', '/ui-api/related-list-info/Contact'],
      ['GET', '/ui-api/apps'],
      ['GET', '/tooling/executeAnonymous'],
      ['GET', '/tooling/runTestsAsynchronous'],
      ['GET', '/connect/communities/0DB000000000001/members'],
      ['GET', '/event/eventSchema/abc'],
      ['GET', '/services/apexrest/anything'],
      ['GET', '/services/async/68.0/job'],
      ['GET', '/services/data/v31.0'],
      ['GET', '/services/data/v49.0/limits'],
      // Objects
      soql('SELECT Id FROM Case'),
      soql('SELECT Id FROM Lead'),
      soql('SELECT Id FROM opportunity'),
      soql('SELECT Id FROM Task'),
      soql('SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity)'),
      tooling('SELECT Id FROM ApexClass'),
      ['GET', '/sobjects/Case/describe'],
      ['POST', '/sobjects/Lead', { LastName: 'Lovelace' }],
      ['PATCH', '/sobjects/Case/500000000000001', { Subject: 'x' }],
      ['POST', '/composite/tree/Case', { records: [] }],
      ['POST', '/composite/sobjects', { records: [{ attributes: { type: 'Task' }, Subject: 'x' }] }],
      [
        'POST',
        '/composite',
        { compositeRequest: [{ method: 'GET', url: '/services/data/v68.0/tabs', referenceId: 'tabs' }] }
      ],
      ['POST', '/jobs/ingest', { object: 'Opportunity', operation: 'insert' }],
      ['GET', '/ui-api/object-info/Case'],
      ['POST', '/ui-api/records', { apiName: 'Lead', fields: {} }],
      // Fields and relationships
      soql('SELECT Suffix FROM Contact'),
      soql('SELECT Id FROM Contact WHERE RecordTypeId = null'),
      soql('SELECT RecordType.Name FROM Account'),
      soql('SELECT Id, (SELECT Id FROM Cases) FROM Contact'),
      soql('SELECT PermissionsManageLeads FROM PermissionSet'),
      ['POST', '/sobjects/Contact', { LastName: 'Lovelace', MiddleName: 'King' }],
      ['POST', '/ui-api/records', { apiName: 'Contact', fields: { LastName: 'Lovelace', MiddleName: 'King' } }],
      // SOQL
      soql('SELECT FORMAT(CreatedDate) FROM Contact'),
      soql('SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Contact GROUP BY CALENDAR_YEAR(CreatedDate)'),
      soql('SELECT Id FROM Contact WHERE CALENDAR_YEAR(CreatedDate) = 2026'),
      soql('SELECT TYPEOF Owner WHEN User THEN Id END FROM Contact'),
      soql('SELECT Id FROM Account USING SCOPE team'),
      soql('SELECT LeadSource, COUNT(Id) FROM Contact GROUP BY ROLLUP(LeadSource)'),
      soql('SELECT convertCurrency(AnnualRevenue) FROM Account'),
      // GraphQL
      graphql('uiapi { query { Case { edges { node { Id } } } } }'),
      graphql('uiapi { aggregate { Lead { edges { node { Id } } } } }'),
      graphql('uiapi { objectInfos(apiNames: ["Contact"]) { ApiName } }'),
      graphql('uiapi { relatedListByName(parentApiName: "Contact", relatedListName: "Cases") { label } }'),
      contacts('Suffix { value }'),
      contacts('RecordType { Name { value } }'),
      contacts('Cases { edges { node { Id } } }'),
      contacts('CreatedDate { format }'),
      contacts('Id', '(scope: TEAM)'),
      contacts('Id', '(where: { Suffix: { eq: "Jr." } })'),
      contacts('Id', '(where: { CreatedDate: { CALENDAR_YEAR: { value: { eq: 2026 } } } })'),
      contacts('Id', '(orderBy: { Suffix: { order: ASC } })'),
      [
        'POST',
        '/graphql',
        { query: 'query ($where: Case_Filter) { uiapi { query { Contact { edges { node { Id } } } } } }' }
      ],
      ['POST', '/graphql', { query: 'mutation { uiapi { LeadCreate(input: { Lead: {} }) { Record { Id } } } }' }]
    ])
  )('is refused in its own name: %s', async (_title, [method, path, body]) => {
    const answer = await caller.call(method, path, body);
    expect(messagesIn(answer.body)).toContainEqual(IN_ITS_OWN_NAME);
  });

  it.each(
    titled([
      ['POST', '/tooling/sobjects/Package2', { Name: 'Labels', ContainerOptions: 'Managed' }],
      ['POST', '/tooling/sobjects/Package2', { Name: 'Labels', ContainerOptions: 'Unlocked', NamespacePrefix: 'acme' }],
      [
        'POST',
        '/tooling/sobjects/PackageInstallRequest',
        { SubscriberPackageVersionKey: '04t000000000001', SecurityType: 'custom' }
      ],
      ['POST', '/tooling/sobjects/PackageInstallRequest', { SubscriberPackageVersionKey: '04t000000000001' }],
      ['PATCH', '/tooling/sobjects/Package2/0Ho000000000001', { Name: 'Cards' }]
    ])
  )('is refused in its own name by a Dev Hub: %s', async (_title, [method, path, body]) => {
    const answer = await hub.call(method, path, body);
    expect(messagesIn(answer.body)).toContainEqual(IN_ITS_OWN_NAME);
  });

  it('is refused in its own name when a package cannot be installed without a Dev Hub', async () => {
    const install = { SubscriberPackageVersionKey: '04t000000000001' };
    const { body } = await caller.call('POST', '/tooling/sobjects/PackageInstallRequest', install);
    expect(messagesIn(body)).toContainEqual(IN_ITS_OWN_NAME);
  });

  it.each([
    ['ApexClass', 'classes/Hello.cls', { ApexClass: ['Hello'] }, 'public class Hello {}'],
    [
      'RemoteSiteSetting',
      'remoteSiteSettings/A.remoteSite',
      { RemoteSiteSetting: ['A'] },
      metadata('RemoteSiteSetting', '')
    ],
    ['CustomApplication', 'applications/A.app', { CustomApplication: ['A'] }, metadata('CustomApplication', '')],
    [
      'a field of an object',
      'permissionsets/A.permissionset',
      { PermissionSet: ['A'] },
      metadata(
        'PermissionSet',
        '<fieldPermissions><editable>false</editable><field>Case.Subject</field><readable>true</readable></fieldPermissions><label>A</label>'
      )
    ],
    [
      'an Apex class in a permission set',
      'permissionsets/A.permissionset',
      { PermissionSet: ['A'] },
      metadata(
        'PermissionSet',
        '<classAccesses><apexClass>Hello</apexClass><enabled>true</enabled></classAccesses><label>A</label>'
      )
    ],
    ['a standard object', 'objects/Case.object', { CustomObject: ['Case'] }, metadata('CustomObject', '')],
    ['a layout', 'layouts/Case-Case Layout.layout', { Layout: ['Case-Case Layout'] }, metadata('Layout', '')]
  ])('fails a deploy in its own name: %s', async (_title, path, members, text) => {
    const { status, details } = await deploy(callerOf(), { 'package.xml': manifest(members), [path]: text });
    expect(status).toBe('Failed');
    const problems = details.componentFailures.map(({ problem }) => problem);
    expect(problems).toContainEqual(IN_ITS_OWN_NAME);
  });

  it.each(
    titled([
      soql('SELECT Id FROM Cas'),
      soql('SELECT Id FROM Case__c'),
      soql('SELECT Foo FROM Contact'),
      soql('SELECT Foo.Name FROM Contact'),
      soql('SELECT Id, (SELECT Id FROM Foos) FROM Contact'),
      soql('SELECT FROM Contact'),
      ['GET', '/sobjects/Cas/describe'],
      ['GET', '/services/data/v69.0/limits'],
      ['GET', '/services/data/v30.0/limits'],
      ['POST', '/sobjects/Contact', { LastName: 'Lovelace', Foo: 'x' }],
      ['GET', '/ui-api/object-info/Cas'],
      contacts('Foo { value }'),
      graphql('uiapi { query { Cas { edges { node { Id } } } } }')
    ])
  )("is not confused with a mistake, which gets the platform's words: %s", async (_title, [method, path, body]) => {
    const answer = await caller.call(method, path, body);
    const messages = messagesIn(answer.body);
    expect(messages).not.toEqual([]);
    expect(messages.filter((message) => message.includes(SUFFIX))).toEqual([]);
  });
});
