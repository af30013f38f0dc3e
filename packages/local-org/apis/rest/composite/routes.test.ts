import { callerOf } from '../../../testing/caller.ts';

const base = '/services/data/v68.0';
const createAccount = {
  method: 'POST',
  url: `${base}/sobjects/Account`,
  referenceId: 'refAccount',
  body: { Name: 'Composite' }
};
const createContact = {
  method: 'POST',
  url: `${base}/sobjects/Contact`,
  referenceId: 'refContact',
  body: { LastName: 'Composite', AccountId: '@{refAccount.id}' }
};
const badContact = { ...createContact, referenceId: 'badContact', body: { FirstName: 'x' } };
const statuses = (body: unknown) =>
  (body as { compositeResponse: { httpStatusCode: number }[] }).compositeResponse.map((one) => one.httpStatusCode);

describe('a composite request', () => {
  it('passes answers on to later subrequests, in body and URL', async () => {
    const caller = callerOf();
    const query = {
      method: 'GET',
      url: `${base}/query?q=SELECT+Name,Account.Name+FROM+Contact+WHERE+Id='@{refContact.id}'`,
      referenceId: 'refQuery'
    };
    const read = {
      method: 'GET',
      url: `${base}/sobjects/Contact/@{refContact.id}?fields=AccountId`,
      referenceId: 'read'
    };
    const { body } = await caller.call('POST', '/composite', {
      compositeRequest: [createAccount, createContact, query, read]
    });
    expect(body).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 201, referenceId: 'refAccount', httpHeaders: { Location: expect.stringContaining('/001') } },
        { httpStatusCode: 201, body: { success: true } },
        { httpStatusCode: 200, body: { records: [{ Name: 'Composite', Account: { Name: 'Composite' } }] } },
        { httpStatusCode: 200, body: { AccountId: caller.named('Account', 'Composite').Id } }
      ]
    });
  });

  it('continues after a failed subrequest, without those that depend on it', async () => {
    const caller = callerOf();
    const dependent = { ...createContact, referenceId: 'dependent', body: { LastName: '@{badContact.id}' } };
    const { body } = await caller.call('POST', '/composite', {
      compositeRequest: [badContact, dependent, createAccount]
    });
    expect(statuses(body)).toEqual([400, 400, 201]);
    expect(body).toMatchObject({ compositeResponse: [{}, { body: [{ errorCode: 'PROCESSING_HALTED' }] }, {}] });
  });

  it('rolls everything back with allOrNone', async () => {
    const caller = callerOf();
    const { body } = await caller.call('POST', '/composite', {
      allOrNone: true,
      compositeRequest: [createAccount, badContact, createContact]
    });
    expect(statuses(body)).toEqual([400, 400, 400]);
    expect(body).toMatchObject({
      compositeResponse: [
        { body: [{ errorCode: 'PROCESSING_HALTED' }] },
        { body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
        { body: [{ errorCode: 'PROCESSING_HALTED' }] }
      ]
    });
    expect(() => caller.named('Account', 'Composite')).toThrow('No Account');
  });

  it.each([
    [false, false, [200, 201], ['Easy Spaces']],
    [false, true, [200, 201], []],
    [true, false, [200, 400], []],
    [true, true, [200, 400], []]
  ])('with allOrNone %s runs a collection with allOrNone %s', async (outer, inner, expected, names) => {
    const caller = callerOf();
    const record = (fields: object) => ({ attributes: { type: 'Account' }, ...fields });
    const collection = {
      method: 'POST',
      url: `${base}/composite/sobjects`,
      referenceId: 'newAccounts',
      body: { allOrNone: inner, records: [record({ Name: 'Easy Spaces' }), record({ Phone: '1' })] }
    };
    const contact = { ...createContact, body: { LastName: 'Smith' } };
    const { body } = await caller.call('POST', '/composite', {
      allOrNone: outer,
      compositeRequest: [collection, contact]
    });
    expect(statuses(body)).toEqual(expected);
    const found = await caller.query("SELECT Name FROM Account WHERE Name = 'Easy Spaces'");
    expect((found.body as { records: { Name: string }[] }).records.map(({ Name }) => Name)).toEqual(names);
  });

  it.each([
    [[], 'INVALID_INPUT'],
    [[{ ...createAccount, url: '/sobjects/Account' }], 'INVALID_INPUT'],
    [[{ ...createAccount, referenceId: 'ref[1]' }], 'INVALID_INPUT'],
    [[createAccount, createAccount], 'INVALID_INPUT'],
    [[{ ...createAccount, httpHeaders: { Accept: 'x' } }], 'INVALID_INPUT'],
    [Array.from({ length: 26 }, (_, n) => ({ ...createAccount, referenceId: `a${n}` })), 'LIMIT_EXCEEDED'],
    [
      Array.from({ length: 6 }, (_, n) => ({ method: 'GET', url: `${base}/query?q=x`, referenceId: `a${n}` })),
      'LIMIT_EXCEEDED'
    ]
  ])('is refused as a whole when it is malformed: %#', async (compositeRequest, errorCode) => {
    const answer = await callerOf().call('POST', '/composite', { compositeRequest });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
  });
});

describe('a composite batch', () => {
  const requests = [
    { method: 'POST', url: 'v68.0/sobjects/Account', richInput: { Name: 'Batch' } },
    { method: 'GET', url: 'v68.0/sobjects/Nothing/describe' },
    { method: 'GET', url: "v68.0/query?q=SELECT+Name+FROM+Account+WHERE+Name='Batch'" }
  ];

  it('runs each subrequest on its own', async () => {
    const { body } = await callerOf().call('POST', '/composite/batch', { batchRequests: requests });
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 201 }, { statusCode: 404 }, { statusCode: 200, result: { totalSize: 1 } }]
    });
  });

  it('stops at an error with haltOnError', async () => {
    const { body } = await callerOf().call('POST', '/composite/batch', { haltOnError: true, batchRequests: requests });
    expect(body).toMatchObject({
      results: [{}, {}, { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }]
    });
  });
});
