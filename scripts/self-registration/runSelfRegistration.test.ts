import { known } from 'sf-cli/answer';
import { sfRefusal, type Script } from '../shared/testing/scriptedSf.ts';
import { ACCOUNT, file, FILE_OF_MEMBER, FILE_ON, ON, REGISTRATION, rows, run } from './testing/siteOrg.ts';

const TO_ON = ['-o', 'acme', '--site', 'Customers', '--profile', 'Acme Customer', '--account', 'Members'];
const TO_OFF = ['-o', 'acme', '--site', 'Customers', '--off'];
const REGISTERED: Script[number] = [/FROM NetworkSelfRegistration/u, rows(REGISTRATION)];
const IS_ON: Script = [REGISTERED, [/FROM Network /u, rows(ON)]];
const notMember = sfRefusal({
  result: {
    status: 'Failed',
    files: [
      {
        state: 'Failed',
        type: 'Network',
        fullName: 'Customers',
        error: 'Error: You can only select profiles that are associated with the experience.'
      }
    ]
  }
});

describe('npm run self-registration with a profile and an account', () => {
  it('makes the profile a member, turns self-registration on, sets the account, and says what visitors see', async () => {
    const { code, out, writes, deployed } = await run(TO_ON);
    expect(code).toBe(0);
    expect(writes.map((command) => command.split(' ').slice(1, 4).join(' '))).toEqual([
      'project deploy start',
      'project deploy start',
      'data create record'
    ]);
    expect(deployed[0]).toMatch(/<profile>admin<\/profile>\s+<profile>Acme Customer<\/profile>/u);
    expect(deployed[0]).toContain('<selfRegistration>false</selfRegistration>');
    expect(deployed[1]).toContain('<selfRegistration>true</selfRegistration>');
    expect(deployed[1]).toContain('<selfRegProfile>Acme Customer</selfRegProfile>');
    expect(deployed[1]).toContain('<selfRegProfilePageOverrideSetting>Designer</selfRegProfilePageOverrideSetting>');
    expect(writes[2]).toContain(`NetworkId='\\''0DB1'\\'' AccountId='\\''${ACCOUNT.Id}'\\''`);
    expect(out).toMatch(
      /Ready\. Visitors can register on Customers\.\nChanged:\n {2}\+ <profile>Acme Customer<\/profile>\n/u
    );
    expect(out).toContain('A visitor opens https://acme.my.site.com/help/login');
    expect(out).toContain('the Register page of Experience Builder');
    expect(out).not.toContain('Warning');
  });

  it('says at a signal whether something was changed, and how to call the command again', async () => {
    const { atSignals } = await run(TO_ON);
    const again =
      "It changes only what is missing. Start it again: npm run self-registration -- -o acme --site Customers --profile 'Acme Customer' --account Members";
    expect(atSignals[0]).toBe(`Interrupted at step 1 of 8, “Find the org”. Nothing was changed. ${again}`);
    expect(atSignals.at(-1)).toBe(
      `Interrupted at step 8 of 8, “See what the org says”. The org may have carried out this step, and keeps the changes of the steps before it. ${again}`
    );
    const dry = await run([...TO_ON, '--dry-run']);
    expect(dry.atSignals.every((said) => said.includes('Nothing was changed.'))).toBe(true);
  });

  it('changes nothing in a second run', async () => {
    const settings = (await run(TO_ON)).deployed[1];
    const { code, out, writes } = await run(TO_ON, IS_ON, settings);
    expect({ code, writes }).toEqual({ code: 0, writes: [] });
    expect(out).toContain('Nothing to change: the org has it as asked for.');
  });

  it('only lets the org check the change in a dry run', async () => {
    const { code, out, writes } = await run([...TO_ON, '--dry-run'], [], FILE_OF_MEMBER);
    expect(code).toBe(0);
    expect(writes).toEqual([expect.stringContaining('--dry-run')]);
    expect(out).toContain('This would change; nothing was changed:');
    expect(out).not.toContain('Ready.');
    expect(out).toContain('+ NetworkSelfRegistration: Members');
    expect(out).toContain('Then a visitor opens https://acme.my.site.com/help/login');
  });

  it('says in a dry run that the org can’t check a profile that is not a member yet', async () => {
    const { code, out, deployed } = await run([...TO_ON, '--dry-run']);
    expect({ code, deployed: deployed.length }).toEqual({ code: 0, deployed: 1 });
    expect(out).toContain('can’t be checked before the profile is a member');
    expect(out).toContain('+ <selfRegProfile>Acme Customer</selfRegProfile>');
  });

  it('waits until the org has added the new member', async () => {
    const accepted = known({});
    const { code, pauses } = await run(TO_ON, [[/deploy start/u, [accepted, notMember, accepted]]]);
    expect({ code, pauses }).toEqual({ code: 0, pauses: [5_000] });
  });

  it('gives up waiting for the new member after a bound', async () => {
    const { code, error, pauses } = await run(TO_ON, [[/deploy start/u, notMember]], FILE_OF_MEMBER);
    expect({ code, pauses: pauses.length }).toEqual({ code: 1, pauses: 11 });
    expect(error).toMatch(/Turn self-registration on failed:[\s\S]*associated with the experience[\s\S]*What to do: /u);
  });

  it('replaces the account of the site', async () => {
    const other = { ...REGISTRATION, AccountId: '0012', Account: { Name: 'Others' } };
    const { out, writes } = await run(TO_ON, [
      [/FROM NetworkSelfRegistration WHERE/u, rows(REGISTRATION)],
      [/FROM NetworkSelfRegistration/u, rows(other)]
    ]);
    expect(writes.at(-1)).toMatch(/data update record .*--record-id 0En1 /u);
    expect(out).toMatch(/- NetworkSelfRegistration: Others\n {2}\+ NetworkSelfRegistration: Members/u);
  });

  it.each([
    ['is Standard like the log-in page', file('', '<profile>Acme Customer</profile>', 'Standard'), 'Standard'],
    [
      'stays as it was chosen',
      file(
        '',
        '<profile>Acme Customer</profile>',
        'Designer</loginPageOverrideSetting><selfRegProfilePageOverrideSetting>VisualForce</selfRegProfilePageOverrideSetting><loginPageOverrideSetting>Designer'
      ),
      'VisualForce'
    ]
  ])('sets a registration page that %s', async (_title, settings, page) => {
    const { deployed } = await run(TO_ON, [], settings);
    expect(deployed[0]).toContain(`<selfRegProfilePageOverrideSetting>${page}</selfRegProfilePageOverrideSetting>`);
  });

  it.each([
    [
      'the account was refused',
      [[/create record/u, sfRefusal({ message: 'INSUFFICIENT_ACCESS' })]],
      /Give the account to new contacts failed: INSUFFICIENT_ACCESS[\s\S]*is on, without this account: run it again, or with --off/u
    ],
    [
      'the org does not show the change',
      [
        [
          /FROM NetworkSelfRegistration WHERE/u,
          rows({ ...REGISTRATION, Network: { OptionsSelfRegistrationEnabled: false } })
        ]
      ],
      /the org took the change, and says that self-registration is off still/u
    ],
    [
      'the site has no settings',
      [[/retrieve start/u, sfRefusal({ code: 'RetrieveFailed', message: 'no such thing' })]],
      /Fetch the site’s settings failed: no such thing/u
    ],
    [
      'the CLI doesn’t know the org',
      [[/org display/u, sfRefusal({ code: 'NamedOrgNotFoundError', message: 'No authorization information found.' })]],
      /sf org login web/u
    ],
    [
      'the org has no Digital Experiences',
      [[/FROM Network /u, sfRefusal({ code: 'INVALID_TYPE', message: 'sObject type Network is not supported' })]],
      /enable Digital Experiences/u
    ]
  ] satisfies [string, Script, RegExp][])('exits with 1 when %s', async (_title, others, text) => {
    const { code, error } = await run(TO_ON, others);
    expect(code).toBe(1);
    expect(error).toMatch(text);
  });
});

describe('npm run self-registration -- --off', () => {
  const OFF_AFTER: Script[number] = [
    /FROM Network /u,
    [rows(ON), rows({ ...ON, OptionsSelfRegistrationEnabled: false })]
  ];

  it('removes the account from the site and keeps its members', async () => {
    const { code, out, writes, deployed } = await run(TO_OFF, [OFF_AFTER, REGISTERED], FILE_ON);
    expect(code).toBe(0);
    expect(deployed).toEqual([FILE_ON.replace('<selfRegistration>true<', '<selfRegistration>false<')]);
    expect(writes.at(-1)).toMatch(/data delete record --sobject NetworkSelfRegistration --record-id 0En1 /u);
    expect(out).toContain('Visitors can no longer register on Customers');
    expect(out).toContain('the profile stays a member');
  });

  it('keeps an account that has an Apex handler', async () => {
    const handled: Script[number] = [/FROM NetworkSelfRegistration/u, rows({ ...REGISTRATION, ApexHandlerId: '01p1' })];
    const { code, out, writes } = await run(TO_OFF, [OFF_AFTER, handled], FILE_ON);
    expect({ code, writes: writes.length }).toEqual({ code: 0, writes: 1 });
    expect(out).toContain('kept: it names an Apex handler');
  });

  it('changes nothing when self-registration is off', async () => {
    const { code, out, writes } = await run(TO_OFF, [], file('<selfRegistration>false</selfRegistration>'));
    expect({ code, writes }).toEqual({ code: 0, writes: [] });
    expect(out).toContain('Nothing to change');
  });
});

describe('npm run self-registration', () => {
  it.each([
    ['a missing site', ['--profile', 'A', '--account', 'B'], /--site takes/u],
    ['a missing profile', ['--site', 'S', '--account', 'B'], /--profile takes/u],
    ['a missing account', ['--site', 'S', '--profile', 'A'], /--account takes/u],
    ['--off with a profile', ['--site', 'S', '--off', '--profile', 'A'], /--off takes neither/u],
    ['an empty org', ['-o', '', '--site', 'S', '--off'], /--target-org takes/u],
    ['an unknown option', ['--color'], /--color[\s\S]*--help/u]
  ])('exits with 2 for %s', async (_title, args, text) => {
    const { code, error } = await run(args);
    expect(code).toBe(2);
    expect(error).toMatch(text);
  });

  it('prints its help', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--site[\s\S]*--off[\s\S]*--dry-run[\s\S]*Exit code/u);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await run([...TO_ON, '--json']);
    expect(error).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      result: 'on',
      site: { name: 'Customers', url: 'https://acme.my.site.com/help', selfRegistration: true },
      profile: { name: 'Acme Customer', license: 'Customer Community' },
      account: { name: 'Members' },
      registrationAccount: ACCOUNT.Id,
      failure: null
    });
  });
});
