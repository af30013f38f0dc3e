import { buildClientSchema, getIntrospectionQuery, parse, validate, type IntrospectionQuery } from 'graphql';
import { callerOf } from '../../testing/caller.ts';

/** What a client that knows nothing of Salesforce does: it reads the schema, checks its query, and sends it with a name. */
describe('a generic GraphQL client', () => {
  const query = `
    query Contacts($name: String) {
      uiapi { query { Contact(where: { Name: { eq: $name } }) { edges { node { Id Name { value } } } } } }
    }
    mutation Rename($id: IdOrRef!, $title: String) {
      uiapi { ContactUpdate(input: { Id: $id, Contact: { Title: $title } }) { success } }
    }`;

  it('builds the schema by introspection, and finds its own mistakes in it', async () => {
    const { data } = (await callerOf().graphql(getIntrospectionQuery())) as { data: IntrospectionQuery };
    const schema = buildClientSchema(data);
    expect(validate(schema, parse(query))).toEqual([]);
    const misspelled = validate(schema, parse(query.replace('Id Name', 'Id Naem')));
    expect(misspelled.map(({ message }) => message)).toEqual([expect.stringContaining('"Naem"')]);
  });

  it('chooses one operation of a document by its name', async () => {
    const caller = callerOf();
    const { Id: id } = caller.named('Contact', 'Amélie Dubois');
    const send = async (operationName: string, variables: Readonly<Record<string, unknown>>) =>
      (await caller.call('POST', '/graphql', { query, operationName, variables })).body;
    expect(await send('Rename', { id, title: 'Owner' })).toEqual({
      data: { uiapi: { ContactUpdate: { success: true } } },
      errors: []
    });
    expect(caller.named('Contact', 'Amélie Dubois')['Title']).toBe('Owner');
    expect(await send('Contacts', { name: 'Amélie Dubois' })).toMatchObject({
      data: { uiapi: { query: { Contact: { edges: [{ node: { Id: id, Name: { value: 'Amélie Dubois' } } }] } } } },
      errors: []
    });
    expect(await send('Nothing', {})).toMatchObject({ errors: [{ message: expect.stringContaining('Nothing') }] });
  });
});
