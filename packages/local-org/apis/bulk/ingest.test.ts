import { createJob, endOfJob, resultLines, runJob, uploadAndClose, type JobInfo } from '../../testing/bulk.ts';
import { callerOf, type Caller } from '../../testing/caller.ts';

const insertContacts = { object: 'Contact', operation: 'insert' };
const countOf = async (caller: Caller, where: string) =>
  ((await caller.query(`SELECT COUNT() FROM Contact WHERE ${where}`)).body as { totalSize: number }).totalSize;

describe('an ingest job', () => {
  it('goes from Open to JobComplete and reports each state', async () => {
    const caller = callerOf();
    const job = await createJob(caller, insertContacts);
    expect(job).toMatchObject({
      id: expect.stringMatching(/^750/),
      state: 'Open',
      object: 'Contact',
      apiVersion: 68,
      concurrencyMode: 'Parallel',
      contentUrl: `services/data/v68.0/jobs/ingest/${job.id}/batches`,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA'
    });
    const closed = await uploadAndClose(caller, job.id, 'LastName\nLovelace\n');
    expect(closed).toMatchObject({ status: 200, body: { state: 'UploadComplete' } });
    expect(await endOfJob(caller, job.id)).toMatchObject({
      state: 'JobComplete',
      jobType: 'V2Ingest',
      numberRecordsProcessed: 1,
      numberRecordsFailed: 0,
      retries: 0
    });
    const list = await caller.call('GET', '/jobs/ingest');
    expect(list.body).toMatchObject({ done: true, records: [{ id: job.id }], nextRecordsUrl: null });
  });

  it('inserts, and returns each row with its id or its error', async () => {
    const caller = callerOf();
    const job = await runJob(caller, insertContacts, 'LastName,Email\nOne,one@mail.example\n,two@mail.example\n');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    const [{ Id } = { Id: '' }] = (
      (await caller.query("SELECT Id FROM Contact WHERE LastName = 'One'")).body as { records: { Id: string }[] }
    ).records;
    expect(await resultLines(caller, job, 'successfulResults')).toEqual([
      '"sf__Id","sf__Created",LastName,Email',
      `"${Id}","true",One,one@mail.example`
    ]);
    expect(await resultLines(caller, job, 'failedResults')).toEqual([
      '"sf__Id","sf__Error",LastName,Email',
      '"","REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --",,two@mail.example'
    ]);
    expect(await resultLines(caller, job, 'unprocessedrecords')).toEqual(['LastName,Email']);
  });

  it('updates, ignores an empty value, and empties a field with #N/A', async () => {
    const caller = callerOf();
    const { Id } = caller.named('Contact', 'Amélie Dubois');
    const job = await runJob(
      caller,
      { object: 'Contact', operation: 'update' },
      `Id,Title,Email,Department\n${Id},#N/A,,Sales\nnone,x,,\n,x,,\n`
    );
    expect(caller.named('Contact', 'Amélie Dubois')).toMatchObject({
      Title: null,
      Email: expect.stringContaining('@'),
      Department: 'Sales'
    });
    expect(await resultLines(caller, job, 'successfulResults')).toContain(`"${Id}","false",${Id},#N/A,,Sales`);
    expect(await resultLines(caller, job, 'failedResults')).toEqual([
      '"sf__Id","sf__Error",Id,Title,Email,Department',
      '"","MISSING_ARGUMENT:Id not specified in an update call:Id --",,x,,',
      '"none","MALFORMED_ID:Contact ID: id value of incorrect type: none:Id --",none,x,,'
    ]);
  });

  it('upserts by an external id and deletes by id', async () => {
    const caller = callerOf();
    const { Email } = caller.named('Contact', 'Amélie Dubois');
    const upserted = await runJob(
      caller,
      { object: 'Contact', operation: 'upsert', externalIdFieldName: 'Email' },
      `Email,LastName,Title\n${String(Email)},Dubois,Owner\nnew@mail.example,New,x\n`
    );
    const lines = await resultLines(caller, upserted, 'successfulResults');
    expect(lines.map((line) => line.split(',')[1])).toEqual(['"sf__Created"', '"false"', '"true"']);
    const { Id } = caller.named('Contact', 'New');
    const removed = await runJob(caller, { object: 'Contact', operation: 'delete' }, `Id\n${Id}\n`);
    expect(removed).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
    expect(await countOf(caller, "LastName = 'New'")).toBe(0);
  });

  it('accepts a reference by a field of the referenced record', async () => {
    const caller = callerOf();
    const job = await runJob(
      caller,
      { object: 'User', operation: 'insert' },
      [
        'LastName,Username,Email,Alias,TimeZoneSidKey,LocaleSidKey,LanguageLocaleKey,EmailEncodingKey,ContactId,Profile.Name',
        `A,a@bulk.example,a@bulk.example,a,Europe/Paris,en_US,en_US,UTF-8,${caller.localOrg.org.defaultContactId},Acme Customer`,
        `B,b@bulk.example,b@bulk.example,b,Europe/Paris,en_US,en_US,UTF-8,${caller.localOrg.org.defaultContactId},Nobody`
      ].join('\n')
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect((await resultLines(caller, job, 'failedResults'))[1]).toContain(
      '"INVALID_FIELD:Foreign key external ID: Nobody not found for field Name in entity Profile:--"'
    );
  });

  it.each([
    ['COMMA', ',', 'LF', '\n'],
    ['SEMICOLON', ';', 'CRLF', '\r\n'],
    ['TAB', '\t', 'LF', '\n'],
    ['PIPE', '|', 'CRLF', '\r\n'],
    ['CARET', '^', 'LF', '\n'],
    ['BACKQUOTE', '`', 'LF', '\n']
  ])('reads values that are separated by %s', async (columnDelimiter, delimiter, lineEnding, end) => {
    const caller = callerOf();
    const value = `"Dr. ""X"" ${delimiter}${end}second line"`;
    const csv = [['LastName', 'Title'].join(delimiter), ['Quoted', value].join(delimiter), ''].join(end);
    const job = await runJob(caller, { ...insertContacts, columnDelimiter, lineEnding }, csv);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
    expect(caller.named('Contact', 'Quoted')['Title']).toBe(`Dr. "X" ${delimiter}${end}second line`);
  });

  it.each([
    ['Surname\nx\n', 'InvalidBatch : Field name not found : Surname', {}],
    ['\uFEFFLastName\nx\n', 'InvalidBatch : Field name not found : \uFEFFLastName', {}],
    ['LastName\nx\n', 'InvalidBatch : Field name not found : Id', { operation: 'update' }],
    ['Id,LastName\nx,y\n', "InvalidBatch : The 'delete' batch must contain only ids", { operation: 'delete' }],
    [
      'LastName\r\nx\r\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
      {}
    ],
    [
      'LastName\nx\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF',
      { lineEnding: 'CRLF' }
    ]
  ])('fails as a whole with the data %j', async (csv, errorMessage, options) => {
    const caller = callerOf();
    const job = await runJob(caller, { ...insertContacts, ...options }, csv);
    expect(job).toMatchObject({ state: 'Failed', errorMessage, numberRecordsProcessed: 0, numberRecordsFailed: 0 });
    expect(await resultLines(caller, job, 'unprocessedrecords')).toHaveLength(2);
  });

  it('refuses rows that are malformed CSV', async () => {
    const caller = callerOf();
    const job = await runJob(caller, insertContacts, 'LastName,Title\n"A", "B"\nA "x",y\nOnly\nGood,one\n');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 4, numberRecordsFailed: 3 });
  });

  it('can be created with its data in one request', async () => {
    const caller = callerOf();
    const form = new FormData();
    form.append('job', new Blob([JSON.stringify(insertContacts)], { type: 'application/json' }));
    form.append('content', new Blob(['LastName\nMultipart\n'], { type: 'text/csv' }), 'content');
    const { body } = await caller.call('POST', '/jobs/ingest', form);
    expect(body).toMatchObject({ state: 'UploadComplete' });
    expect(await endOfJob(caller, (body as JobInfo).id)).toMatchObject({ numberRecordsProcessed: 1 });
  });

  it('is processed in parallel batches of 10,000 rows, with results in another order', async () => {
    const caller = callerOf();
    const names = Array.from({ length: 25_000 }, (_, n) => `Row${String(n).padStart(5, '0')}`);
    const job = await runJob(caller, insertContacts, `LastName\n${names.join('\n')}\n`);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 25_000, numberRecordsFailed: 0 });
    const { body } = await caller.call('GET', `/jobs/ingest/${job.id}/successfulResults`);
    const found = [...String(body).matchAll(/Row\d{5}/g)].map(([name]) => name);
    expect(found).not.toEqual(names);
    expect(found.toSorted()).toEqual(names);
    expect((await caller.call('GET', '/limits')).body).toMatchObject({
      DailyBulkApiBatches: { Max: 15_000, Remaining: 14_997 }
    });
  });

  it('keeps its results for seven days', async () => {
    const caller = callerOf();
    const job = await runJob(caller, insertContacts, 'LastName\nx\n');
    const path = `/jobs/ingest/${job.id}/successfulResults`;
    const day = 24 * 60 * 60 * 1000;
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 7 * day - 60_000 });
    expect((await caller.call('GET', path)).status).toBe(200);
    await caller.call('POST', '/__local/clock', { advanceMilliseconds: 2 * 60_000 });
    expect(await caller.call('GET', path)).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
  });
});

describe('a request to an ingest job', () => {
  it.each([
    [{ operation: 'merge' }, 'API_ERROR', "Invalid value: 'merge' supplied for property: 'operation'"],
    [{ contentType: 'JSON' }, 'API_ERROR', "Invalid value: 'JSON' supplied for property: 'contentType'"],
    [{ columnDelimiter: 'DOT' }, 'API_ERROR', "Invalid value: 'DOT' supplied for property: 'columnDelimiter'"],
    [{ object: 'Foo' }, 'INVALIDJOB', 'InvalidJob : Unable to find object: Foo'],
    [{ operation: 'hardDelete' }, 'FEATURENOTENABLED', expect.stringContaining('special user profile permission')],
    [
      { operation: 'upsert' },
      'INVALIDJOB',
      'InvalidJob : External ID was blank for Contact. An External ID must be specified for upsert.'
    ],
    [
      { operation: 'upsert', externalIdFieldName: 'Title' },
      'INVALIDJOB',
      'InvalidJob : Field name provided, Title does not match an External ID for Contact'
    ]
  ])('is refused when it creates the job %j', async (job, errorCode, message) => {
    const answer = await callerOf().call('POST', '/jobs/ingest', { ...insertContacts, ...job });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode, message }] });
  });

  it('uploads once, as CSV, while the job is open', async () => {
    const caller = callerOf();
    const { id } = await createJob(caller, insertContacts);
    const upload = (type: string) =>
      caller.call('PUT', `/jobs/ingest/${id}/batches`, 'LastName\nx\n', { 'Content-Type': type });
    expect((await upload('application/json')).status).toBe(415);
    expect(await upload('text/csv')).toMatchObject({ status: 201, body: null });
    expect(await upload('text/csv')).toMatchObject({ status: 400, body: [{ errorCode: 'BULK_API_ERROR' }] });
    await caller.call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    await endOfJob(caller, id);
    expect(await upload('text/csv')).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
  });

  it('aborts and deletes, but does not abort a job that has ended, and does not delete an open one', async () => {
    const caller = callerOf();
    const { id } = await createJob(caller, insertContacts);
    const path = `/jobs/ingest/${id}`;
    expect(await caller.call('DELETE', path)).toMatchObject({ status: 400, body: [{ errorCode: 'API_ERROR' }] });
    expect(await caller.call('GET', `${path}/failedResults`)).toMatchObject({ status: 400 });
    expect((await caller.call('PATCH', path, { state: 'Aborted' })).body).toMatchObject({ state: 'Aborted' });
    expect(await caller.call('PATCH', path, { state: 'Aborted' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Aborted Job not allowed' }]
    });
    expect((await caller.call('DELETE', path)).status).toBe(204);
    expect((await caller.call('GET', path)).status).toBe(404);
  });

  it('closes only a job of the same user', async () => {
    const caller = callerOf();
    const { id } = await createJob(caller, insertContacts);
    const answer = await caller.as('Sales Ops').call('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDUSER' }] });
  });
});
