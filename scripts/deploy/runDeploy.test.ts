import type { StepFailure } from '../shared/runSteps.ts';
import { known } from 'sf-cli/answer';
import { recordInterruptions } from '../shared/testing/interruptions.ts';
import { sfRefusal, scriptedSf, type Script } from '../shared/testing/scriptedSf.ts';
import { runDeploy } from './runDeploy.ts';

const display: Script[number] = [
  /org display/u,
  known({ username: 'ann@acme.example', instanceUrl: 'https://acme.my.salesforce.com/' })
];
const deploy: Script[number] = [/deploy start/u, known({ id: '0Af1', numberComponentsDeployed: 280 })];
const assign: Script[number] = [/assign permset/u, known({})];
const account = (...names: readonly string[]): Script[number] => [
  /sobject describe --sobject Account/u,
  known({ fields: names.map((name) => ({ name })) })
];
const partners = account('Id', 'IsPartner');

async function run(args: readonly string[], script: Script, buildFailure: StepFailure | null = null) {
  const { whenInterrupted, said: saidAtSignal } = recordInterruptions();
  const atSignals: string[] = [];
  const { sf, commands } = scriptedSf(script, () => {
    atSignals.push(saidAtSignal());
  });
  const said = { out: '', error: '' };
  const code = await runDeploy(args, {
    sf,
    build: () => Promise.resolve(buildFailure),
    ask: null,
    write: (text) => (said.out += text),
    writeError: (text) => (said.error += text),
    now: () => 0,
    whenInterrupted
  });
  return { code, commands, atSignals, ...said };
}

describe('npm run deploy', () => {
  it('finds the org, builds, deploys to it, assigns the permission set, and says what is left to do', async () => {
    const { code, out, commands } = await run(['-o', 'acme'], [display, partners, deploy, assign]);
    expect(code).toBe(0);
    expect(commands).toHaveLength(4);
    expect(commands[0]).toBe('sf org display --target-org acme');
    expect(commands[2]).toContain('--target-org ann@acme.example');
    expect(out).toMatch(
      /^1\/5 Find the org … 0\.0 s\n {4}ann@acme\.example at https:\/\/acme\.my\.salesforce\.com\n2\/5/u
    );
    expect(out).toContain('\n\nDeployed: 280 components to ann@acme.example at https://acme.my.salesforce.com.\n');
    expect(out).toMatch(/npm run doctor -- --target-org ann@acme\.example\n$/u);
    expect(out).not.toMatch(/sf org assign permset(?!.*--target-org ann@acme\.example)/u);
    expect(out).toContain('https://acme.my.salesforce.com/lightning/setup/ObjectManager/Contact/PageLayouts/view');
    expect(out).toMatch(/Dynamic Actions[\s\S]*Add Action/u);
    expect(out).toMatch(/Mobile & Lightning Actions/u);
    expect(out).not.toContain('Translation Workbench');
  });

  it.each([
    ['deploys the flows on demand', ['--automation'], true],
    ['leaves the flows out by default', [], false]
  ])('%s', async (_title, args, hasFlows) => {
    const { commands, out } = await run(args, [display, partners, deploy, assign]);
    expect(out.includes('External_Access_Approver')).toBe(hasFlows);
    expect(commands[2]?.includes('--source-dir force-app/automation/default')).toBe(hasFlows);
  });

  it.each([
    ['deploys the right to make partner accounts where the org has them', partners, true],
    ['leaves that right out where Account has no IsPartner, which the org would refuse', account('Id'), false]
  ])('%s', async (_title, fields, isDeployed) => {
    const { code, commands, out } = await run(['-o', 'acme'], [display, fields, deploy, assign]);
    expect(code).toBe(0);
    expect(commands[2]?.includes('--source-dir force-app/partner/default')).toBe(isDeployed);
    expect(out.includes('--name External_User_Partner_Accounts')).toBe(isDeployed);
  });

  it('uses the default org when none is named', async () => {
    expect((await run([], [display, partners, deploy, assign])).commands[0]).toBe('sf org display');
  });

  it.each([
    [
      'an unknown org',
      [
        [
          /org display/u,
          sfRefusal({ code: 'NamedOrgNotFoundError', message: 'No authorization information found for acme.' })
        ]
      ],
      /^\nFind the org failed: No authorization[\s\S]*What to do: .*npx sf org login web/u
    ],
    [
      'a session that has ended',
      [[/org display/u, sfRefusal({ code: 'RefreshTokenAuthError', message: 'expired access/refresh token' })]],
      /What to do: the session has ended; log in again/u
    ],
    [
      'a refused deploy',
      [
        display,
        partners,
        [
          /deploy start/u,
          sfRefusal({
            result: {
              status: 'Failed',
              files: [{ state: 'Failed', type: 'CustomLabel', fullName: 'X', error: 'too long' }]
            }
          })
        ]
      ],
      /^\nDeploy it failed: The deploy ended as Failed\.\n {2}CustomLabel X too long\n[\s\S]*kept nothing/u
    ]
  ] satisfies [string, Script, RegExp][])(
    'exits with 1 for %s, with the step, the words of the CLI and what to do',
    async (_title, script, text) => {
      const { code, error } = await run(['-o', 'acme'], script);
      expect(code).toBe(1);
      expect(error).toMatch(text);
    }
  );

  it('deploys nothing when the compiler refuses the source', async () => {
    const failure: StepFailure = {
      kind: 'failed',
      message: 'the compiler refuses the source.',
      details: ['x.ts(1,2): error TS1'],
      todo: 'correct it.'
    };
    const { code, error, commands } = await run(['-o', 'acme'], [display, partners], failure);
    expect(code).toBe(1);
    expect(error).toContain('x.ts(1,2): error TS1');
    expect(commands.some((command) => command.includes('deploy'))).toBe(false);
  });

  it('says at a signal what the step leaves behind, and how to call the command again', async () => {
    const { atSignals } = await run(['-o', 'my org'], [display, partners, deploy, assign]);
    const again = `Start it again: npm run deploy -- -o 'my org'`;
    expect(atSignals).toEqual([
      `Interrupted at step 1 of 5, “Find the org”. Nothing was deployed. ${again}`,
      `Interrupted at step 2 of 5, “See whether it has partner accounts”. Nothing was deployed. ${again}`,
      `Interrupted at step 4 of 5, “Deploy it”. The org goes on with a deploy that it has received: npx sf project deploy report --use-most-recent --target-org ann@acme.example says how it ends. ${again}`,
      `Interrupted at step 5 of 5, “Assign External_User_Enabler”. The product is deployed; its permission set may not be assigned yet. ${again}`
    ]);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await run(['--json'], [display, partners, deploy, assign]);
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      result: 'deployed',
      org: { username: 'ann@acme.example', url: 'https://acme.my.salesforce.com' },
      deploy: { id: '0Af1', components: 280, translations: true },
      steps: [
        { step: 'org' },
        { step: 'partnerAccounts' },
        { step: 'build' },
        { step: 'deploy' },
        { step: 'permissionSet', result: 'done' }
      ],
      failure: null
    });
    const failed = await run(['--json'], [display, partners, [/deploy start/u, sfRefusal({ message: 'No access' })]]);
    expect(failed.error).toBe('');
    expect(JSON.parse(failed.out)).toMatchObject({
      result: 'failed',
      deploy: null,
      failure: { step: 'Deploy it', message: 'No access' }
    });
  });

  it.each([
    ['an unknown option', ['--color'], /--color[\s\S]*--help/u],
    ['a stray word', ['acme'], /acme[\s\S]*--help/u],
    ['an empty org', ['-o', ''], /--target-org takes/u]
  ])('exits with 2 for %s', async (_title, args, text) => {
    const { code, error, commands } = await run(args, []);
    expect({ code, commands }).toEqual({ code: 2, commands: [] });
    expect(error).toMatch(text);
  });

  it('prints its help', async () => {
    const { code, out } = await run(['--help'], []);
    expect(code).toBe(0);
    expect(out).toMatch(/--target-org[\s\S]*--json[\s\S]*Exit code/u);
  });
});
