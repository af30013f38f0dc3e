import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, serve, type Served } from '../../local-org/main.ts';
import { runCommand } from '../../shared/command.ts';
import { logInToLocalOrg } from '../../shared/sf/localSf.ts';

/** Four commands of the real CLI and a build. */
const TIMEOUT = 300_000;

describe('npm run deploy, with the real CLI', () => {
  let home: string;
  let served: Served;
  const localOrg = createLocalOrg({ org: 'bare', seed: 1, controlDoor: false, url: () => served.url });
  const admin = localOrg.people[0];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'deploy-'));
    served = await serve(localOrg.fetch, 0);
    await logInToLocalOrg(home, { url: served.url, accessToken: admin?.accessToken ?? '' });
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  it(
    'puts the product and nothing else into an org that had none of it, and assigns the permission set',
    async () => {
      expect(localOrg.deployedBundles().size).toBe(0);
      const deploy = ['--import', 'tsx', 'scripts/deploy/main.ts', '--target-org', 'local', '--json'];
      const { exitCode, stdout } = await runCommand('node', deploy, {
        HOME: home,
        SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
        SF_DISABLE_TELEMETRY: 'true'
      });
      expect(JSON.parse(stdout)).toMatchObject({
        result: 'deployed',
        org: { username: admin?.username, url: served.url },
        deploy: { translations: true }
      });
      expect(exitCode).toBe(0);
      expect([...localOrg.deployedBundles().keys()]).toContain('enableExternalUser');
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
