import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LocalOrg } from 'sfdx-local-org';
import { createSf } from 'sf-cli/sf';
import { localEnvironment, LOCAL } from 'sf-cli/localSf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { processContext, runPackage, type PackageContext } from '../../package/main.ts';
import { serveHub, type ServedHub } from '../servedHub.ts';

/** Some thirty commands of the real CLI, each of which takes seconds. */
const TIMEOUT = 600_000;

describe('npm run package, with the real CLI', () => {
  let hub: ServedHub;

  const run = async (args: readonly string[], more: Partial<PackageContext> = {}) => {
    const said = { out: '', error: '' };
    const code = await runPackage([...args, '--dev-hub', LOCAL_ALIAS, '--json'], {
      ...processContext(),
      sfIn: (folder) => createSf(localEnvironment(hub.home, hub.accessToken), folder, runHostedSf),
      folder: join(hub.home, 'package'),
      write: (text) => (said.out += text),
      writeError: (text) => (said.error += text),
      ...more
    });
    const out: unknown = JSON.parse(said.out);
    return { code, said: out, error: said.error };
  };

  beforeAll(async () => {
    hub = await serveHub({ hasPages: true });
    // The word `local` makes the command start a hub of its own.
    await hub.sf(['alias', 'set', `${LOCAL_ALIAS}=${hub.username}`]);
  }, TIMEOUT);

  afterAll(() => hub.close());

  it(
    'makes the packages of the project and installs them in a scratch org, in whose browser the action then makes a user',
    async () => {
      const project = await readFile('sfdx-project.json', 'utf8');
      expect(await run([])).toMatchObject({
        code: 0,
        error: '',
        said: {
          result: 'done',
          failure: null,
          packages: [
            { name: 'External User Enabler', version: '0.1.0.1', link: expect.stringMatching(LINK) },
            { name: 'External User Automation', version: '0.1.0.1', link: expect.stringMatching(LINK) },
            { name: 'External User Partner Accounts', version: '0.1.0.1', link: expect.stringMatching(LINK) }
          ],
          steps: expect.arrayContaining([
            expect.objectContaining({
              step: 'action',
              note: expect.stringMatching(/^Package Test \d+ is a user with the profile Demo Customer$/u)
            })
          ])
        }
      });
      expect(await readFile('sfdx-project.json', 'utf8')).toBe(project);
      const [scratchOrg] = hub.scratchOrgs;
      expect(scratchOrg === undefined ? null : whatIsIn(scratchOrg)).toEqual({
        actions: ['Account.Enable_External_User', 'Contact.Enable_External_User'],
        flows: expect.arrayContaining(['Contact_External_Access', 'Enable_External_Users']),
        permissionSets: [
          'External_Access_Approver',
          'External_Access_Automation',
          'External_User_Enabler',
          'External_User_Partner_Accounts'
        ],
        languages: expect.arrayContaining(['de', 'ja']),
        uncompiled: []
      });
    },
    TIMEOUT
  );

  it(
    'leaves packages that the lists and reports of the CLI show',
    async () => {
      const [versions, requests, installed] = [
        await hub.sf(['package', 'version', 'list', '--verbose', '--target-dev-hub', LOCAL]),
        await hub.sf(['package', 'version', 'create', 'list', '--target-dev-hub', LOCAL]),
        await hub.sf(['package', 'installed', 'list', '--target-org', 'external-user-packages'])
      ];
      expect(versions).toMatchObject({
        kind: 'known',
        value: expect.arrayContaining([
          expect.objectContaining({ Package2Name: 'External User Enabler', Version: '0.1.0.1', IsReleased: false })
        ])
      });
      expect(requests).toMatchObject({ kind: 'known', value: expect.arrayContaining([SUCCESS, SUCCESS, SUCCESS]) });
      expect(installed).toMatchObject({
        kind: 'known',
        value: [{ SubscriberPackageName: 'External User Enabler', SubscriberPackageVersionNumber: '0.1.0.1' }, {}, {}]
      });
      const [{ SubscriberPackageVersionId: id = '' } = {}] =
        versions.kind === 'known' ? (versions.value as { SubscriberPackageVersionId?: string }[]) : [];
      expect(await hub.sf(['package', 'version', 'report', '--package', id, '--target-dev-hub', LOCAL])).toMatchObject({
        kind: 'known',
        value: { SubscriberPackageVersionId: id, Version: '0.1.0.1', HasPassedCodeCoverageCheck: true }
      });
    },
    TIMEOUT
  );

  it(
    'says why a package has no version when its metadata can’t be deployed',
    async () => {
      const root = join(hub.home, 'broken');
      await writeProject(root);
      // The process of the CLI remembers the project of a folder.
      const more = { root, folder: join(hub.home, 'broken-package'), build: () => Promise.resolve(null) };
      const { code, said } = await run(['--no-install'], more);
      expect(code).toBe(1);
      expect(said).toMatchObject({ result: 'failed', failure: { step: 'Make a version of Broken' } });
      // In its message if the hub has refused the version before the CLI first asks, else in its details.
      expect(JSON.stringify(said)).toMatch(/QuickAction\(Contact\.Greet\) .+ : greeting, Details: Contact\.Greet: /u);
    },
    TIMEOUT
  );
});

const LOCAL_ALIAS = 'hub';
const LINK = /^https:\/\/login\.salesforce\.com\/packaging\/installPackage\.apexp\?p0=04t\w{15}$/u;
const SUCCESS: unknown = expect.objectContaining({ Status: 'Success' });

function whatIsIn({ org, deployedBundles, deployedLanguages, deployedQuickActions }: LocalOrg) {
  const names = (type: string): string[] => org.metadata.components(type).map(({ fullName }) => fullName);
  return {
    actions: deployedQuickActions('en_US').map(({ object, name }) => `${object}.${name}`),
    flows: names('Flow'),
    permissionSets: names('PermissionSet').sort(),
    languages: deployedLanguages(),
    uncompiled: names('LightningComponentBundle').filter((name) => !deployedBundles().has(name))
  };
}

/** A project whose only package has an action without its component. */
async function writeProject(root: string): Promise<void> {
  const files = {
    'sfdx-project.json': JSON.stringify({
      packageDirectories: [{ path: 'source', default: true, package: 'Broken', versionNumber: '1.0.0.NEXT' }],
      sourceApiVersion: '68.0',
      packageAliases: {}
    }),
    '.forceignore': '',
    'source/quickActions/Contact.Greet.quickAction-meta.xml':
      '<?xml version="1.0" encoding="UTF-8"?><QuickAction xmlns="http://soap.sforce.com/2006/04/metadata"><label>Greet</label><lightningWebComponent>greeting</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type><actionSubtype>ScreenAction</actionSubtype></QuickAction>'
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
