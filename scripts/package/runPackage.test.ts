import { readFile, writeFile } from 'node:fs/promises';
import { known } from 'sf-cli/answer';
import { scriptedSf, sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import { copied, inProject, makeProject, PROJECT, removeProject, run, SUCCESS, USER } from './testing/packageRun.ts';

beforeEach(makeProject);
afterEach(removeProject);

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
    expect(await readFile(inProject('sfdx-project.json'), 'utf8')).toBe(PROJECT);
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
    expect(await readFile(inProject('sfdx-project.json'), 'utf8')).toBe(
      PROJECT.replace('"packageAliases": {}', `"packageAliases": {\n    ${aliases.join(',\n    ')}\n  }`)
    );
  });

  it('takes the committed id of a package, and refuses a hub that lacks it', async () => {
    const committed = PROJECT.replace('{}', '{ "Base": "0HoOTHER" }');
    await writeFile(inProject('sfdx-project.json'), committed);
    const { code, error } = await run([]);
    expect(code).toBe(1);
    expect(error).toMatch(/Base is 0HoOTHER, which this Dev Hub doesn’t have[\s\S]*--dev-hub <alias>/u);
    const other: Script = [[/^sf package list/u, known([{ Id: '0HoOTHER', Name: 'Renamed' }])]];
    expect((await run([], other)).code).toBe(0);
    expect(await copied()).toMatchObject({ packageAliases: { Base: '0HoOTHER' } });
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
