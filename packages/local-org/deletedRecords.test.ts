import { callerOf, found, type Caller } from './testing/caller.ts';
import { resultLines, runJob } from './testing/bulk.ts';
import type { StoredRecord } from './engine/storage/record.ts';

const DELETED = { errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' };
const DELETED_ROW = { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }] };

/** A new contact of a new account; the answer names their ids. */
async function withContact(caller: Caller): Promise<{ readonly accountId: string; readonly contactId: string }> {
  const accountId = await created(caller, 'Account', { Name: 'Analytical Engines' });
  return { accountId, contactId: await created(caller, 'Contact', { LastName: 'Lovelace', AccountId: accountId }) };
}

async function created(caller: Caller, object: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const { body } = await caller.call('POST', `/sobjects/${object}`, fields);
  return (body as { readonly id: string }).id;
}

async function deleted(caller: Caller, object: string, id: string): Promise<void> {
  expect(await caller.call('DELETE', `/sobjects/${object}/${id}`)).toMatchObject({ status: 204 });
}

/** The records that QueryAll finds. */
async function foundWithDeleted(caller: Caller, soql: string): Promise<readonly object[]> {
  const { body } = await caller.call('GET', `/queryAll?q=${encodeURIComponent(soql)}`);
  return (body as { readonly records: readonly object[] }).records;
}

describe('a contact in the recycle bin', () => {
  const caller = callerOf();
  let id = '';

  beforeAll(async () => {
    id = (await withContact(caller)).contactId;
    await deleted(caller, 'Contact', id);
  });

  it.each([
    ['GET', undefined],
    ['PATCH', { Title: 'x' }],
    ['DELETE', undefined]
  ])('is said to be deleted to %s of sobjects', async (method, body) => {
    expect(await caller.call(method, `/sobjects/Contact/${id}`, body)).toMatchObject({ status: 404, body: [DELETED] });
  });

  it('is unknown as a record of another object', async () => {
    const answer = await caller.call('GET', `/sobjects/Account/${id}`);
    expect(answer).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });

  it('is refused, read as null and deleted no second time by sObject Collections', async () => {
    const other = await created(caller, 'Contact', { LastName: 'Menabrea' });
    const records = [
      { attributes: { type: 'Contact' }, Id: id, Title: 'x' },
      { attributes: { type: 'Contact' }, Id: other, Title: 'x' }
    ];
    const answers = [
      await caller.call('PATCH', '/composite/sobjects', { records }),
      await caller.call('DELETE', `/composite/sobjects?ids=${id},${other}`),
      await caller.call('GET', `/composite/sobjects/Contact?ids=${id}&fields=Id`)
    ];
    expect(answers.map(({ body }) => body)).toMatchObject([
      [DELETED_ROW, { success: true }],
      [DELETED_ROW, { success: true }],
      [null]
    ]);
  });

  it.each([
    ['update', 'Id,Title', ',x'],
    ['delete', 'Id', '']
  ])('fails as a row of a Bulk API 2.0 job that has to %s it', async (operation, header, rest) => {
    const job = await runJob(caller, { object: 'Contact', operation }, `${header}\n${id}${rest}\n`);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 1 });
    expect(await resultLines(caller, job, 'failedResults')).toEqual([
      `"sf__Id","sf__Error",${header}`,
      `"${id}","ENTITY_IS_DELETED:entity is deleted:--",${id}${rest}`
    ]);
  });

  it('fails as a row of an upsert by Id, and is not found by another key', async () => {
    const upsert = async (field: string, csv: string) =>
      runJob(caller, { object: 'Contact', operation: 'upsert', externalIdFieldName: field }, csv);
    const byId = await upsert('Id', `Id,LastName\n${id},x\n`);
    expect((await resultLines(caller, byId, 'failedResults'))[1]).toContain('ENTITY_IS_DELETED');
    const email = 'ada@engines.example';
    const first = await created(caller, 'Contact', { LastName: 'Byron', Email: email });
    await deleted(caller, 'Contact', first);
    await upsert('Email', `Email,LastName\n${email},Byron\n`);
    const rows = await found(caller, `SELECT Id FROM Contact WHERE Email = '${email}'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['Id']).not.toBe(first);
  });

  it.each([
    [`SELECT IsDeleted FROM Contact WHERE Id = '%'`, 0, 1],
    [`SELECT IsDeleted FROM Contact WHERE Id = '%' AND IsDeleted = true`, 0, 1],
    [`SELECT IsDeleted FROM Contact WHERE Id = '%' AND IsDeleted = false`, 0, 0],
    [`SELECT IsDeleted FROM Contact WHERE LastName LIKE 'Lovel%'`, 0, 1]
  ])('is found by QueryAll only: %s', async (soql, byQuery, byQueryAll) => {
    const statement = soql.replace("'%'", `'${id}'`);
    expect(await found(caller, statement)).toHaveLength(byQuery);
    const rows = await foundWithDeleted(caller, statement);
    expect(rows).toHaveLength(byQueryAll);
    expect(rows.every((row) => 'IsDeleted' in row && row.IsDeleted === true)).toBe(true);
  });

  it('is found by QueryAll as a subrequest, and counted', async () => {
    const soql = encodeURIComponent(`SELECT COUNT() FROM Contact WHERE Id = '${id}'`);
    const { body } = await caller.call('POST', '/composite', {
      compositeRequest: ['query', 'queryAll'].map((resource) => ({
        method: 'GET',
        url: `/services/data/v68.0/${resource}?q=${soql}`,
        referenceId: resource
      }))
    });
    expect(body).toMatchObject({ compositeResponse: [{ body: { totalSize: 0 } }, { body: { totalSize: 1 } }] });
  });

  it('is not there for GraphQL, and a mutation of it fails', async () => {
    expect(
      await caller.graphql(
        `query { uiapi { query { Contact(where: { Id: { eq: "${id}" } }) { edges { node { Id } } } } } }`
      )
    ).toMatchObject({ errors: [], data: { uiapi: { query: { Contact: { edges: [] } } } } });
    const failed = { extensions: { ErrorType: 'DataFetchingException' }, message: DELETED.message };
    const changes = [
      `ContactUpdate(input: { Id: "${id}", Contact: { Title: "x" } }) { success }`,
      `ContactDelete(input: { Id: "${id}" }) { Id }`
    ];
    for (const change of changes) {
      expect(await caller.graphql(`mutation { uiapi { ${change} } }`)).toMatchObject({ errors: [failed] });
    }
  });

  it.each([
    ['GET', '?fields=Contact.Name', undefined],
    ['PATCH', '', { fields: { Title: 'x' } }],
    ['DELETE', '', undefined]
  ])('does not exist for %s of UI API', async (method, query, body) => {
    expect(await caller.call(method, `/ui-api/records/${id}${query}`, body)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]
    });
  });

  it.each([
    ['the contact of a user', 'User', (contactId: string) => ({ LastName: 'x', ContactId: contactId })],
    ['the manager of a contact', 'Contact', (contactId: string) => ({ LastName: 'x', ReportsToId: contactId })]
  ])('cannot be %s', async (_what, object, fields) => {
    const answer = await caller.call('POST', `/sobjects/${object}`, fields(id));
    expect(answer.body).toEqual(expect.arrayContaining([expect.objectContaining(DELETED)]));
  });

  it.each([
    ['POST', '/services/Soap/u/68.0', 'undelete', 500],
    ['POST', '/services/Soap/c/68.0', 'emptyRecycleBin', 500],
    ['GET', '/sobjects/Contact/deleted?start=2026-01-01T00:00:00Z&end=2026-01-02T00:00:00Z', '', 404]
  ])('cannot be restored, purged or listed by %s %s, which says so', async (method, path, operation, status) => {
    const envelope = `<Envelope><Body><${operation}><ids>${id}</ids></${operation}></Body></Envelope>`;
    const answer = await caller.call(method, path, method === 'GET' ? undefined : envelope);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(operation);
    expect(JSON.stringify(answer.body)).toContain('not modelled by this local org');
  });

  it('cannot be restored by its field IsDeleted', async () => {
    const answer = await caller.call('PATCH', `/sobjects/Contact/${id}`, { IsDeleted: false });
    expect(answer).toMatchObject({ status: 404, body: [DELETED] });
  });
});

describe('the deletion of an account', () => {
  it('takes its contacts along, whichever API asks for it', async () => {
    const deletions: readonly ((caller: Caller, id: string) => Promise<unknown>)[] = [
      (caller, id) => caller.call('DELETE', `/sobjects/Account/${id}`),
      (caller, id) => caller.call('DELETE', `/composite/sobjects?ids=${id}`),
      (caller, id) => caller.call('DELETE', `/ui-api/records/${id}`),
      (caller, id) => caller.graphql(`mutation { uiapi { AccountDelete(input: { Id: "${id}" }) { Id } } }`),
      (caller, id) => runJob(caller, { object: 'Account', operation: 'delete' }, `Id\n${id}\n`)
    ];
    for (const deletion of deletions) {
      const caller = callerOf();
      const { accountId, contactId } = await withContact(caller);
      await deletion(caller, accountId);
      expect(await found(caller, `SELECT Id FROM Contact WHERE Id = '${contactId}'`)).toEqual([]);
      expect(
        await foundWithDeleted(caller, `SELECT AccountId, IsDeleted FROM Contact WHERE Id = '${contactId}'`)
      ).toMatchObject([{ AccountId: accountId, IsDeleted: true }]);
      expect(await caller.call('GET', `/sobjects/Contact/${contactId}`)).toMatchObject({ body: [DELETED] });
    }
  });

  it('is refused while one of its contacts has a user, active or not, and takes nothing along', async () => {
    const caller = callerOf('inactive-user');
    const user = recordWith(caller, 'User', ({ ContactId, IsActive }) => ContactId !== null && IsActive === false);
    const account = `/sobjects/Account/${String(user['AccountId'])}`;
    const contact = `/sobjects/Contact/${String(user['ContactId'])}`;
    for (const path of [account, contact]) {
      expect(await caller.call('DELETE', path)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'DELETE_FAILED', message: expect.stringContaining(String(user['Name'])) }]
      });
    }
    expect((await caller.call('GET', contact)).status).toBe(200);
  });

  it('passes once its users are disabled, and takes their roles along for good', async () => {
    const caller = callerOf('inactive-user');
    const user = recordWith(caller, 'User', ({ ContactId, UserRoleId }) => ContactId !== null && UserRoleId !== null);
    const accountId = String(user['AccountId']);
    const users = await found(caller, `SELECT Id FROM User WHERE AccountId = '${accountId}'`);
    for (const { Id } of users) {
      await caller.call('PATCH', `/sobjects/User/${String(Id)}`, { IsActive: false, IsPortalEnabled: false });
    }
    const roles = `SELECT Id FROM UserRole WHERE PortalAccountId = '${accountId}'`;
    expect(await found(caller, roles)).not.toEqual([]);
    await deleted(caller, 'Account', accountId);
    expect(await foundWithDeleted(caller, roles)).toEqual([]);
  });

  it('is refused for a partner account with contacts', async () => {
    const caller = callerOf();
    const { accountId } = await withContact(caller);
    await caller.call('PATCH', `/sobjects/Account/${accountId}`, { IsPartner: true });
    expect(await caller.call('DELETE', `/sobjects/Account/${accountId}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'DELETE_FAILED' }]
    });
  });

  it('is rolled back as a whole, contacts included', async () => {
    const caller = callerOf();
    const { accountId, contactId } = await withContact(caller);
    const ids = `${accountId},${caller.named('Contact', 'Zoë Müller-Lüdenscheidt').Id}`;
    const { body } = await caller.call('DELETE', `/composite/sobjects?ids=${ids}&allOrNone=true`);
    expect(body).toMatchObject([{ success: false }, { success: false }]);
    expect(await found(caller, `SELECT Account.Name FROM Contact WHERE Id = '${contactId}'`)).toMatchObject([
      { Account: { Name: 'Analytical Engines' } }
    ]);
    expect(await foundWithDeleted(caller, 'SELECT Id FROM Contact WHERE IsDeleted = true')).toEqual([]);
  });

  it('deletes the contact of a person account, which cannot be deleted alone', async () => {
    const caller = callerOf('person-account');
    const account = recordWith(caller, 'Account', ({ IsPersonAccount }) => IsPersonAccount === true);
    const contact = `/sobjects/Contact/${String(account['PersonContactId'])}`;
    expect(await caller.call('DELETE', contact)).toMatchObject({ body: [{ errorCode: 'DELETE_FAILED' }] });
    await deleted(caller, 'Account', account.Id);
    expect(await caller.call('GET', contact)).toMatchObject({ status: 404, body: [DELETED] });
  });

  it('empties the fields that refer to a deleted record', async () => {
    const caller = callerOf();
    const { accountId, contactId } = await withContact(caller);
    const child = await created(caller, 'Account', { Name: 'Child', ParentId: accountId });
    const assistant = await created(caller, 'Contact', { LastName: 'Assistant', ReportsToId: contactId });
    await deleted(caller, 'Account', accountId);
    expect((await caller.call('GET', `/sobjects/Account/${child}?fields=ParentId`)).body).toMatchObject({
      ParentId: null
    });
    expect((await caller.call('GET', `/sobjects/Contact/${assistant}?fields=ReportsToId`)).body).toMatchObject({
      ReportsToId: null
    });
  });
});

it('refuses in its own name to delete a set-up record that others need', async () => {
  const caller = callerOf('permission-set-assignments');
  const assignment = recordWith(caller, 'PermissionSetAssignment', () => true);
  const answer = await caller.call('DELETE', `/sobjects/PermissionSet/${String(assignment['PermissionSetId'])}`);
  expect(answer).toMatchObject({
    status: 400,
    body: [{ errorCode: 'DELETE_FAILED', message: expect.stringMatching(/\(not modelled by this local org\)$/u) }]
  });
});

function recordWith({ localOrg }: Caller, object: string, is: (record: StoredRecord) => boolean): StoredRecord {
  const schema = localOrg.org.schema.object(object);
  const record = schema === undefined ? undefined : localOrg.org.all(schema).find(is);
  if (record === undefined) throw new Error(`No such ${object} in ${localOrg.name}`);
  return record;
}
