import type { Ask } from '../shared/askOnTerminal.ts';
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
const flow = (name: string, active: number | null, latest = 1) => ({
  Id: `300${name}`,
  DeveloperName: name,
  ActiveVersion: active === null ? null : { VersionNumber: active },
  LatestVersion: { VersionNumber: latest }
});
const flows = (...records: readonly ReturnType<typeof flow>[]): Script[number] => [
  /data query --use-tooling-api/u,
  known({ records })
];
const active = flows(flow('Enable_External_Users', 1));
const account = (...names: readonly string[]): Script[number] => [
  /sobject describe --sobject Account/u,
  known({ fields: names.map((name) => ({ name })) })
];
const partners = account('Id', 'IsPartner');

async function run(
  args: readonly string[],
  script: Script,
  buildFailure: StepFailure | null = null,
  ask: Ask | null = null
) {
  const { whenInterrupted, said: saidAtSignal } = recordInterruptions();
  const atSignals: string[] = [];
  const { sf, commands } = scriptedSf(script, () => {
    atSignals.push(saidAtSignal());
  });
  const said = { out: '', error: '' };
  const code = await runDeploy(args, {
    sf,
    build: () => Promise.resolve(buildFailure),
    ask,
    write: (text) => (said.out += text),
    writeError: (text) => (said.error += text),
    now: () => 0,
    whenInterrupted
  });
  return { code, commands, atSignals, ...said };
}

describe('npm run deploy', () => {
  it('finds the org, builds, deploys to it, assigns the permission set, and says what is left to do', async () => {
    const { code, out, commands } = await run(['-o', 'acme'], [display, partners, deploy, assign, active]);
    expect(code).toBe(0);
    expect(commands).toHaveLength(5);
    expect(commands[0]).toBe('sf org display --target-org acme');
    expect(commands[2]).toContain('--target-org ann@acme.example');
    expect(out).toMatch(
      /^1\/6 Find the org … 0\.0 s\n {4}ann@acme\.example at https:\/\/acme\.my\.salesforce\.com\n2\/6/u
    );
    expect(out).toContain('\n\nDeployed: 280 components to ann@acme.example at https://acme.my.salesforce.com.\n');
    expect(out).toMatch(/npm run doctor -- --target-org acme\n$/u);
    expect(out).not.toMatch(/sf org assign permset(?!.*--target-org acme)/u);
    expect(out).toContain('https://acme.my.salesforce.com/lightning/setup/ObjectManager/Contact/PageLayouts/view');
    expect(out).toMatch(/Dynamic Actions[\s\S]*Add Action/u);
    expect(out).toMatch(/Mobile & Lightning Actions/u);
    expect(out).toMatch(
      /delegated administration group[\s\S]*https:\/\/acme\.my\.salesforce\.com\/lightning\/setup\/DelegateGroups\/home\n/u
    );
    expect(out).not.toContain('Translation Workbench');
  });

  it.each([
    ['deploys the flows on demand', ['--automation'], true],
    ['leaves the flows out by default', [], false]
  ])('%s', async (_title, args, hasFlows) => {
    const { commands, out } = await run(args, [display, partners, deploy, assign, active]);
    expect(out.includes('External_Access_Approver')).toBe(hasFlows);
    expect(commands[2]?.includes('--source-dir force-app/automation/default')).toBe(hasFlows);
  });

  it.each([
    ['deploys the right to make partner accounts where the org has them', partners, true],
    ['leaves that right out where Account has no IsPartner, which the org would refuse', account('Id'), false]
  ])('%s', async (_title, fields, isDeployed) => {
    const { code, commands, out } = await run(['-o', 'acme'], [display, fields, deploy, assign, active]);
    expect(code).toBe(0);
    expect(commands[2]?.includes('--source-dir force-app/partner/default')).toBe(isDeployed);
    expect(out.includes('--name External_User_Partner_Accounts')).toBe(isDeployed);
  });

  it('uses the default org when none is named', async () => {
    expect((await run([], [display, partners, deploy, assign, active])).commands[0]).toBe('sf org display');
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
    const { atSignals } = await run(['-o', 'my org'], [display, partners, deploy, assign, active]);
    const again = `Start it again: npm run deploy -- -o 'my org'`;
    expect(atSignals).toEqual([
      `Interrupted at step 1 of 6, “Find the org”. Nothing was deployed. ${again}`,
      `Interrupted at step 2 of 6, “See whether it has partner accounts”. Nothing was deployed. ${again}`,
      `Interrupted at step 4 of 6, “Deploy it”. The org goes on with a deploy that it has received; "npx sf project deploy report --use-most-recent --target-org 'my org'" says how it ends. ${again}`,
      `Interrupted at step 5 of 6, “Assign External_User_Enabler”. The product is deployed; its permission set may not be assigned yet. ${again}`,
      `Interrupted at step 6 of 6, “See which flows are active”. The product is deployed. ${again}`
    ]);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await run(['--json'], [display, partners, deploy, assign, active]);
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
        { step: 'permissionSet', result: 'done' },
        { step: 'flows', note: 'all' }
      ],
      flows: [{ name: 'Enable_External_Users', active: 1, latest: 1 }],
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

  describe('flows that the org left inactive', () => {
    const base: Script = [display, partners, deploy, assign];
    const inactive = flows(
      flow('Contact_External_Access', null),
      flow('Enable_External_Users', 1, 2),
      flow('Create_External_User', null),
      flow('External_Access_Result', 3, 3)
    );
    const update: Script[number] = [/data update record --use-tooling-api/u, known({})];
    const updates = (commands: readonly string[]) =>
      commands.flatMap((command) => /--record-id 300(\w+) [^:]*:(\d+)/u.exec(command)?.slice(1) ?? []);

    it('are named with the reason and the command that activates them, and stay as they are', async () => {
      const { code, out, commands } = await run(['--automation'], [...base, inactive]);
      expect(code).toBe(0);
      expect(out).toContain(
        'Not active: Enable_External_Users (version 1 of 2 runs), Create_External_User, Contact_External_Access.\n'
      );
      expect(out).toMatch(
        /production org leaves deployed flows inactive, unless “Deploy processes and flows as active”/u
      );
      expect(out).toContain('npm run deploy -- --target-org ann@acme.example --automation --activate-flows\n');
      expect(out).toContain('https://acme.my.salesforce.com/lightning/setup/Flows/home');
      expect(updates(commands)).toEqual([]);
    });

    it('are said to stop what they stop only', async () => {
      const list = await run([], [...base, flows(flow('Enable_External_Users', null))]);
      expect(list.out).toContain('The list button shows no screen until its flow is active.');
      expect(list.out).not.toContain('An approved contact');
      const approval = await run(['--automation'], [...base, inactive]);
      expect(approval.out).toContain('An approved contact gets no user until the flows are active.');
      expect(approval.out).not.toContain('The list button shows no screen');
    });

    it('are activated on request after a question, subflows before those that start them', async () => {
      const asked: string[] = [];
      const ask: Ask = (question) => {
        asked.push(question);
        return Promise.resolve('yes');
      };
      const args = ['--automation', '--activate-flows'];
      const { code, out, commands } = await run(args, [...base, inactive, update], null, ask);
      expect(code).toBe(0);
      expect(asked).toEqual(['Activate Enable_External_Users, Create_External_User, Contact_External_Access? (y/N) ']);
      expect(updates(commands)).toEqual([
        ...['Enable_External_Users', '2', 'Create_External_User', '1', 'Contact_External_Access', '1']
      ]);
      expect(out).not.toContain('Not active:');
    });

    it('are left alone where nobody says yes, and nothing is asked where all are active', async () => {
      const args = ['--activate-flows'];
      const no = await run(args, [...base, inactive], null, () => Promise.resolve(''));
      expect(no).toMatchObject({ code: 0, out: expect.stringContaining('nobody said yes') });
      expect(updates(no.commands)).toEqual([]);
      const none = await run(args, [...base, active], null, () => Promise.reject(new Error('asked')));
      expect(none).toMatchObject({ code: 0, out: expect.stringContaining('they are active already') });
    });

    it('need no question with --no-prompt, and say which are left where the org refuses one', async () => {
      const refused: Script[number] = [update[0], [known({}), sfRefusal({ message: 'insufficient access rights' })]];
      const args = ['--automation', '--activate-flows', '--no-prompt'];
      const { code, error } = await run(args, [...base, inactive, refused]);
      expect(code).toBe(1);
      expect(error).toMatch(/^\nActivate the flows failed: Create_External_User: insufficient access rights\n/u);
      expect(error).toContain('Not active: Create_External_User, Contact_External_Access\n');
      expect(error).toMatch(/What to do: it takes Manage Flow; .*setup\/Flows\/home/u);
    });

    it('don’t stop a deploy where they can’t be read, only their activation', async () => {
      const unread: Script[number] = [/data query --use-tooling-api/u, sfRefusal({ message: 'no Tooling API' })];
      const { code, out } = await run([], [...base, unread]);
      expect(code).toBe(0);
      expect(out).toContain('that can’t be read: no Tooling API');
      expect(out).toContain('Which flows are active can’t be read.');
      const activated = await run(['--activate-flows', '--no-prompt'], [...base, unread]);
      expect(activated).toMatchObject({ code: 1, error: expect.stringContaining('activate them by hand') });
    });

    it('are not touched where there is no terminal to ask on', async () => {
      const { code, error, commands } = await run(['--activate-flows'], []);
      expect({ code, commands }).toEqual({ code: 2, commands: [] });
      expect(error).toMatch(/--activate-flows asks .* Add --no-prompt/u);
    });
  });

  it('prints its help', async () => {
    const { code, out } = await run(['--help'], []);
    expect(code).toBe(0);
    expect(out).toMatch(/--target-org[\s\S]*--json[\s\S]*Exit code/u);
  });
});
