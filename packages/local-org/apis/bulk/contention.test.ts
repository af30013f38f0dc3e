import { setImmediate } from 'node:timers/promises';
import { createJob, endOfJob, resultLines, runJob, uploadAndClose, type JobInfo } from '../../testing/bulk.ts';
import { callerOf, type Caller } from '../../testing/caller.ts';

const insertContacts = { object: 'Contact', operation: 'insert' };

/** Contacts of the org's first accounts, in turn or sorted by account. */
const contactsOf = (caller: Caller, accounts: number, rows: number, isSorted: boolean): string => {
  const account = caller.localOrg.org.schema.object('Account');
  const ids = account === undefined ? [] : caller.localOrg.org.all(account).map(({ Id }) => Id);
  const lines = Array.from({ length: rows }, (_, row) => {
    const index = isSorted ? Math.floor((row * accounts) / rows) : row % accounts;
    return `Row${row},${ids[index] ?? ''}`;
  });
  return `LastName,AccountId\n${lines.join('\n')}\n`;
};

const accountIdOf = ({ localOrg }: Caller): string =>
  String(localOrg.org.find(localOrg.org.defaultContactId)?.['AccountId']);

/** Two batches take seconds on a busy machine. */
const TIMEOUT = 60_000;

describe('batches that run at the same time', () => {
  it(
    'wait for the account of a row, and lock it in the end',
    async () => {
      const caller = callerOf();
      const job = await runJob(caller, insertContacts, contactsOf(caller, 1, 20_400, false));
      expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 20_400, numberRecordsFailed: 0 });
      expect(job.retries).toBeGreaterThan(0);
    },
    TIMEOUT
  );

  it(
    'do not compete for locks when the rows are sorted by account',
    async () => {
      const retries = async (isSorted: boolean) => {
        const caller = callerOf();
        return (await runJob(caller, insertContacts, contactsOf(caller, 4, 20_000, isSorted))).retries;
      };
      expect(await retries(true)).toBe(0);
      expect(await retries(false)).toBeGreaterThan(0);
    },
    TIMEOUT
  );
});

describe('a row that is locked', () => {
  it.each([
    [20, 0],
    [21, 1]
  ])('is retried: %d refused attempts give %d failures', async (attempts, failures) => {
    const caller = callerOf();
    const Id = accountIdOf(caller);
    await caller.call('POST', '/__local/locks', { id: Id, attempts });
    const job = await runJob(caller, insertContacts, `LastName,AccountId\nLocked,${Id}\nFree,\n`);
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: failures, retries: 20 });
    expect((await resultLines(caller, job, 'failedResults')).slice(1)).toEqual(
      failures === 0
        ? []
        : [
            `"","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: ${Id}:--",Locked,${Id}`
          ]
    );
  });

  it('is refused to sObject Collections at once', async () => {
    const caller = callerOf();
    const Id = accountIdOf(caller);
    await caller.call('POST', '/__local/locks', { id: Id, attempts: 1 });
    const records = ['One', 'Two'].map((LastName) => ({ attributes: { type: 'Contact' }, LastName, AccountId: Id }));
    const { body } = await caller.call('POST', '/composite/sobjects', { records });
    expect(body).toMatchObject([{ errors: [{ statusCode: 'UNABLE_TO_LOCK_ROW' }] }, { success: true }]);
  });
});

describe('a job that is stopped while it runs', () => {
  it('stays in progress, and then continues, or is aborted with the rows processed so far', async () => {
    const caller = callerOf();
    await caller.call('POST', '/__local/bulk', { stopAfterChunks: 2 });
    const rows = Array.from({ length: 600 }, (_, row) => `Row${row}`).join('\n');
    const [first, second] = [await createJob(caller, insertContacts), await createJob(caller, insertContacts)];
    await uploadAndClose(caller, first.id, `LastName\n${rows}\n`);
    const infoOf = async (id: string) => (await caller.call('GET', `/jobs/ingest/${id}`)).body as JobInfo;
    while ((await infoOf(first.id)).numberRecordsProcessed < 400) await setImmediate();
    await uploadAndClose(caller, second.id, 'LastName\nx\n');
    await caller.call('PATCH', `/jobs/ingest/${first.id}`, { state: 'Aborted' });
    await caller.call('POST', '/__local/bulk', { stopAfterChunks: null });
    expect(await endOfJob(caller, second.id)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1 });
    const aborted = await infoOf(first.id);
    expect(aborted).toMatchObject({ state: 'Aborted', numberRecordsProcessed: 400 });
    expect(await resultLines(caller, aborted, 'successfulResults')).toHaveLength(401);
    expect(await resultLines(caller, aborted, 'unprocessedrecords')).toHaveLength(201);
  });
});
