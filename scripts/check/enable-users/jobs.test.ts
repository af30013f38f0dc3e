import { expectWhole, freshRun, planRun, serveContacts } from './plannedRun.ts';
import type { Output, ServedOrg } from './servedOrg.ts';

/** Some tests start processes that load Salesforce's core library. */
const TIMEOUT = 120_000;
const CONTACTS = 2100;
const DAY = 24 * 60 * 60 * 1000;

describe('a run by a Bulk API 2.0 job', () => {
  let org: ServedOrg;
  let folder: string;

  beforeAll(async () => {
    org = await serveContacts(CONTACTS);
    await planRun(org, CONTACTS);
  }, TIMEOUT);

  beforeEach(() => {
    folder = freshRun(org);
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

  async function expectAll(output: Promise<Output>): Promise<void> {
    expectWhole(org, folder, CONTACTS, await output);
  }

  /** Uploads the job and lets the org finish it. */
  async function runAndForget(): Promise<void> {
    expect((await call('run', '--async')).code).toBe(0);
    while ((await states()).some((state) => state !== 'JobComplete')) await new Promise(setImmediate);
  }

  it(
    'is left to the org by --async; “results” asks the org nothing, and “resume” collects the job',
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
      const known = await org.runAlone(['results', '--run-folder', folder, '--json']);
      expect(known.code).toBe(68);
      expect(JSON.parse(known.stdout)).toMatchObject({ result: { state: 'waiting', apiCalls: 0 } });
      await expectAll(call('resume'));
      await expectAll(call('results'));
    },
    TIMEOUT
  );

  it(
    'waits for its job as long as --wait says',
    async () => {
      await org.control('bulk', { stopAfterChunks: 2 });
      const waited = await call('run', '--wait', '0');
      expect(waited.code).toBe(68);
      expect(JSON.parse(waited.stdout)).toMatchObject({ result: { state: 'waiting' } });
      await org.control('bulk', { stopAfterChunks: null });
      await expectAll(call('resume', '--wait', '5'));
    },
    TIMEOUT
  );

  it(
    'asks who holds each contact where its results are older than seven days',
    async () => {
      await runAndForget();
      await org.control('clock', { advanceMilliseconds: 8 * DAY });
      expect(await states()).toEqual([]);
      await expectAll(call('resume'));
    },
    TIMEOUT
  );

  it(
    'reads results again that break off',
    async () => {
      await runAndForget();
      const [id] = (await jobs()).map((job) => job.id);
      const path = `/services/data/v68.0/jobs/ingest/${String(id)}/successfulResults*`;
      await org.control('faults', { method: 'GET', path, times: 1, effect: { kind: 'truncate', bytes: 20_000 } });
      await expectAll(call('resume'));
      expect(await org.timesAsked('GET', /successfulResults/u)).toBe(2);
    },
    TIMEOUT
  );

  it(
    'that is killed before it closes its job aborts that job, and sends the rows in another one',
    async () => {
      const { child, output } = org.start(['run', '--run-folder', folder, '--json']);
      await Promise.race([org.hang('PATCH', /\/jobs\/ingest\/\w+$/u, 'before'), output]);
      child.kill('SIGKILL');
      await output;
      org.clear();
      expect(await states()).toEqual(['Open']);
      await expectAll(call('resume'));
      expect(await states()).toEqual(['Aborted', 'JobComplete']);
    },
    TIMEOUT
  );
});
