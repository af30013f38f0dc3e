import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, repeated, rowsOf } from './runFolder.ts';
import { serveOrg, type Output, type ServedOrg } from './servedOrg.ts';

/** Each test starts two or three processes that load Salesforce's core library. */
const TIMEOUT = 120_000;
const CONTACTS = 2100;
const DAY = 24 * 60 * 60 * 1000;

describe('a run by a Bulk API 2.0 job', () => {
  let org: ServedOrg;
  let planned: string;
  let folder: string;

  beforeAll(async () => {
    org = await serveOrg({ accounts: 40, contacts: CONTACTS, partnerEvery: 0, seats: { 'Customer Community': 5000 } });
    planned = join(org.folder, 'planned');
    const query = "SELECT Id FROM Contact WHERE Email LIKE '%@populated.example'";
    await org.run(['plan', '--query', query, '--profile', 'Acme Customer', '--run-folder', planned, '--json']);
  }, TIMEOUT);

  beforeEach(() => {
    org.clear();
    org.localOrg.reset('ready');
    folder = join(org.folder, 'run');
    rmSync(folder, { recursive: true, force: true });
    cpSync(planned, folder, { recursive: true });
  });

  afterAll(async () => {
    await org.close();
  });

  const call = (command: string, ...flags: readonly string[]): Promise<Output> =>
    org.run([command, '--run-folder', folder, ...flags, '--json']);
  const jobs = async (): Promise<readonly { readonly id: string; readonly state: string }[]> => {
    const token = org.localOrg.people[0]?.accessToken ?? '';
    const headers = { Authorization: `Bearer ${token}` };
    const request = new Request('http://local/services/data/v68.0/jobs/ingest', { headers });
    const list: { readonly records: Awaited<ReturnType<typeof jobs>> } = await (
      await org.localOrg.fetch(request)
    ).json();
    return list.records;
  };
  const states = async (): Promise<readonly string[]> => (await jobs()).map(({ state }) => state);

  /** Uploads the job and leaves it to the org, which finishes it. */
  async function runAndForget(): Promise<void> {
    expect((await call('run', '--async')).code).toBe(0);
    while ((await states()).some((state) => state !== 'JobComplete')) await new Promise(setImmediate);
  }

  function expectWhole({ code, stdout, stderr }: Output): void {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ result: { state: 'finished', counts: { created: CONTACTS } } });
    expect({ counts: countsOf(folder), repeated: repeated(folder) }).toEqual({
      counts: { created: CONTACTS },
      repeated: []
    });
    const users = new Map(org.users().map((user) => [user['ContactId'], user['Id']]));
    for (const { ContactId = '', UserId } of rowsOf(folder, 'created')) expect(users.get(ContactId)).toBe(UserId);
  }

  it(
    'that nobody waits for is under way: “results” asks the org nothing, and “resume” gets them',
    async () => {
      const started = await call('run', '--async');
      expect(started.code).toBe(0);
      expect(JSON.parse(started.stdout)).toMatchObject({
        result: {
          state: 'waiting',
          jobIds: [expect.stringMatching(/^750/u)],
          counts: { created: 0, unprocessed: CONTACTS },
          message: expect.stringContaining('resume --run-folder')
        }
      });
      const known = await call('results');
      expect(known.code).toBe(68);
      expect(JSON.parse(known.stdout)).toMatchObject({ result: { state: 'waiting', apiCalls: 0 } });
      expectWhole(await call('resume'));
      expectWhole(await call('results'));
    },
    TIMEOUT
  );

  it(
    'is waited for as long as --wait says',
    async () => {
      await org.control('bulk', { stopAfterChunks: 2 });
      const waited = await call('run', '--wait', '0');
      expect(waited.code).toBe(68);
      expect(JSON.parse(waited.stdout)).toMatchObject({ result: { state: 'waiting' } });
      await org.control('bulk', { stopAfterChunks: null });
      expectWhole(await call('resume', '--wait', '5'));
    },
    TIMEOUT
  );

  it(
    'whose results are older than seven days: the org says who holds each contact',
    async () => {
      await runAndForget();
      await org.control('clock', { advanceMilliseconds: 8 * DAY });
      expect(await states()).toEqual([]);
      expectWhole(await call('resume'));
    },
    TIMEOUT
  );

  it(
    'whose results break off: they are read again',
    async () => {
      await runAndForget();
      const [id] = (await jobs()).map((job) => job.id);
      const path = `/services/data/v68.0/jobs/ingest/${String(id)}/successfulResults*`;
      await org.control('faults', { method: 'GET', path, times: 1, effect: { kind: 'truncate', bytes: 20_000 } });
      expectWhole(await call('resume'));
      expect(await org.timesAsked('GET', /successfulResults/u)).toBe(2);
    },
    TIMEOUT
  );

  it(
    'that is killed before its job is closed: the job is aborted, and its rows go out in another one',
    async () => {
      const { child, output } = org.start(['run', '--run-folder', folder, '--json']);
      await Promise.race([org.hang('PATCH', /\/jobs\/ingest\/\w+$/u, 'before'), output]);
      child.kill('SIGKILL');
      await output;
      org.clear();
      expect(await states()).toEqual(['Open']);
      expectWhole(await call('resume'));
      expect(await states()).toEqual(['Aborted', 'JobComplete']);
    },
    TIMEOUT
  );
});
