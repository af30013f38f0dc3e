import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLocalOrg, serve, type Served } from '../main.ts';

const run = promisify(execFile);
const BIN = join(process.cwd(), 'node_modules', '.bin');

/** Each call starts the real CLI, which takes seconds. */
const TIMEOUT = 120_000;

describe('the sf CLI against the local org', () => {
  let home: string;
  let served: Served;
  const localOrg = createLocalOrg({ org: 'ready', seed: 1, hasControlRoutes: false, url: () => served.url });
  const admin = localOrg.people[0];

  const sf = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(join(BIN, 'sf'), args, {
      cwd: home,
      env: {
        HOME: home,
        PATH: `${BIN}:${process.env['PATH'] ?? ''}`,
        SF_ACCESS_TOKEN: admin?.accessToken,
        SF_TARGET_ORG: 'local',
        SF_DISABLE_TELEMETRY: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true',
        SF_DISABLE_AUTOUPDATE: 'true',
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true'
      }
    });
    return stdout;
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'local-org-sf-'));
    served = await serve(localOrg.fetch, 0);
    const { url } = served;
    await sf('org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'local');
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'draws the rows of a query as a table',
    async () => {
      const table = await sf(
        'data',
        'query',
        '--query',
        "SELECT Name, Account.Name FROM Contact WHERE LastName = 'Dubois'"
      );
      expect(table).toContain('ACCOUNT.NAME');
      expect(table).toMatch(/Amélie Dubois.*Northwind Ångström AB/);
      expect(table).toContain('Total number of records retrieved: 1.');
    },
    TIMEOUT
  );

  it(
    'creates, updates and finds a record',
    async () => {
      const created = await sf(
        'data',
        'create',
        'record',
        '--sobject',
        'Contact',
        '--values',
        "LastName='Müller' DoNotCall=true",
        '--json'
      );
      expect(JSON.parse(created)).toMatchObject({
        status: 0,
        result: { success: true, id: expect.stringMatching(/^003/) }
      });
      await sf(
        'data',
        'update',
        'record',
        '--sobject',
        'Contact',
        '--where',
        "LastName='Müller'",
        '--values',
        "Title='Büroleitung'"
      );
      const found = await sf(
        'data',
        'query',
        '--query',
        "SELECT Title, DoNotCall FROM Contact WHERE LastName = 'Müller'",
        '--json'
      );
      expect(JSON.parse(found)).toMatchObject({
        status: 0,
        result: { totalSize: 1, records: [{ Title: 'Büroleitung', DoNotCall: true }] }
      });
    },
    TIMEOUT
  );

  it(
    'shows what the org says about a mistake in a query',
    async () => {
      const mistaken = sf('data', 'query', '--query', 'SELECT Naem FROM Contact', '--json');
      await expect(mistaken).rejects.toMatchObject({
        stdout: expect.stringContaining("No such column 'Naem' on entity 'Contact'")
      });
    },
    TIMEOUT
  );
});
