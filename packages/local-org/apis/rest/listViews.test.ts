import { listAt, numberAt, textAt } from 'sf-cli/json';
import { callerOf } from '../../testing/caller.ts';

describe('a list view of contacts', () => {
  const caller = callerOf();

  const find = async (label: string): Promise<string> => {
    const soql = `SELECT Id FROM ListView WHERE SobjectType = 'Contact' AND Name = '${label}'`;
    const { body } = await caller.call('GET', `/query?q=${encodeURIComponent(soql)}`);
    return textAt(listAt(body, 'records')[0], 'Id');
  };

  it.each([
    ['All Contacts', 'everything', 'SELECT COUNT() FROM Contact'],
    ['My Contacts', 'mine', 'SELECT COUNT() FROM Contact USING SCOPE mine']
  ])('%s is described by id and by API name, and its query finds the scope %s', async (label, scope, counted) => {
    const id = await find(label);
    const path = (view: string): string => `/sobjects/Contact/listviews/${view}/describe`;
    const { body } = await caller.call('GET', path(id));
    expect(body).toMatchObject({ id, scope, sobjectType: 'Contact', columns: expect.any(Array) });
    expect((await caller.call('GET', path(label.replace(' ', '')))).body).toEqual(body);
    const count = async (soql: string) =>
      numberAt((await caller.call('GET', `/query?q=${encodeURIComponent(soql)}`)).body, 'totalSize');
    expect(await count(textAt(body, 'query'))).toBe(await count(counted));
  });

  it.each([
    ['of another object', async () => `/sobjects/Account/listviews/${await find('All Contacts')}/describe`],
    ['that is not there', () => Promise.resolve('/sobjects/Contact/listviews/00B000000000001AAA/describe')]
  ])('%s is not found', async (_title, path) => {
    expect(await caller.call('GET', await path())).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });
});
