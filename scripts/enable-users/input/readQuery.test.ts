import { createAnsweringApi } from '../testing/answeringApi.ts';
import { readListView, readQuery } from './readQuery.ts';

const ADA = '003000000000001AAA';

const contact = (id: string) => ({
  attributes: { type: 'Contact', url: `/services/data/v68.0/sobjects/Contact/${id}` }
});

describe('contacts of a query', () => {
  const read = (...records: readonly Readonly<Record<string, unknown>>[]) =>
    Array.fromAsync(readQuery(createAnsweringApi({ Contact: records }), 'SELECT Email FROM Contact').rows);

  it('are rows with their ids, whichever fields the query selects', async () => {
    expect(await read(contact(ADA))).toEqual([
      { row: 1, line: 1, contactId: ADA, accountId: '', fields: {}, cells: [ADA], problem: null }
    ]);
  });

  it.each([
    [
      'records of another object',
      { attributes: { type: 'Account', url: '/001' }, Id: '001' },
      /finds records of Account/u
    ],
    ['counts', { attributes: { type: 'AggregateResult' }, expr0: 3 }, /finds no records\. Select contacts/u]
  ])('are refused for %s', async (_title, record, message) => {
    await expect(read(record)).rejects.toThrow(message);
  });

  it('are refused where the query finds no contact', async () => {
    await expect(read()).rejects.toThrow(/No contact is found by: SELECT/u);
  });
});

describe('contacts of a list view', () => {
  const views = [
    { Id: '00B000000000001AAA', DeveloperName: 'Mine', Name: 'My Contacts' },
    { Id: '00B000000000002AAA', DeveloperName: 'Old', Name: 'Former' },
    { Id: '00B000000000003AAA', DeveloperName: 'Older', Name: 'Former' }
  ];

  function apiWith(found: readonly Readonly<Record<string, unknown>>[]) {
    const api = createAnsweringApi({ ListView: found, Contact: [contact(ADA)] });
    const called: string[] = [];
    const read: typeof api.read = (path) => {
      called.push(path);
      return Promise.resolve({ kind: 'known', value: { query: 'SELECT Name FROM Contact USING SCOPE mine' } });
    };
    return { api: { ...api, read }, asked: api.asked, called };
  }

  it.each([
    ['its label', 'My Contacts', views.slice(0, 1)],
    ['its id, without a query', '00B000000000001AAA', []]
  ])('are found by %s', async (_title, name, found) => {
    const { api, asked, called } = apiWith(found);
    const rows = await Array.fromAsync((await readListView(api, name)).rows);
    expect(rows).toMatchObject([{ contactId: ADA }]);
    expect(called).toEqual(['/sobjects/Contact/listviews/00B000000000001AAA/describe']);
    expect(asked.at(-1)).toBe('SELECT Name FROM Contact USING SCOPE mine');
  });

  it.each([
    ['no list view has the name', 'Gone', [], /no list view “Gone”.*API name, its label or its id/u],
    ['several have it', 'Former', views.slice(1), /Several list views.*Old \(00B000000000002AAA\), Older/u]
  ])('are refused where %s', async (_title, name, found, message) => {
    await expect(readListView(apiWith(found).api, name)).rejects.toThrow(message);
  });

  it('are found by a name with a quote in it, which the query escapes', async () => {
    const { api, asked } = apiWith([]);
    await expect(readListView(api, "Ann's")).rejects.toThrow();
    expect(asked[0]).toContain("Name = 'Ann\\'s'");
  });
});
