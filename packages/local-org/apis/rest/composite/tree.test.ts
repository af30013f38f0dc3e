import { callerOf } from '../../../testing/caller.ts';

const account = (fields: object): object => ({ attributes: { type: 'Account', referenceId: 'one' }, ...fields });

describe('a tree of records', () => {
  it('is inserted with its children', async () => {
    const caller = callerOf();
    const contacts = { records: [{ attributes: { type: 'Contact', referenceId: 'two' }, LastName: 'Apple' }] };
    const answer = await caller.call('POST', '/composite/tree/Account', {
      records: [account({ Name: 'Fruit Ltd', Contacts: contacts })]
    });
    expect(answer).toMatchObject({
      status: 201,
      body: { hasErrors: false, results: [{ referenceId: 'one' }, { referenceId: 'two' }] }
    });
    expect((await caller.query("SELECT Account.Name FROM Contact WHERE LastName = 'Apple'")).body).toMatchObject({
      records: [{ Account: { Name: 'Fruit Ltd' } }]
    });
  });

  it('is inserted whole or not at all', async () => {
    const caller = callerOf();
    const answer = await caller.call('POST', '/composite/tree/Account', {
      records: [account({ Name: 'Fruit Ltd' }), { attributes: { type: 'Account', referenceId: 'bad' }, Size__c: 'XL' }]
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { hasErrors: true, results: [{ referenceId: 'bad', errors: [{ statusCode: 'INVALID_FIELD' }] }] }
    });
    expect((await caller.query("SELECT Id FROM Account WHERE Name = 'Fruit Ltd'")).body).toMatchObject({
      totalSize: 0
    });
  });

  it('has 200 records at most', async () => {
    const records = Array.from({ length: 201 }, () => account({ Name: 'Fruit Ltd' }));
    expect(await callerOf().call('POST', '/composite/tree/Account', { records })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_INPUT' }]
    });
  });
});
