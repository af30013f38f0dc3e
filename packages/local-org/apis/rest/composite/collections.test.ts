import { callerOf } from '../../../testing/caller.ts';

const contact = (fields: Readonly<Record<string, unknown>>) => ({ attributes: { type: 'Contact' }, ...fields });
const account = (fields: Readonly<Record<string, unknown>>) => ({ attributes: { type: 'Account' }, ...fields });
const good = { id: expect.stringMatching(/^00[13]/), success: true, errors: [] };
const bad = (statusCode: string) => ({ success: false, errors: [expect.objectContaining({ statusCode })] });

describe('sObject Collections', () => {
  it('create each record on its own and answer in the same order', async () => {
    const caller = callerOf();
    const records = [contact({ LastName: 'One' }), contact({ FirstName: 'x' }), account({ Name: 'Two' })];
    const { status, body } = await caller.call('POST', '/composite/sobjects', { records });
    expect(status).toBe(200);
    expect(body).toEqual([good, bad('REQUIRED_FIELD_MISSING'), good]);
    expect(caller.named('Account', 'Two').Id).toBe((body as { id: string }[])[2]?.id);
  });

  it('roll everything back with allOrNone', async () => {
    const caller = callerOf();
    const records = [contact({ LastName: 'One' }), contact({ FirstName: 'x' })];
    const { body } = await caller.call('POST', '/composite/sobjects', { allOrNone: true, records });
    expect(body).toEqual([bad('ALL_OR_NONE_OPERATION_ROLLED_BACK'), bad('REQUIRED_FIELD_MISSING')]);
    expect((await caller.query("SELECT COUNT() FROM Contact WHERE LastName = 'One'")).body).toMatchObject({
      totalSize: 0
    });
  });

  it('refuse users and other objects in one request', async () => {
    const caller = callerOf();
    const user = { attributes: { type: 'User' }, LastName: 'x' };
    const { body } = await caller.call('POST', '/composite/sobjects', {
      records: [contact({ LastName: 'One' }), user]
    });
    expect(body).toEqual([good, bad('MIXED_DML_OPERATION')]);
  });

  it('update by id, and return the id of a record that was rolled back', async () => {
    const caller = callerOf();
    const { Id: id } = caller.named('Contact', 'Amélie Dubois');
    const records = [contact({ id, Title: 'CEO' }), contact({ Id: '001000000000000AAA' }), contact({ Title: 'x' })];
    const each = await caller.call('PATCH', '/composite/sobjects', { records });
    expect(each.body).toEqual([{ ...good, id }, bad('MALFORMED_ID'), bad('MISSING_ARGUMENT')]);
    const together = await caller.call('PATCH', '/composite/sobjects', { allOrNone: true, records });
    expect(together.body).toMatchObject([
      { id, success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      {},
      {}
    ]);
  });

  it('upsert by an external id, and say which records were created', async () => {
    const caller = callerOf();
    const records = [
      contact({ Email: 'amelie.dubois@fromagerie-dubois.example', LastName: 'Dubois', Title: 'Owner' }),
      contact({ Email: 'new@mail.example', LastName: 'New' })
    ];
    const { Email } = caller.named('Contact', 'Amélie Dubois');
    const { body } = await caller.call('PATCH', '/composite/sobjects/Contact/Email', {
      records: [{ ...records[0], Email }, records[1]]
    });
    expect(body).toEqual([
      { ...good, created: false },
      { ...good, created: true }
    ]);
  });

  it('delete by ids', async () => {
    const caller = callerOf();
    const created = await caller.call('POST', '/composite/sobjects', { records: [contact({ LastName: 'Gone' })] });
    const [{ id } = { id: '' }] = created.body as { id: string }[];
    const { body } = await caller.call('DELETE', `/composite/sobjects?ids=${id},003x&allOrNone=false`);
    expect(body).toEqual([{ ...good, id }, bad('MALFORMED_ID')]);
  });

  it.each([
    ['GET', (id: string) => `/composite/sobjects/Contact?ids=${id},003000000000999AAA&fields=Id,Name`, undefined],
    ['POST', () => '/composite/sobjects/Contact', { fields: ['Id', 'Name'] }]
  ])('read by %s, with null for a missing record', async (method, path, body) => {
    const caller = callerOf();
    const { Id } = caller.named('Contact', 'Amélie Dubois');
    const ids = [Id, '003000000000999AAA'];
    const answer = await caller.call(method, path(Id), body === undefined ? undefined : { ...body, ids });
    expect(answer).toMatchObject({ status: 200, body: [{ Id, Name: 'Amélie Dubois' }, null] });
  });

  it.each([
    [{}, 'INVALID_INPUT'],
    [{ records: [{ LastName: 'x' }] }, 'INVALID_INPUT'],
    [{ records: [{ attributes: { type: 'Foo' } }] }, 'INVALID_TYPE'],
    [{ records: Array.from({ length: 201 }, () => contact({ LastName: 'x' })) }, 'EXCEEDED_ID_LIMIT'],
    [
      { records: Array.from({ length: 11 }, (_, n) => (n % 2 === 0 ? contact({}) : account({ Name: 'x' }))) },
      'LIMIT_EXCEEDED'
    ]
  ])('refuse malformed request %#', async (body, errorCode) => {
    const answer = await callerOf().call('POST', '/composite/sobjects', body);
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
  });
});

describe('an sObject row by external id', () => {
  it('is created, then updated', async () => {
    const caller = callerOf();
    const path = '/sobjects/Contact/Email/upsert%40mail.example';
    expect(await caller.call('PATCH', path, { LastName: 'One' })).toMatchObject({
      status: 201,
      body: { created: true }
    });
    expect(await caller.call('PATCH', path, { Title: 'x' })).toMatchObject({ status: 200, body: { created: false } });
    expect((await caller.call('PATCH', '/sobjects/Contact/Title/x', {})).status).toBe(404);
  });
});
