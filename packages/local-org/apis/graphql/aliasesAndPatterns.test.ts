import { edges, salesOpsOf } from '../../testing/salesOps.ts';

/** How clients look for names that are in use: aliases, patterns with escapes, several selections of one object. */
describe('GraphQL on names', () => {
  const caller = salesOpsOf('ready');
  const usernamesLike = async (pattern: string): Promise<string[]> => {
    const body = await caller.graphql(
      'query ($like: String) { uiapi { query { User(where: { Username: { like: $like } }) { edges { node { Username { value } } } } } } }',
      { like: pattern }
    );
    return (JSON.stringify(body).match(/"value":"[^"]*"/g) ?? []).map((text) => text.slice(9, -1));
  };

  it.each([
    ['case does not matter', 'ZOE.Mueller%', ['zoe.mueller@northwind-angstrom.example.acme']],
    ['a percent sign is any text', '%@acme.example', 6],
    ['an underscore is one character', 'ko_i.mensah@acme.example', ['kofi.mensah@acme.example']],
    ['an escaped underscore is itself', 'ko\\_i.mensah@acme.example', []],
    ['an escaped percent sign is itself', '\\%@acme.example', []],
    ['an escaped backslash is itself', '\\\\%', []],
    ['a pattern matches the whole text', 'kofi', []]
  ])('like: %s', async (_title, pattern, expected) => {
    const found = await usernamesLike(pattern);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });

  it('answers aliases, also where one object is asked several times', async () => {
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

  it('merges selections of one object that have the same arguments, and refuses others without an alias', async () => {
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
