import { ClientError, gql, GraphQLClient } from 'graphql-request';
import { createLocalOrg, serve, type Served } from '../../main.ts';

interface ContactsAnswer {
  readonly uiapi: {
    readonly query: { readonly Contact: { readonly edges: readonly { readonly node: { readonly Id: string } }[] } };
  };
}

/** What `graphql-request` gets from a served org: it knows nothing of Salesforce, and is used as its documentation shows. */
describe('graphql-request', () => {
  let served: Served;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });

  beforeAll(async () => {
    served = await serve(localOrg.fetch, 0);
  });

  afterAll(async () => {
    await served.close();
    await localOrg.close();
  });

  const clientWith = (token: string, errorPolicy: 'none' | 'all' = 'none') =>
    new GraphQLClient(`${served.url}/services/data/v68.0/graphql`, {
      headers: { Authorization: `Bearer ${token}` },
      errorPolicy
    });
  const client = (errorPolicy?: 'all') => clientWith(localOrg.people[0]?.accessToken ?? '', errorPolicy);

  const contacts = gql`
    query Contacts($name: String, $first: Int) {
      uiapi {
        query {
          Contact(where: { Name: { like: $name } }, orderBy: { Name: { order: ASC } }, first: $first) {
            edges {
              node {
                Id
                Name {
                  value
                }
              }
            }
            totalCount
          }
        }
      }
    }
  `;

  it('queries with variables, and answers what stands below data', async () => {
    const answer = await client().request(contacts, { name: 'A%', first: 1 });
    expect(answer).toEqual({
      uiapi: {
        query: {
          Contact: {
            edges: [{ node: { Id: expect.stringMatching(/^003/), Name: { value: 'Amélie Dubois' } } }],
            totalCount: 2
          }
        }
      }
    });
  });

  it('creates a record by a mutation', async () => {
    const create = gql`
      mutation Create($input: ContactCreateInput!) {
        uiapi {
          ContactCreate(input: $input) {
            Record {
              Id
            }
          }
        }
      }
    `;
    const created = await client().request(create, { input: { Contact: { LastName: 'Requested' } } });
    const { uiapi } = await client().request<ContactsAnswer>(contacts, { name: 'Requested' });
    const ids = uiapi.query.Contact.edges.map(({ node }) => node.Id);
    expect(created).toEqual({ uiapi: { ContactCreate: { Record: { Id: ids[0] } } } });
  });

  it('throws the errors of an answer, with their paths and types', async () => {
    const misspelled = client().request(contacts.replace('Id', 'Idd'));
    await expect(misspelled).rejects.toThrow(ClientError);
    await expect(misspelled).rejects.toMatchObject({
      response: {
        status: 200,
        errors: [{ message: expect.stringContaining('Idd'), extensions: { ErrorType: 'ValidationError' } }]
      }
    });
  });

  it('returns what was done beside the errors, if it is asked to', async () => {
    const answer = await client('all').rawRequest(gql`
      mutation {
        uiapi(input: { allOrNone: false }) {
          good: ContactCreate(input: { Contact: { LastName: "Good" } }) {
            Record {
              Id
            }
          }
          bad: ContactCreate(input: { Contact: { FirstName: "Bad" } }) {
            Record {
              Id
            }
          }
        }
      }
    `);
    expect(answer).toMatchObject({
      data: { uiapi: { good: { Record: { Id: expect.stringMatching(/^003/) } }, bad: null } },
      errors: [{ paths: ['uiapi', 'bad'] }]
    });
  });

  it('throws the answer to a session that is not valid', async () => {
    await expect(clientWith('00D000000000000!ended').request(contacts)).rejects.toMatchObject({
      response: { status: 401 }
    });
  });
});
