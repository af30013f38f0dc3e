import { edges, salesOpsOf } from '../../testing/salesOps.ts';

/** Clients search for names in use by aliases, by patterns with escapes, and by several selections of one object. */
describe('a GraphQL search for names', () => {
  const caller = salesOpsOf('ready');
  const usernamesLike = async (pattern: string): Promise<string[]> => {
    const body = await caller.graphql(
      'query ($like: String) { uiapi { query { User(where: { Username: { like: $like } }) { edges { node { Username { value } } } } } } }',
      { like: pattern }
    );
    return (JSON.stringify(body).match(/"value":"[^"]*"/g) ?? []).map((text) => text.slice(9, -1));
  };

  it.each([
    ['case is ignored', 'ZOE.Mueller%', ['zoe.mueller@northwind-angstrom.example.acme']],
    ['a percent sign matches any text', '%@acme.example', 6],
    ['an underscore matches one character', 'ko_i.mensah@acme.example', ['kofi.mensah@acme.example']],
    ['an escaped underscore matches itself', 'ko\\_i.mensah@acme.example', []],
    ['an escaped percent sign matches itself', '\\%@acme.example', []],
    ['an escaped backslash matches itself', '\\\\%', []],
    ['the pattern must match the whole text', 'kofi', []]
  ])('matches a pattern so that %s', async (_title, pattern, expected) => {
    const found = await usernamesLike(pattern);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  it('answers by aliases, even when one object is selected several times', async () => {
    const body = await caller.graphql(`query {
      uiapi { query {
        usernames: User(where: { Username: { like: "kofi%" } }) { edges { node { taken: Username { value } } } }
        nicknames: User(where: { CommunityNickname: { eq: "KOFI.MENSAH" } }) { edges { node { CommunityNickname { text: value } } } }
        Contact(where: { LastName: { eq: "Dubois" } }) { edges { node { company: Account { label: Name { value } } } } }
      } }
      me: uiapi { currentUser { Username { value } } }
    }`);
    expect(body).toEqual({
      errors: [],
      data: {
        uiapi: {
          query: {
            usernames: { edges: [{ node: { taken: { value: 'kofi.mensah@acme.example' } } }] },
            nicknames: { edges: [{ node: { CommunityNickname: { text: 'kofi.mensah' } } }] },
            Contact: { edges: [{ node: { company: { label: { value: 'Northwind Ångström AB' } } } }] }
          }
        },
        me: { currentUser: { Username: { value: 'tomas.herrera@acme.example' } } }
      }
    });
  });

  it('merges selections of one object with the same arguments, and refuses other ones without an alias', async () => {
    const kofi = 'where: { Username: { like: "kofi%" } }';
    expect(
      await caller.graphql(`{ uiapi { query {
        User(${kofi}) { edges { node { Username { value } } } }
        User(${kofi}) { edges { node { Alias { value } } } }
      } } }`)
    ).toMatchObject(edges('User', [{ Username: { value: 'kofi.mensah@acme.example' }, Alias: { value: 'kmens' } }]));
    expect(
      await caller.graphql(`{ uiapi { query { User(${kofi}) { totalCount } User { totalCount } } } }`)
    ).toMatchObject({ data: null, errors: [{ extensions: { ErrorType: 'ValidationError' } }] });
  });
});
