import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expectWhole, freshRun, planRun, serveContacts } from './plannedRun.ts';
import type { ServedOrg } from './servedOrg.ts';

/**
 * Processes that are really killed, at a few moments; scripts/enable-users/run/kills.test.ts has all the others. Each test
 * starts processes that load Salesforce's core library.
 */
const TIMEOUT = 120_000;

const COLLECTION = /\/composite\/sobjects$/u;
const JOB = /\/jobs\/ingest\/\w+$/u;
const QUERY = /\/composite$/u;

describe.each([
  { transport: 'collections', contacts: 450 },
  { transport: 'Bulk API 2.0', contacts: 2100 }
])('a run by $transport', ({ transport, contacts }) => {
  let org: ServedOrg;
  let folder: string;

  beforeAll(async () => {
    org = await serveContacts(contacts);
    await planRun(org, contacts);
  }, TIMEOUT);

  beforeEach(() => {
    folder = freshRun(org);
  });

  afterAll(async () => {
    await org.close();
  });

  async function killAt(args: readonly string[], moment: Promise<unknown>): Promise<void> {
    const { child, output } = org.start(args);
    await Promise.race([moment, output]);
    child.kill('SIGKILL');
    expect((await output).code).toBeNull();
    org.clear();
  }

  async function expectResumed(): Promise<void> {
    expectWhole(org, folder, contacts, await org.run(['resume', '--run-folder', folder, '--json']));
  }

  if (transport === 'collections') {
    it(
      'that is killed after a request was carried out, and again while it asks for the users, is finished by resume',
      async () => {
        await killAt(['run', '--run-folder', folder, '--json'], org.hang('POST', COLLECTION, 'after'));
        await killAt(['resume', '--run-folder', folder, '--json'], org.hang('POST', QUERY, 'before'));
        await expectResumed();
      },
      TIMEOUT
    );

    it(
      'whose session ends says how it goes on, and is finished by resume',
      async () => {
        org.endSession('POST', COLLECTION);
        const { code, stdout } = await org.run(['run', '--run-folder', folder]);
        expect(code).toBe(1);
        expect(stdout).toMatch(
          /The session of local has ended\. Log in again: npx sf org login web --alias local\nNothing is sent twice\. Then go on: npm run enable-users -- resume --run-folder .+ --target-org local$/mu
        );
        org.clear();
        await expectResumed();
      },
      TIMEOUT
    );
  } else {
    it(
      'that is killed after the job was closed is finished by resume',
      async () => {
        await killAt(['run', '--run-folder', folder, '--json'], org.hang('PATCH', JOB, 'after'));
        await expectResumed();
      },
      TIMEOUT
    );

    it(
      'that is killed while it writes the result files is finished by resume',
      async () => {
        // To open a pipe for writing waits for a reader, and the other way round, so that both are open at the same moment.
        const pipe = join(folder, 'created.csv.partial');
        execFileSync('mkfifo', [pipe]);
        const reader = open(pipe, 'r');
        await killAt(['run', '--run-folder', folder, '--json'], reader);
        await (await reader).close();
        // The pipe may be renamed already, as the process may write its last row before the kill.
        rmSync(pipe, { force: true });
        await expectResumed();
      },
      TIMEOUT
    );
  }
});
