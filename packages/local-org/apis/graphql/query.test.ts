import { callerOf } from '../../testing/caller.ts';

describe('a GraphQL query', () => {
  const caller = callerOf();
  const namesOf = async (args: string, variables?: Record<string, unknown>, head = '') => {
    const body = await caller.graphql(
      `query ${head} { uiapi { query { Contact(${args}) { edges { node { Name { value } } } } } } }`,
      variables
    );
    return (JSON.stringify(body).match(/"value":"[^"]*"/g) ?? []).map((text) => text.slice(9, -1));
  };

  it('returns nodes with typed values, parents and children', async () => {
    const body = await caller.graphql(`{
      uiapi {
        currentUser { Name { value } }
        query {
          Account(where: { Name: { like: "Northwind%" } }) {
            totalCount
            edges { cursor node {
              Id
              ApiName
              Name { value displayValue }
              Owner { Name { value } UserRole { Name { value } } }
              CreatedDate { value displayValue }
              Contacts(first: 1, orderBy: { LastName: { order: ASC } }) { totalCount edges { node { LastName { value } } } }
            } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
          Profile(where: { Name: { eq: "Acme Customer" } }) { edges { node { UserType { value label } } } }
        }
      }
    }`);
    expect(body).toMatchObject({
      errors: [],
      data: {
        uiapi: {
          currentUser: { Name: { value: 'Ingrid Solberg' } },
          query: {
            Account: {
              totalCount: 1,
              edges: [
                {
                  node: {
                    ApiName: 'Account',
                    Name: { value: 'Northwind Ångström AB', displayValue: null },
                    Owner: { Name: { value: 'Freja Lindqvist' }, UserRole: { Name: { value: 'Nordic Sales' } } },
                    CreatedDate: { value: expect.stringMatching(/Z$/) },
                    Contacts: { totalCount: 3, edges: [{ node: { LastName: { value: 'Åkesson' } } }] }
                  }
                }
              ],
              pageInfo: { hasNextPage: false, hasPreviousPage: false }
            },
            Profile: { edges: [{ node: { UserType: { value: 'CspLitePortal', label: 'High Volume Portal' } } }] }
          }
        }
      }
    });
  });

  it.each([
    ['where: { LastName: { eq: "dubois" } }', ['Amélie Dubois']],
    ['where: { LastName: { like: "%-d\'arcy" } }', ["Sinéad O'Sullivan-D'Arcy"]],
    ['where: { Email: { eq: null } }', ['Anand Krishnamurthy']],
    ['where: { LastName: { in: ["Dubois", "Okafor"] } }', ['Amélie Dubois', 'Jamal Okafor']],
    ['where: { LastName: { gte: "Dubois", lt: "E" } }', ['Amélie Dubois']],
    ['where: { and: [{ MailingCountry: { ne: null } }, { not: { LastName: { eq: "Dubois" } } }] }', ['Jamal Okafor']],
    [
      'where: { or: [{ FirstName: { eq: "Jamal" } }, { FirstName: { eq: "Björn" } }] }',
      ['Jamal Okafor', 'Björn Åkesson']
    ],
    [
      'where: { Account: { Name: { eq: "Kisumu Traders Ltd" } }, Title: { nin: ["Courier", null] } }',
      ['Jamal Okafor', 'Wanjirũ Mwangi']
    ],
    ['where: { AccountId: { eq: null } }', ['Teuila Faʻaleaga']],
    ['where: { AccountId: { inq: { Account: { IsPartner: { eq: true } }, ApiName: "Id" } } }', ['민준 김']],
    ['where: { CreatedDate: { lt: { literal: TODAY } } }', []],
    ['where: { CreatedDate: { eq: { range: { last_n_days: 2 } } } }, first: 2', ['Amélie Dubois', 'Jamal Okafor']],
    [
      'first: 2, orderBy: { Title: { order: DESC, nulls: LAST } }, where: { Account: { Name: { like: "K%" } } }',
      ['Suharto', 'Jamal Okafor']
    ],
    ['first: 1, orderBy: { Account: { Name: { order: ASC, nulls: FIRST } } }', ['Teuila Faʻaleaga']],
    ['scope: MINE, first: 1', ['Amélie Dubois']]
  ])('finds contacts by %s', async (args, names) => {
    expect(await namesOf(args)).toEqual(names);
  });

  it('returns ten rows by default, and further pages by cursor', async () => {
    expect(await namesOf('first: 2000')).toHaveLength(16);
    expect(await namesOf('orderBy: { LastName: {} }')).toHaveLength(10);
    const cursor = Buffer.from('v1:15').toString('base64');
    expect(await namesOf('first: 5, after: $after', { after: cursor }, '($after: String)')).toEqual(['Suharto']);
  });

  it('leaves out an optional field that does not exist or is hidden, and returns the rest', async () => {
    const query = `query ($unused: String) { uiapi { query {
      User(where: { Username: { eq: "ingrid.solberg@acme.example" } }) { edges { node {
        Username { value }
        Foo @optional { value }
        ProfileId @optional { value }
        Profile @optional { Name @optional { value } UserLicense @optional { Name { value } } }
        UserRole @optional { Nothing @optional { value } }
      } } }
      NetworkMember(where: { Name: { eq: $unused } }) @optional { edges { node { Id } } }
    } } }`;
    const node = { Username: { value: 'ingrid.solberg@acme.example' } };
    const allowed = await caller.graphql(query);
    expect(allowed).toHaveProperty('data.uiapi.query.User.edges', [
      {
        node: {
          ...node,
          ProfileId: { value: expect.any(String) },
          Profile: { Name: { value: 'System Administrator' } },
          UserRole: {}
        }
      }
    ]);
    const denied = await caller.as('Without permission').graphql(query);
    expect(denied).toMatchObject({ errors: [] });
    expect(denied).not.toHaveProperty('data.uiapi.query.User.edges.0.node.ProfileId');
    expect(denied).toHaveProperty('data.uiapi.query.User.edges.0.node.Username', node.Username);
  });

  it.each([
    [
      'an unknown field',
      '{ uiapi { query { Contact { edges { node { Foo { value } } } } } } }',
      /Field 'Foo' in type 'Contact' is undefined/
    ],
    [
      'an object that UI API does not support',
      '{ uiapi { query { UserLicense { edges { node { Id } } } } } }',
      /Field 'UserLicense' in type 'RecordQuery' is undefined/
    ],
    [
      'the license of a profile',
      '{ uiapi { query { Profile { edges { node { UserLicense { Name { value } } } } } } } }',
      /Field 'UserLicense' in type 'Profile' is undefined/
    ],
    [
      'a String variable for an email',
      'query ($e: String) { uiapi { query { Contact(where: { Email: { eq: $e } }) { edges { node { Id } } } } } }',
      /used in position expecting type "Email"/
    ],
    [
      'like on an id',
      '{ uiapi { query { Contact(where: { Id: { like: "003%" } }) { edges { node { Id } } } } } }',
      /Validation error of type WrongType: .* not in 'IdOperators': 'like'/
    ],
    [
      'eleven subqueries',
      `{ uiapi { query { ${Array.from({ length: 11 }, (_, i) => `c${i}: Contact { totalCount }`).join(' ')} } } }`,
      /at most 10 subqueries/
    ],
    ['a text that is not GraphQL', '{ uiapi', /Syntax Error/]
  ])('refuses %s', async (_what, query, message) => {
    expect(await caller.graphql(query)).toMatchObject({
      data: null,
      errors: [{ message: expect.stringMatching(message) }]
    });
  });

  it.each([0, 2001])('refuses to return %d rows', async (first) => {
    const body = await caller.graphql(`{ uiapi { query { Contact(first: ${first}) { totalCount } } } }`);
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining('between 1 and 2000') }] });
  });

  it('refuses a hidden field that is not optional', async () => {
    const body = await caller
      .as('Without permission')
      .graphql('{ uiapi { query { User { edges { node { ProfileId { value } } } } } } }');
    expect(body).toMatchObject({ data: null, errors: [{ extensions: { ErrorType: 'ValidationError' } }] });
  });

  it('counts records in groups', async () => {
    const body = await caller.graphql(`{ uiapi { aggregate { User(
      where: { IsActive: { eq: true }, UserType: { eq: "CspLitePortal" } }
      groupBy: { ProfileId: { group: true } }
    ) { edges { node { aggregate { ProfileId { value } Id { count { value } } Username { min { value } countDistinct { value } } } } } } } } }`);
    expect(body).toHaveProperty('data.uiapi.aggregate.User.edges', [
      {
        node: {
          aggregate: {
            ProfileId: { value: caller.named('Profile', 'Acme Customer').Id },
            Id: { count: { value: 3 } },
            Username: { min: { value: 'haruto.sato@sakura-denki.example.acme' }, countDistinct: { value: 3 } }
          }
        }
      }
    ]);
  });

  it('refuses a body without a query', async () => {
    expect(await caller.call('POST', '/graphql', {})).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_INPUT' }]
    });
  });
});
