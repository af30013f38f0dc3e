import { callerOf } from '../../testing/caller.ts';

describe('a GraphQL mutation', () => {
  it('creates, updates and deletes, and returns the record', async () => {
    const caller = callerOf();
    const created = await caller.graphql(
      `mutation ($input: ContactCreateInput!) { uiapi { ContactCreate(input: $input) { Record { Id Name { value } } } } }`,
      { input: { Contact: { FirstName: 'Ada', LastName: 'Lovelace' } } }
    );
    expect(created).toMatchObject({
      errors: [],
      data: { uiapi: { ContactCreate: { Record: { Name: { value: 'Ada Lovelace' } } } } }
    });
    const { Id } = caller.named('Contact', 'Ada Lovelace');
    const updated = await caller.graphql(
      `mutation { uiapi { ContactUpdate(input: { Id: "${Id}", Contact: { LastName: "Byron" } }) { success Record { LastName { value } } } } }`
    );
    expect(updated).toMatchObject({
      data: { uiapi: { ContactUpdate: { success: true, Record: { LastName: { value: 'Byron' } } } } }
    });
    const deleted = await caller.graphql(`mutation { uiapi { ContactDelete(input: { Id: "${Id}" }) { Id } } }`);
    expect(deleted).toMatchObject({ data: { uiapi: { ContactDelete: { Id } } } });
    expect(caller.localOrg.org.find(Id)).toBeUndefined();
  });

  it('lets a later operation refer to the record of an earlier one', async () => {
    const caller = callerOf();
    const body = await caller.graphql(`mutation { uiapi {
      account: AccountCreate(input: { Account: { Name: "Analytical Engines" } }) { Record { Id } }
      ContactCreate(input: { Contact: { LastName: "Menabrea", AccountId: "@{account}" } }) { Record { Account { Name { value } } } }
    } }`);
    expect(body).toMatchObject({
      errors: [],
      data: { uiapi: { ContactCreate: { Record: { Account: { Name: { value: 'Analytical Engines' } } } } } }
    });
  });

  const twoContacts = (allOrNone: boolean) => `mutation { uiapi(input: { allOrNone: ${String(allOrNone)} }) {
    good: ContactCreate(input: { Contact: { LastName: "Good" } }) { Record { Id } }
    bad: ContactCreate(input: { Contact: { FirstName: "Bad" } }) { Record { Id } }
  } }`;

  it('rolls everything back when one operation is refused', async () => {
    const caller = callerOf();
    const body = await caller.graphql(twoContacts(true));
    expect(body).toMatchObject({
      data: { uiapi: { good: null, bad: null } },
      errors: [
        { extensions: { errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' } },
        { paths: ['uiapi', 'bad'], extensions: { errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName'] } }
      ]
    });
    expect(() => caller.named('Contact', 'Good')).toThrow();
  });

  it('keeps the successful operations when allOrNone is false', async () => {
    const caller = callerOf();
    const body = await caller.graphql(twoContacts(false));
    expect(body).toMatchObject({
      data: { uiapi: { good: { Record: { Id: caller.named('Contact', 'Good').Id } }, bad: null } },
      errors: [{ paths: ['uiapi', 'bad'] }]
    });
  });

  it('refuses a field that nobody may write', async () => {
    const query = 'mutation { uiapi { UserCreate(input: { User: { UserType: "Standard" } }) { Record { Id } } } }';
    expect(await callerOf().graphql(query)).toMatchObject({
      data: null,
      errors: [{ extensions: { ErrorType: 'ValidationError' } }]
    });
  });
});
