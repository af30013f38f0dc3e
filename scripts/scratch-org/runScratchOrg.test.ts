import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { known } from 'sf-cli/answer';
import { sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import { NOT_FOUND, rows } from './testing/demoOrg.ts';
import { demoRuns } from './testing/demoRuns.ts';

const { run, folder } = demoRuns();

const writes = (commands: readonly string[]): string[] =>
  commands.filter((command) => /create|update|deploy|import|assign|POST/u.test(command));

describe('npm run scratch-org', () => {
  it('makes the demo step by step and opens the contact that is ready', async () => {
    const { code, out, commands, paused } = await run(['-v', 'hub', '-a', 'demo', '-y', '3']);
    expect(code).toBe(0);
    expect(commands.slice(0, 3)).toEqual([
      'sf alias list',
      'sf org create scratch --async --definition-file config/project-scratch-def.json --alias demo --duration-days 3 --target-dev-hub hub',
      'sf org resume scratch --job-id 2SR1 --wait 20'
    ]);
    expect(commands.at(-1)).toBe(
      'sf org open --path lightning/r/Contact/id-ContactAmelie/view --target-org test-1@example.com'
    );
    expect(out).toMatch(/^1\/12 Create the scratch org … 0\.0 s\n {4}test-1@example\.com, until 2026-12-01\n2\/12 /u);
    expect(out).toContain('Ready: https://demo.scratch.my.salesforce.com/lightning/r/Contact/id-ContactAmelie/view');
    expect(out).toContain('npx sf org delete scratch --target-org demo');
    expect(paused).toBe(1);
  });

  it('says at a signal at which step it was, and that the same command goes on with it', async () => {
    const { atSignals } = await run([]);
    expect(atSignals.at(-1)).toBe(
      'Interrupted at step 12 of 12, “Open a contact that is ready”. To go on, start the same command again: it goes on with this step.'
    );
  });

  it('gives the administrator a role, and an account to the sales-ops user, who has none', async () => {
    const { commands } = await run([]);
    expect(commands.find((command) => command.includes('update record'))).toMatch(
      /--record-id 005A .*UserRoleId=.*00ER/u
    );
    const accounts = await readFile(join(folder(), 'external-user-demo', 'data', 'Account.json'), 'utf8');
    expect(accounts.match(/"OwnerId":"005S"/gu)).toHaveLength(1);
  });

  it('makes the profiles of the demo members of the live site', async () => {
    await run([]);
    const file = join(folder(), 'external-user-demo', 'site', 'unpackaged', 'networks', 'Demo.network');
    expect(await readFile(file, 'utf8')).toMatch(
      /<status>Live<\/status>[\s\S]*<profile>Demo Customer<\/profile>\s*<profile>Demo Partner<\/profile>/u
    );
  });

  it('writes the log-in page of the site into the settings of both profiles', async () => {
    const { out, commands } = await run([]);
    expect(out).toContain('    https://demo.scratch.my.site.com/demo/login\n');
    const deploys = commands.filter((command) => command.includes('--metadata-dir'));
    expect(deploys).toHaveLength(2);
  });

  it('creates an active and an inactive user', async () => {
    const users = (await run([])).commands.filter((command) => command.includes('--sobject User ')).slice(-2);
    expect(users[0]).toMatch(/ContactId=.*id-ContactZoe.*IsActive=.*true/u);
    expect(users[1]).toMatch(/TimeZoneSidKey=.*Asia\/Tokyo.*ContactId=.*id-ContactHaruto.*IsActive=.*false/u);
  });

  it('continues with the step that failed', async () => {
    const failed = await run(['--no-open'], [[/import tree/u, sfRefusal({ message: 'Data Import failed' })]]);
    expect(failed.code).toBe(1);
    expect(failed.error).toMatch(
      /^\nImport accounts and contacts failed: Data Import failed\n {2}Command: npx sf …\n\nWhat to do: [\s\S]*same command again: it goes on/u
    );
    const { code, commands, out } = await run(['--no-open']);
    expect(code).toBe(0);
    expect(commands[0]).toBe('sf org display --target-org test-1@example.com');
    expect(writes(commands).map((command) => command.split(' ').slice(1, 6).join(' '))).toEqual([
      expect.stringMatching(/^data import tree/u),
      expect.stringMatching(/^data create record --sobject User/u),
      expect.stringMatching(/^data create record --sobject User/u)
    ]);
    expect(out).toMatch(/2\/12 Give the administrator a role … 0\.0 s\n {4}done before/u);
  });

  it.each<[string, Script, number]>([
    ['made the user', [[/FROM User WHERE Username =/u, rows({ Id: '005S' })]], 0],
    [
      'made no user',
      [
        [/FROM User WHERE Username =/u, rows()],
        [/create record --sobject User /u, known({ id: '005S' })]
      ],
      1
    ]
  ])('says why the CLI has no session of sales ops, where the org %s', async (_title, others, created) => {
    const jwt = sfRefusal({ message: 'You can’t use JWT here' });
    const { code, out, commands } = await run([], [[/^sf org create user/u, jwt], ...others]);
    expect(code).toBe(0);
    expect(out).toContain('the CLI has no session of this user (You can’t use JWT here)');
    expect(commands.filter((line) => /create record --sobject User .*sales\.ops/u.test(line))).toHaveLength(created);
  });

  it('creates nothing twice after a step that was interrupted', async () => {
    const { code, commands } = await run(
      ['--no-open'],
      [
        [/SELECT Id, UserRoleId/u, rows({ Id: '005A', UserRoleId: '00ER' })],
        [/FROM Network/u, rows({ Id: '0DBS' })],
        [
          /FROM User WHERE Username IN/u,
          rows({ Username: 'test-1@example.com' }, { Id: '005S', Username: 'sales.ops.00ddemo@example.com' })
        ],
        [
          /FROM Contacts/u,
          rows({
            Id: '001N',
            Name: 'Northwind Ångström AB',
            Contacts: {
              records: [
                { Id: '003A', FirstName: 'Amélie', LastName: 'Dubois' },
                { Id: '003Z', FirstName: 'Zoë', LastName: 'Müller-Lüdenscheidt' }
              ]
            }
          })
        ],
        [/OR ContactId IN/u, rows({ ContactId: '003Z' }, { ContactId: '' })]
      ]
    );
    expect(code).toBe(0);
    expect(writes(commands).join('\n')).not.toMatch(/UserRole|import tree|--sobject User|connect\/communities --/u);
  });

  it('begins anew when its org was deleted', async () => {
    await run(['--no-open']);
    const { code, commands } = await run(['--no-open'], [[/org display/u, NOT_FOUND]]);
    expect(code).toBe(0);
    expect(commands.filter((command) => /create scratch|import tree/u.test(command))).toHaveLength(2);
  });

  it.each([
    ['the creation takes too long', sfRefusal({ code: 'ScratchOrgResumeTimeOutError', message: 'Timed out' }), 0],
    ['the settings could not be deployed', sfRefusal({ exitCode: 68, message: 'No settings' }), 0],
    ['the org was refused', sfRefusal({ code: 'RemoteOrgSignupFailed', message: 'S-1006' }), 1]
  ])('waits for the requested org in the next run, or requests another, when %s', async (_title, answer, requests) => {
    expect((await run(['--no-open'], [[/org resume/u, answer]])).code).toBe(1);
    const { code, commands } = await run(['--no-open']);
    expect(code).toBe(0);
    expect(commands.filter((command) => command.includes('create scratch'))).toHaveLength(requests);
  });

  it.each<[string, Script, RegExp]>([
    [
      'no Dev Hub',
      [[/create scratch/u, sfRefusal({ code: 'NoDefaultDevHubError', message: 'No default dev hub found.' })]],
      /No default dev hub found\.[\s\S]*target-dev-hub/u
    ],
    [
      'an alias of another org',
      [[/alias list/u, known([{ alias: 'external-user-demo', value: 'x@acme.example' }])]],
      /belongs to x@acme\.example[\s\S]*--alias <alias>/u
    ],
    [
      'a role that the org refuses',
      [
        [/--sobject UserRole/u, sfRefusal({ message: 'no role' })],
        [/FROM UserRole/u, rows()]
      ],
      /role failed: no role/u
    ],
    [
      'a site that the org fails to create',
      [
        [/FROM Network/u, rows()],
        [/FROM BackgroundOperation/u, rows({ Status: 'Error', Error: 'No template' })]
      ],
      /Create the site failed: No template[\s\S]*Setup, All Sites/u
    ],
    [
      'a site that the org never finishes',
      [[/FROM Network/u, rows()]],
      /not there after ten minutes[\s\S]*start again/u
    ],
    [
      'a site that is refused',
      [
        [/FROM Network/u, rows()],
        [/communities --/u, sfRefusal({ result: { body: [{ message: 'Digital Experiences is off' }] } })]
      ],
      /Create the site failed: Digital Experiences is off/u
    ],
    [
      'a license that the org lacks',
      [
        [
          /--source-dir/u,
          sfRefusal({
            result: {
              status: 'Failed',
              files: [
                {
                  state: 'Failed',
                  type: 'Profile',
                  fullName: 'Demo Partner',
                  error: 'no UserLicense named Partner Community found'
                }
              ]
            }
          })
        ]
      ],
      /Profile Demo Partner no UserLicense named Partner Community/u
    ]
  ])('exits with 1 for %s, and names the step, the reason and what to do', async (_title, others, text) => {
    const { code, error } = await run(['--no-open'], others);
    expect(code).toBe(1);
    expect(error).toMatch(text);
    expect(error).toMatch(/What to do: /u);
  });

  it('waits for a site that an earlier run requested', async () => {
    const taken = sfRefusal({ result: { body: [{ message: 'Enter a different name. That one already exists.' }] } });
    expect((await run(['--no-open'], [[/communities --method POST/u, taken]])).code).toBe(0);
  });

  it('fails when the org can’t be reached any more', async () => {
    await run(['--no-open']);
    const { code, error } = await run([], [[/org display/u, known({ connectedStatus: 'RefreshTokenAuthError' })]]);
    expect(code).toBe(1);
    expect(error).toMatch(/can’t be reached \(RefreshTokenAuthError\)[\s\S]*sf org logout/u);
  });

  it('warns with the link where no browser can be opened', async () => {
    const { code, out, error } = await run([], [[/^sf org open/u, sfRefusal({ message: 'Invalid URL' })]]);
    const link = 'https://demo.scratch.my.salesforce.com/lightning/r/Contact/id-ContactAmelie/view';
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain(`Warning: not opened (Invalid URL). Open ${link}`);
    expect(out).toContain(`Ready: ${link}`);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await run(['--json', '-a', 'demo']);
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      result: 'ready',
      org: { alias: 'demo', username: 'test-1@example.com', id: '00DDEMO' },
      site: { name: 'Demo', id: '0DBS' },
      contact: 'https://demo.scratch.my.salesforce.com/lightning/r/Contact/id-ContactAmelie/view',
      failure: null
    });
    const failed = await run(['--json', '-a', 'other'], [[/alias list/u, sfRefusal({ message: 'No home' })]]);
    expect(failed.error).toBe('');
    expect(JSON.parse(failed.out)).toMatchObject({
      result: 'failed',
      contact: null,
      failure: { step: 'Create the scratch org', message: 'No home' }
    });
  });

  it('exits with 2 for an unknown option and runs no command', async () => {
    expect(await run(['--color'])).toMatchObject({ code: 2, commands: [], error: expect.stringMatching(/--color/u) });
  });
});
