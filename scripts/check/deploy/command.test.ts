import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalOrg, serve, type Served } from 'sfdx-local-org';
import { deployPackage } from '../../shared/sf/deployment.ts';
import { LOCAL, localEnvironment, logInToLocalOrg } from 'sf-cli/localSf';
import type { Sf } from 'sf-cli/sf';
import { runHostedSf } from 'sf-cli/host/hostedSf';
import { runDeploy } from '../../deploy/main.ts';
import { buildProduct } from '../../shared/product.ts';
import { processOutput } from '../../shared/commandLine.ts';
import { runOurCommand } from '../../shared/testing/ourCommand.ts';

/** Four commands of the real CLI and a build. */
const TIMEOUT = 300_000;

describe('npm run deploy, with the real CLI', () => {
  let home: string;
  let served: Served;
  let sf: Sf;
  const localOrg = createLocalOrg({ org: 'bare', seed: 1, hasControlRoutes: false, url: () => served.url });
  const admin = localOrg.people[0];
  const accessToken = admin?.accessToken ?? '';

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'deploy-'));
    served = await serve(localOrg.fetch, 0);
    sf = await logInToLocalOrg(home, { url: served.url, accessToken }, undefined, runHostedSf);
  }, TIMEOUT);

  afterAll(async () => {
    await served.close();
    await rm(home, { recursive: true, force: true });
  });

  interface Outcome {
    readonly exitCode: number | null;
    readonly said: unknown;
  }
  const options = ['--target-org', LOCAL, '--json'];
  // The source stays the same, so one build is enough.
  let built: ReturnType<typeof buildProduct> | undefined;

  const deploy = async (more: readonly string[] = []): Promise<Outcome> => {
    let said = '';
    const exitCode = await runDeploy([...options, ...more], {
      ...processOutput,
      sf,
      build: () => (built ??= buildProduct()),
      ask: null,
      now: () => performance.now(),
      write: (text) => (said += text),
      writeError: () => undefined
    });
    return { exitCode, said: JSON.parse(said) };
  };

  /** `npm run deploy`, as a program reads it. */
  const deployByProcess = async (): Promise<Outcome> => {
    const { exitCode, stdout } = await runOurCommand('deploy', options, localEnvironment(home, accessToken));
    return { exitCode, said: JSON.parse(stdout) };
  };

  beforeEach(() => {
    localOrg.reset('bare');
  });

  it(
    'puts the product and nothing else into an org that had none of it, and assigns the permission set',
    async () => {
      expect(await deployByProcess()).toMatchObject({
        exitCode: 0,
        said: {
          result: 'deployed',
          org: { username: admin?.username, url: served.url },
          deploy: { translations: true, partnerAccounts: true }
        }
      });
      expect([...localOrg.deployedBundles().keys()]).toContain('enableExternalUser');
      expect(localOrg.deployedQuickActions('en_US')).toMatchObject(ACTIONS);
      expect(localOrg.org.metadata.components('PermissionSet').map(({ fullName }) => fullName)).toContain(
        'External_User_Partner_Accounts'
      );
      expect(localOrg.org.metadata.components('FlexiPage')).toEqual([]);
      expect(localOrg.org.metadata.components('Profile')).toEqual([]);
      const assignments = localOrg.org.schema.object('PermissionSetAssignment');
      const assignees = assignments && localOrg.org.all(assignments).map(({ AssigneeId }) => AssigneeId);
      expect(assignees).toContain(admin?.userId);
    },
    TIMEOUT
  );

  it(
    'puts the same actions into an org with person accounts, and one on their page layout',
    async () => {
      localOrg.reset('person-account');
      expect(await deploy(['--place', 'Person Account Layout', '--no-prompt'])).toMatchObject({
        exitCode: 0,
        said: { result: 'deployed', place: { action: 'Account.Enable_External_User', isThere: true } }
      });
      expect(localOrg.deployedQuickActions('de')).toMatchObject(
        ACTIONS.map((action) => ({ ...action, label: 'Externen Benutzer aktivieren' }))
      );
    },
    TIMEOUT
  );

  it(
    'puts the action first on a page layout of the org, and leaves it there the next time',
    async () => {
      expect(await deployPackage(sf, LOCAL, await packageWithLayout(home))).toMatchObject({ kind: 'known' });
      const place = ['--place', 'contact (sales)', '--no-prompt'];
      expect(await deploy(place)).toMatchObject({
        exitCode: 0,
        said: {
          place: { page: 'page layout Contact (Sales)', action: 'Contact.Enable_External_User', isThere: true },
          steps: expect.arrayContaining([
            expect.objectContaining({ step: 'place', note: 'first on the page layout Contact (Sales)' })
          ]) as unknown
        }
      });
      const [layout] = localOrg.org.metadata.components('Layout');
      const text = new TextDecoder().decode([...(layout?.files.values() ?? [])][0]);
      expect([...text.matchAll(/<actionName>(.*?)<\/actionName>/gu)].map(([, name]) => name)).toEqual([
        'Contact.Enable_External_User',
        'Edit'
      ]);
      expect(await deploy(place)).toMatchObject({
        exitCode: 0,
        said: {
          steps: expect.arrayContaining([
            expect.objectContaining({ note: 'page layout Contact (Sales) has it already' })
          ]) as unknown
        }
      });
    },
    TIMEOUT
  );

  it(
    'finds the flows inactive in a production org, and activates them on request',
    async () => {
      localOrg.reset('production');
      const outcome = await deploy(['--automation', '--activate-flows', '--no-prompt']);
      expect(outcome).toMatchObject({
        exitCode: 0,
        said: {
          steps: expect.arrayContaining([
            expect.objectContaining({
              step: 'flows',
              note: expect.stringMatching(/^not active: Enable_External_Users, Create_External_User, /u)
            })
          ]) as unknown,
          flows: expect.arrayContaining([{ name: 'Contact_External_Access', active: 1, latest: 1 }]) as unknown
        }
      });
      const versions = [...localOrg.org.metadata.flowVersions.values()].flat();
      expect(versions).toHaveLength(6);
      expect(versions.filter(({ isActive }) => !isActive)).toEqual([]);
    },
    TIMEOUT
  );

  it(
    'says what to turn on first where the org lacks the permissions for external users',
    async () => {
      localOrg.reset('no-experiences');
      expect(await deploy()).toMatchObject({
        exitCode: 1,
        said: {
          result: 'failed',
          failure: {
            step: 'Deploy it',
            details: expect.arrayContaining([
              expect.stringContaining('Unknown user permission: ManagePartners')
            ]) as unknown,
            todo: expect.stringMatching(/^turn on Digital Experiences first/u)
          }
        }
      });
      expect([...localOrg.deployedBundles().keys()]).toEqual([]);
    },
    TIMEOUT
  );

  it(
    'leaves the translations out where the org has no Translation Workbench, and places the action on a standard layout',
    async () => {
      expect(await deployPackage(sf, LOCAL, await packageWithoutWorkbench(home))).toMatchObject({ kind: 'known' });
      expect(await deploy(['--place', 'Contact Layout', '--no-prompt'])).toMatchObject({
        exitCode: 0,
        said: { deploy: { translations: false }, place: { page: 'page layout Contact Layout', isThere: true } }
      });
      expect([...localOrg.deployedBundles().keys()]).toContain('enableExternalUser');
      expect(localOrg.org.metadata.components('Translations')).toEqual([]);
    },
    TIMEOUT
  );
});

/** On accounts, for person accounts. */
const ACTIONS = ['Account', 'Contact'].map((object) => ({ object, name: 'Enable_External_User' }));

/** A package with a layout that has one action. */
async function packageWithLayout(home: string): Promise<string> {
  const folder = join(home, 'layout');
  const file = (type: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>\n`;
  const name = 'Contact-Contact %28Sales%29';
  await mkdir(join(folder, 'layouts'), { recursive: true });
  await writeFile(
    join(folder, 'package.xml'),
    file('Package', `<types><members>${name}</members><name>Layout</name></types><version>68.0</version>`)
  );
  const edit =
    '<platformActionListItems><actionName>Edit</actionName><actionType>StandardButton</actionType><sortOrder>0</sortOrder></platformActionListItems>';
  await writeFile(
    join(folder, 'layouts', `${name}.layout`),
    file(
      'Layout',
      `<platformActionList><actionListContext>Record</actionListContext>${edit}</platformActionList><showEmailCheckbox>false</showEmailCheckbox>`
    )
  );
  return folder;
}

/** A package that turns Translation Workbench off. */
async function packageWithoutWorkbench(home: string): Promise<string> {
  const folder = join(home, 'no-workbench');
  const file = (type: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>\n`;
  await mkdir(join(folder, 'settings'), { recursive: true });
  await writeFile(
    join(folder, 'package.xml'),
    file('Package', '<types><members>Language</members><name>Settings</name></types><version>68.0</version>')
  );
  await writeFile(
    join(folder, 'settings', 'Language.settings'),
    file('LanguageSettings', '<enableTranslationWorkbench>false</enableTranslationWorkbench>')
  );
  return folder;
}
