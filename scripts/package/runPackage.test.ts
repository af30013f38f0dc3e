import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { known } from 'sf-cli/answer';
import type { SfAnswer } from 'sf-cli/sf';
import { recordInterruptions } from '../shared/testing/interruptions.ts';
import { scriptedSf, sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import { runPackage, type PackageContext } from './runPackage.ts';

const USER = 'test-1@example.com';
const PROJECT = `{
  "packageDirectories": [
    { "path": "more", "package": "More", "versionNumber": "0.1.0.NEXT", "dependencies": [{ "package": "Base" }] },
    { "path": "base", "package": "Base", "versionNumber": "0.1.0.NEXT", "definitionFile": "scratch.json" },
    { "path": "demo" }
  ],
  "packageAliases": {}
}
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  for (const path of ['base', 'more', 'demo']) {
    await mkdir(join(folder, path));
    await writeFile(join(folder, path, 'a.xml'), path);
  }
  await writeFile(join(folder, 'sfdx-project.json'), PROJECT);
  await writeFile(join(folder, 'scratch.json'), '{}');
  await writeFile(join(folder, '.forceignore'), '');
});
afterEach(() => rm(folder, { recursive: true }));

const success = (id: string): SfAnswer =>
  known([{ Status: 'Success', SubscriberPackageVersionId: id, VersionNumber: '0.1.0.1' }]);

const SUCCESS: Script = [
  [/^sf package list/u, known([{ Id: '0HoBASE', Name: 'Base' }])],
  [/^sf package create --name More/u, known({ Id: '0HoMORE' })],
  [/version create --package Base/u, known({ Id: '08cBASE' })],
  [/version create --package More/u, known({ Id: '08cMORE' })],
  [/create report .*08cBASE/u, [known([{ Status: 'Queued' }]), known([{ Status: 'InProgress' }]), success('04tBASE')]],
  [/create report .*08cMORE/u, success('04tMORE')],
  [/^sf org display/u, known({ connectedStatus: 'Connected' })],
  [/^sf org create scratch/u, known({ scratchOrgInfo: { Id: '2SR1' } })],
  [/^sf org resume/u, known({ username: USER, authFields: { instanceUrl: 'https://demo.example/' } })],
  [/^sf package install report/u, known({ Status: 'SUCCESS' })],
  [/^sf package install --package 04tBASE/u, known({ Id: '0HfBASE' })],
  [/^sf package install --package 04tMORE/u, known({ Id: '0HfMORE' })],
  [
    /^sf package installed list/u,
    known([{ SubscriberPackageVersionId: '04tBASE' }, { SubscriberPackageVersionId: '04tMORE' }])
  ],
  [/QuickActionDefinition/u, known({ records: [{ DeveloperName: 'Enable_External_User' }] })]
];

async function run(args: readonly string[], others: Script = [], more: Partial<PackageContext> = {}) {
  const interruptions = recordInterruptions();
  const atSignals: string[] = [];
  const { sf, commands } = scriptedSf([...others, ...SUCCESS], () => {
    atSignals.push(interruptions.said());
  });
  const said = { out: '', error: '', paused: 0 };
  const code = await runPackage(args, {
    sfIn: () => sf,
    build: () => Promise.resolve(null),
    root: folder,
    folder: join(folder, 'cache'),
    write: (text) => (said.out += text),
    writeError: (text) => (said.error += text),
    now: () => 0,
    pause: () => Promise.resolve(void (said.paused += 1)),
    localHome: (parent) => Promise.resolve(join(parent, 'local-1')),
    startLocalHub: () => Promise.reject(new Error('No local hub is expected')),
    whenInterrupted: interruptions.whenInterrupted,
    today: () => new Date(2026, 10, 30),
    installed: {
      prepare: () => Promise.resolve(null),
      enableContact: ({ username, url }) => Promise.resolve(`Ann is a user of ${username} at ${url}`)
    },
    ...more
  });
  return { code, commands, atSignals, ...said };
}

const copied = async (): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'cache', 'project', 'sfdx-project.json'), 'utf8'));

describe('npm run package', () => {
  it('makes the packages and installs them, each after those on which it depends', async () => {
    const { code, commands, out, paused } = await run(['-v', 'hub']);
    expect(code).toBe(0);
    expect(commands).toEqual([
      'sf package list --target-dev-hub hub',
      "sf package create --name More --package-type Unlocked --path more --description '' --target-dev-hub hub",
      'sf package version create --package Base --code-coverage --installation-key-bypass --target-dev-hub hub',
      ...Array<string>(3).fill(
        'sf package version create report --package-create-request-id 08cBASE --target-dev-hub hub'
      ),
      'sf package version create --package More --code-coverage --installation-key-bypass --target-dev-hub hub',
      'sf package version create report --package-create-request-id 08cMORE --target-dev-hub hub',
      'sf org create scratch --async --definition-file scratch.json --alias external-user-packages --duration-days 1 --target-dev-hub hub',
      'sf org resume scratch --job-id 2SR1 --wait 20',
      ...['BASE', 'MORE'].flatMap((name) => [
        `sf package install --package 04t${name} --target-org ${USER} --publish-wait 20 --security-type AdminsOnly --no-prompt`,
        `sf package install report --request-id 0Hf${name} --target-org ${USER}`
      ]),
      `sf package installed list --target-org ${USER}`,
      expect.stringContaining('QuickActionDefinition')
    ]);
    expect(paused).toBe(2);
    expect(out).toMatch(
      /Install in this order:\nBase 0\.1\.0\.1\n {2}https:\/\/login\.salesforce\.com\S+p0=04tBASE\n/u
    );
    expect(out).toContain('npx sf package version promote --package 04tMORE --target-dev-hub hub');
  });

  it('leaves sfdx-project.json as it is, and gives a copy of the packages the ids', async () => {
    await run([]);
    expect(await readFile(join(folder, 'sfdx-project.json'), 'utf8')).toBe(PROJECT);
    expect(await copied()).toMatchObject({
      packageDirectories: [{ package: 'More' }, { package: 'Base' }],
      packageAliases: { Base: '0HoBASE', More: '0HoMORE' }
    });
  });

  it('writes the aliases on request, and nothing else', async () => {
    expect((await run(['--write-aliases', '--no-install'])).code).toBe(0);
    const aliases = [
      '"Base": "0HoBASE"',
      '"More": "0HoMORE"',
      '"Base@0.1.0-1": "04tBASE"',
      '"More@0.1.0-1": "04tMORE"'
    ];
    expect(await readFile(join(folder, 'sfdx-project.json'), 'utf8')).toBe(
      PROJECT.replace('"packageAliases": {}', `"packageAliases": {\n    ${aliases.join(',\n    ')}\n  }`)
    );
  });

  it('takes the committed id of a package, and refuses a hub that lacks it', async () => {
    const committed = PROJECT.replace('{}', '{ "Base": "0HoOTHER" }');
    await writeFile(join(folder, 'sfdx-project.json'), committed);
    const { code, error } = await run([]);
    expect(code).toBe(1);
    expect(error).toMatch(/Base is 0HoOTHER, which this Dev Hub doesn’t have[\s\S]*--dev-hub <alias>/u);
    const other: Script = [[/^sf package list/u, known([{ Id: '0HoOTHER', Name: 'Renamed' }])]];
    expect((await run([], other)).code).toBe(0);
    expect(await copied()).toMatchObject({ packageAliases: { Base: '0HoOTHER' } });
  });

  it('goes on with the version that an interrupted run requested, and makes none twice of the same files', async () => {
    const lost = sfRefusal({ message: 'No network' });
    const first = await run([], [[/create report .*08cMORE/u, lost]]);
    expect(first.code).toBe(1);
    const both = known([
      { Id: '0HoBASE', Name: 'Base' },
      { Id: '0HoMORE', Name: 'More' }
    ]);
    const { code, commands } = await run([], [[/^sf package list/u, both]]);
    expect(code).toBe(0);
    expect(commands.filter((command) => /version create --package|package create/u.test(command))).toEqual([]);
    expect(commands).toContainEqual(expect.stringContaining('create report --package-create-request-id 08cMORE'));
  });

  it('makes another version of files that have changed, and of another run', async () => {
    await run([], [[/create report .*08cMORE/u, sfRefusal({ message: 'No network' })]]);
    await writeFile(join(folder, 'base', 'a.xml'), 'changed');
    const requests = (commands: readonly string[]) =>
      commands.filter((line) => line.includes('version create --package'));
    expect(requests((await run([])).commands)).toHaveLength(1);
    expect(requests((await run([])).commands)).toHaveLength(2);
  });

  it('goes on with the installation that an interrupted run requested', async () => {
    await run([], [[/install report .*0HfBASE/u, sfRefusal({ code: 'ETIMEDOUT', message: 'No network' })]]);
    const { code, commands } = await run([]);
    expect(code).toBe(0);
    expect(commands.filter((line) => line.includes('install --package 04tBASE'))).toHaveLength(0);
  });

  it('installs anew what the org has refused', async () => {
    const refusal = sfRefusal({ code: 'PackageInstallError', message: 'Encountered errors installing the package!' });
    await run([], [[/install report .*0HfBASE/u, refusal]]);
    const { commands } = await run([]);
    expect(commands.filter((line) => line.includes('install --package 04tBASE'))).toHaveLength(1);
  });

  it('says at a signal what goes on without it', async () => {
    const { atSignals } = await run(['--no-install']);
    expect(atSignals.find((text) => text.includes('Make a version of Base'))).toMatch(
      /goes on in the Dev Hub\. To go on, start the same command again: it goes on with this step\.$/u
    );
  });

  it.each([
    ['the creation takes too long', sfRefusal({ code: 'ScratchOrgResumeTimeOutError', message: 'Timed out' }), 0],
    ['the settings could not be deployed', sfRefusal({ exitCode: 68, message: 'No settings' }), 0],
    ['the org was refused', sfRefusal({ code: 'RemoteOrgSignupFailed', message: 'S-1006' }), 1]
  ])('waits for the requested org in the next run, or requests another, when %s', async (_title, answer, requests) => {
    expect((await run([], [[/^sf org resume/u, answer]])).code).toBe(1);
    const { code, commands } = await run([]);
    expect(code).toBe(0);
    expect(commands.filter((command) => command.includes('create scratch'))).toHaveLength(requests);
  });

  it('makes another scratch org when the last one is gone', async () => {
    await run([]);
    const gone: Script = [[/^sf org display/u, sfRefusal({ code: 'NamedOrgNotFoundError' })]];
    const { code, commands } = await run([], gone);
    expect(code).toBe(0);
    expect(commands.filter((line) => line.includes('org create scratch'))).toHaveLength(1);
  });

  it('installs in an org that is named, with a key that no message shows', async () => {
    const refusal = sfRefusal({ message: 'Invalid', command: 'sf package install --installation-key s3cret' });
    const { code, commands, error } = await run(
      ['-o', 'uat', '-k', 's3cret'],
      [[/^sf package install --package 04tMORE/u, refusal]]
    );
    expect(code).toBe(1);
    expect(commands).toContainEqual(
      expect.stringMatching(/install --package 04tBASE --target-org uat .*--installation-key s3cret$/u)
    );
    expect(commands.join()).not.toContain('org create');
    expect(error).toContain('--installation-key …');
    expect(error).not.toContain('s3cret');
  });

  it.each<[string, Script, RegExp]>([
    [
      'a hub without Unlocked Packages',
      [[/package create/u, sfRefusal({ message: 'lacks the Second-Generation Managed Packages setting' })]],
      /turn on Unlocked Packages/u
    ],
    [
      'metadata that the hub refuses',
      [[/create report .*08cBASE/u, known([{ Status: 'Error', Error: ['Flow(A) bad', 'Flow(B) bad'] }])]],
      /Make a version of Base failed: the Dev Hub can’t make it\.\n {2}Flow\(A\) bad\n {2}Flow\(B\) bad/u
    ],
    [
      'a version that never ends',
      [[/create report .*08cBASE/u, known([{ Status: 'InProgress' }])]],
      /still at it \(08cBASE\) after 60 minutes[\s\S]*waits for the same version/u
    ],
    [
      'an installation that the org refuses',
      [[/install report .*0HfMORE/u, sfRefusal({ message: 'Encountered errors installing the package!' })]],
      /Install More failed: Encountered errors/u
    ],
    [
      'an org that shows no action',
      [[/QuickActionDefinition/u, known({ records: [] })]],
      /doesn’t show the action Enable_External_User/u
    ],
    [
      'an org that doesn’t list a version',
      [[/installed list/u, known([{ SubscriberPackageVersionId: '04tBASE' }])]],
      /doesn’t show More 0\.1\.0\.1/u
    ]
  ])('exits with 1 for %s, and names the step, the reason and what to do', async (_title, others, text) => {
    const { code, error } = await run([], others);
    expect(code).toBe(1);
    expect(error).toMatch(text);
    expect(error).toMatch(/What to do: /u);
  });

  it('says who became a user by the action in the scratch org', async () => {
    const { out } = await run([]);
    expect(out).toMatch(
      /\n(\d+)\/\1 Click Enable External User on the page of a contact … 0\.0 s\n {4}Ann is a user of test-1@example\.com at https:\/\/demo\.example\n/u
    );
  });

  it.each(['prepare', 'enableContact'])(
    'exits with 1 when the action makes no user, and installs nothing again (%s)',
    async (step) => {
      const failure = { kind: 'failed', message: 'No button', details: [], todo: 'look at the page.' } as const;
      const installed = {
        prepare: () => Promise.resolve(null),
        enableContact: () => Promise.resolve('Ann is a user'),
        [step]: () => Promise.resolve(failure)
      };
      const { code, error } = await run([], [], { installed });
      expect(code).toBe(1);
      expect(error).toMatch(/failed: No button\n\nWhat to do: look at the page\./u);
      const { commands } = await run([]);
      expect(commands.filter((line) => /package install --|version create --package/u.test(line))).toEqual([]);
    }
  );

  it('changes no data of an org that somebody names', async () => {
    const installed = {
      prepare: () => Promise.reject(new Error('Nothing is prepared')),
      enableContact: () => Promise.reject(new Error('Nothing is clicked'))
    };
    expect((await run(['-o', 'uat'], [], { installed })).code).toBe(0);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await run(['--json', '--no-install']);
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      result: 'done',
      endedWithCommand: false,
      packages: [
        {
          name: 'Base',
          id: '0HoBASE',
          version: '0.1.0.1',
          versionId: '04tBASE',
          link: expect.stringMatching(/04tBASE$/u)
        },
        { name: 'More' }
      ],
      org: null,
      failure: null
    });
  });

  it('starts a Dev Hub of its own for the word local, and ends it', async () => {
    const seen = { closed: 0 };
    const { sf, commands } = scriptedSf(SUCCESS);
    const { code, out } = await run(['-v', 'local'], [], {
      startLocalHub: () =>
        Promise.resolve({
          kind: 'started',
          sf,
          sfIn: () => sf,
          url: 'http://localhost:1',
          username: 'admin@example.com',
          environment: {},
          close: () => Promise.resolve(void (seen.closed += 1))
        })
    });
    expect({ code, seen }).toEqual({ code: 0, seen: { closed: 1 } });
    expect(commands[0]).toBe('sf package list --target-dev-hub local');
    expect(out).toContain('are gone');
    expect(out).not.toContain('promote');
  });
});
