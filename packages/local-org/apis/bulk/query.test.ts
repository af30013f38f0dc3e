import { endOfJob, runQueryJob, type JobInfo } from '../../testing/bulk.ts';
import { callerOf, type Caller } from '../../testing/caller.ts';

const query = (caller: Caller, soql: string, more = {}) =>
  caller.call('POST', '/jobs/query', { operation: 'query', query: soql, ...more });
const NAMES = 'SELECT Name FROM Contact ORDER BY Name';
const linesOf = (body: unknown) => String(body).trimEnd().split('\n');

describe('a query job', () => {
  it('goes from UploadComplete to JobComplete, and says what it is', async () => {
    const caller = callerOf();
    const { status, body } = await query(caller, NAMES);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^750/),
      operation: 'query',
      object: 'Contact',
      createdById: caller.localOrg.people[0]?.userId,
      createdDate: expect.stringMatching(/^\d{4}-.*\+0000$/),
      systemModstamp: expect.any(String),
      state: 'UploadComplete',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 68,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA'
    });
    const { id } = body as JobInfo;
    expect(await endOfJob(caller, id, 'query')).toMatchObject({
      state: 'JobComplete',
      jobType: 'V2Query',
      numberRecordsProcessed: ((await caller.query('SELECT COUNT() FROM Contact')).body as { totalSize: number })
        .totalSize,
      retries: 0,
      totalProcessingTime: expect.any(Number),
      isPkChunkingSupported: true
    });
    const jobs = (type: string) => caller.call('GET', `/jobs/query${type}`);
    expect((await jobs('')).body).toMatchObject({
      done: true,
      records: [{ id, jobType: 'V2Query' }],
      nextRecordsUrl: null
    });
    expect((await jobs('?jobType=V2Ingest')).body).toMatchObject({ records: [] });
    expect((await caller.call('GET', '/jobs/ingest')).body).toMatchObject({ records: [] });
  });

  it('writes values as Bulk API does, with the fields of parents', async () => {
    const caller = callerOf();
    const { Id: AccountId } = caller.named('Account', 'Northwind Ångström AB');
    const change = {
      AnnualRevenue: 16_147_805_824_397,
      NumberOfEmployees: 12_000_000,
      Description: 'say "hi",\nplease',
      ShippingLatitude: 23
    };
    expect(await caller.call('PATCH', `/sobjects/Account/${AccountId}`, change)).toMatchObject({ status: 204 });
    const { body, headers } = await runQueryJob(
      caller,
      `SELECT Id, AnnualRevenue, NumberOfEmployees, ShippingLatitude, Description, Site, IsDeleted, CreatedDate, Owner.IsActive, Parent.Owner.Name FROM Account WHERE Id = '${AccountId}'`
    );
    expect(headers.get('Content-Type')).toContain('text/csv');
    expect(headers.get('Sforce-NumberOfRecords')).toBe('1');
    expect(headers.get('Sforce-Locator')).toBe('null');
    const [header, ...values] = String(body).split('\n');
    expect(header).toBe(
      '"Id","AnnualRevenue","NumberOfEmployees","ShippingLatitude","Description","Site","IsDeleted","CreatedDate","Owner.IsActive","Parent.Owner.Name"'
    );
    expect(values.join('\n')).toMatch(
      new RegExp(
        `^"${AccountId}","1\\.6147805824397E13","12000000","23\\.0","say ""hi"",\nplease","","false","\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z","true",""\n$`
      )
    );
  });

  it('answers in sets of maxRecords, whose locators stay the same', async () => {
    const caller = callerOf();
    const { id, body } = await runQueryJob(caller, NAMES);
    const all = linesOf(body);
    const found: string[] = [];
    let locator = '';
    do {
      const from = locator === '' ? '' : `&locator=${locator}`;
      const page = await caller.call('GET', `/jobs/query/${id}/results?maxRecords=4${from}`);
      const [header, ...rows] = linesOf(page.body);
      expect(header).toBe('"Name"');
      expect(page.headers.get('Sforce-NumberOfRecords')).toBe(String(rows.length));
      found.push(...rows);
      locator = page.headers.get('Sforce-Locator') ?? '';
    } while (locator !== 'null');
    expect(found.length).toBeGreaterThan(4);
    expect(found).toEqual(all.slice(1));
  });

  it('takes another delimiter and line ending, and has a header without a record', async () => {
    const caller = callerOf();
    const form = { columnDelimiter: 'PIPE', lineEnding: 'CRLF' };
    const soql = 'SELECT FirstName, LastName FROM Contact WHERE Name = ';
    const { body } = await runQueryJob(caller, `${soql}'Amélie Dubois'`, form);
    expect(body).toBe('"FirstName"|"LastName"\r\n"Amélie"|"Dubois"\r\n');
    expect((await runQueryJob(caller, `${soql}'nobody'`)).body).toBe('"FirstName","LastName"\n');
  });

  it('finds deleted records with queryAll only', async () => {
    const caller = callerOf();
    const { Id } = caller.named('Contact', 'Amélie Dubois');
    await caller.call('DELETE', `/sobjects/Contact/${Id}`);
    const soql = `SELECT Id, IsDeleted FROM Contact WHERE Id = '${Id}'`;
    expect((await runQueryJob(caller, soql)).body).toBe('"Id","IsDeleted"\n');
    const { body } = await runQueryJob(caller, soql, { operation: 'queryAll' });
    expect(body).toBe(`"Id","IsDeleted"\n"${Id}","true"\n`);
  });

  it('takes FIELDS(STANDARD) without compound fields', async () => {
    const { body } = await runQueryJob(callerOf(), 'SELECT FIELDS(STANDARD) FROM Contact');
    const [header = ''] = linesOf(body);
    expect(header).toContain('"MailingCity"');
    expect(header).not.toContain('"MailingAddress"');
  });

  it('shows nothing that its creator does not see', async () => {
    const caller = callerOf('private-users').as('Sales Ops');
    const { body } = await runQueryJob(caller, 'SELECT Id FROM User');
    const { totalSize } = (await caller.query('SELECT Id FROM User')).body as { totalSize: number };
    expect(linesOf(body)).toHaveLength(totalSize + 1);
  });

  it('counts against the query jobs of a day', async () => {
    const caller = callerOf();
    await runQueryJob(caller, NAMES);
    expect((await caller.call('GET', '/limits')).body).toMatchObject({
      DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 9999 }
    });
    caller.localOrg.org.usage.count('DailyBulkV2QueryJobs', 10_000);
    expect(await query(caller, NAMES)).toMatchObject({
      status: 400,
      body: [
        { errorCode: 'LIMIT_EXCEEDED', message: 'Max bulk v2 query jobs (10000) per 24 hrs has been reached (10001)' }
      ]
    });
  });
});

describe('a request to create a query job', () => {
  const caller = callerOf();

  it.each([
    ['SELECT COUNT() FROM Contact', /aggregate functions/],
    ['SELECT AccountId FROM Contact GROUP BY AccountId', /^GROUP BY/],
    ['SELECT Id FROM Contact ORDER BY Id OFFSET 3', /^OFFSET/],
    ['SELECT FIELDS(ALL) FROM Contact LIMIT 10', /^FIELDS\(ALL\)/],
    ['SELECT MailingAddress FROM Contact', /^Selecting compound data not supported in Bulk Query$/],
    ['SELECT Account.BillingAddress FROM Contact', /^Selecting compound data/],
    [
      'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
      /^Aggregate Relationships not supported in Bulk V2 Query with CSV content type$/
    ],
    ['SELECT Naem FROM Contact', /No such column 'Naem' on entity 'Contact'/],
    ['SELECT Id FROM Nothing', /sObject type 'Nothing' is not supported/],
    ['SELECT', /unexpected token/]
  ])('is refused for %s', async (soql, message) => {
    expect(await query(caller, soql)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'API_ERROR', message: expect.stringMatching(message) }]
    });
  });

  it.each([
    [{ operation: 'insert' }, "Invalid value: 'insert' supplied for property: 'operation'"],
    [{ query: undefined }, "Invalid value: '' supplied for property: 'query'"],
    [{ contentType: 'JSON' }, "Invalid value: 'JSON' supplied for property: 'contentType'"],
    [{ lineEnding: 'CR' }, "Invalid value: 'CR' supplied for property: 'lineEnding'"]
  ])('is refused with %j', async (more, message) => {
    expect(await query(caller, NAMES, more)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'API_ERROR', message }]
    });
  });
});

describe('a request about a query job', () => {
  it('aborts a waiting job, and deletes only one that has ended', async () => {
    const caller = callerOf();
    const path = `/jobs/query/${((await query(caller, NAMES)).body as JobInfo).id}`;
    expect(await caller.call('DELETE', path)).toMatchObject({ status: 400, body: [{ errorCode: 'API_ERROR' }] });
    expect((await caller.call('PATCH', path, { state: 'Aborted' })).body).toMatchObject({ state: 'Aborted' });
    expect(await caller.call('GET', `${path}/results`)).toMatchObject({ body: [{ errorCode: 'INVALIDJOBSTATE' }] });
    expect(await caller.call('DELETE', path)).toMatchObject({ status: 204 });
    expect(await caller.call('GET', path)).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });

  it('cannot abort a job that has ended, or move it to another state', async () => {
    const caller = callerOf();
    const { id } = await runQueryJob(caller, NAMES);
    expect(await caller.call('PATCH', `/jobs/query/${id}`, { state: 'Aborted' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' }]
    });
    expect(await caller.call('PATCH', `/jobs/query/${id}`, { state: 'UploadComplete' })).toMatchObject({
      body: [{ errorCode: 'API_ERROR' }]
    });
  });

  it.each([
    ['locator=AAAA', 'locator'],
    [`locator=${Buffer.from('999999').toString('base64url')}`, 'locator'],
    ['maxRecords=0', 'maxRecords'],
    ['maxRecords=many', 'maxRecords']
  ])('is refused with ?%s', async (parameters, property) => {
    const caller = callerOf();
    const { id } = await runQueryJob(caller, NAMES);
    expect(await caller.call('GET', `/jobs/query/${id}/results?${parameters}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'API_ERROR', message: expect.stringContaining(`'${property}'`) }]
    });
  });

  it('gets no results of another user’s job, and none with another API version', async () => {
    const caller = callerOf();
    const { id } = await runQueryJob(caller, NAMES);
    const path = `/services/data/v68.0/jobs/query/${id}`;
    const other = caller.as('Sales Ops');
    for (const [method, at, body] of [
      ['GET', `${path}/results`, undefined],
      ['DELETE', path, undefined],
      ['PATCH', path, { state: 'Aborted' }]
    ] as const) {
      expect(await other.call(method, at, body)).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDUSER' }] });
    }
    expect((await caller.call('GET', `${path.replace('68.0', '67.0')}/results`)).status).toBe(409);
  });
});
