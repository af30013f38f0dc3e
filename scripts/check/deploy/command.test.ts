import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLocalOrg, serve, type Served } from '../../local-org/main.ts';

const REPOSITORY = resolve('.');
const BIN = join(REPOSITORY, 'node_modules', '.bin');

/** Four commands of the real CLI and a build. */
const TIMEOUT = 300_000;

describe('npm run deploy', () => {
  let home: string;
  let served: Served;
  const localOrg = createLocalOrg({ org: 'bare', seed: 1, controlDoor: false, url: () => served.url });
  const admin = localOrg.people[0];

  function run(command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const env = {
      HOME: home,
      PATH: `${BIN}:${process.env['PATH'] ?? ''}`,
      SF_DISABLE_TELEMETRY: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      ...more
    };
    return new Promise<{ code: number; stdout: string; stderr: string }>((resolveOutput) => {
      execFile(command, args, { cwd: REPOSITORY, env }, (error, stdout, stderr) => {
        resolveOutput({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'deploy-'));
    served = await serve(localOrg.fetch, 0);
    const login = ['org', 'login', 'access-token', '--instance-url', served.url, '--no-prompt', '--alias', 'local'];
    expect(await run(join(BIN, 'sf'), login, { SF_ACCESS_TOKEN: admin?.accessToken ?? '' })).toMatchObject({ code: 0 });
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'puts the product and nothing else into an org that had none of it, and assigns the permission set',
    async () => {
      expect(localOrg.deployedBundles().size).toBe(0);
      const { code, stdout } = await run(join(BIN, 'node'), [
        ...['--import', 'tsx', 'scripts/deploy/main.ts'],
        ...['--target-org', 'local', '--json']
      ]);
      expect(JSON.parse(stdout)).toMatchObject({
        result: 'deployed',
        org: { username: 'ingrid.solberg@acme.example', url: served.url },
        deploy: { translations: true }
      });
      expect(code).toBe(0);
      const bundles = localOrg.deployedBundles();
      expect([...bundles.keys()]).toContain('enableExternalUser');
      expect(localOrg.deployedQuickActions('en_US')).toMatchObject([
        { object: 'Contact', name: 'Enable_External_User' }
      ]);
      expect(localOrg.org.metadata.components('FlexiPage')).toEqual([]);
      expect(localOrg.org.metadata.components('Profile')).toEqual([]);
      const assignments = localOrg.org.schema.object('PermissionSetAssignment');
      const assignees = assignments && localOrg.org.all(assignments).map(({ AssigneeId }) => AssigneeId);
      expect(assignees).toContain(admin?.userId);
    },
    TIMEOUT
  );
});
