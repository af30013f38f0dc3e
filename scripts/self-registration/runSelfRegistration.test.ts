import { refused, type Script } from '../shared/testing/scriptedSf.ts';
import { ACCOUNT, file, FILE_OF_MEMBER, FILE_ON, ON, REGISTRATION, rows, told } from './testing/siteOrg.ts';

const TO_ON = ['-o', 'acme', '--site', 'Customers', '--profile', 'Acme Customer', '--account', 'Members'];
const TO_OFF = ['-o', 'acme', '--site', 'Customers', '--off'];
const REGISTERED: Script[number] = [/FROM NetworkSelfRegistration/u, rows(REGISTRATION)];
const IS_ON: Script = [REGISTERED, [/FROM Network /u, rows(ON)]];
const notMember = refused({
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

describe('self-registration, turned on', () => {
  it('makes the profile a member, then sets the rest, then gives the account, and says what visitors see', async () => {
    const { code, out, writes, deployed } = await told(TO_ON);
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
    expect(out).toMatch(/Changed:\n {2}\+ <profile>Acme Customer<\/profile>\n/u);
    expect(out).toContain('A visitor opens https://acme.my.site.com/help/login');
    expect(out).toContain('the Register page of Experience Builder');
    expect(out).not.toContain('Warning');
  });

  it('changes nothing a second time, and says so', async () => {
    const settings = (await told(TO_ON)).deployed[1];
    const { code, out, writes } = await told(TO_ON, IS_ON, settings);
    expect({ code, writes }).toEqual({ code: 0, writes: [] });
    expect(out).toContain('Nothing to change: the org has it as asked for.');
  });

  it('only asks the org, where it is a dry run', async () => {
    const { code, out, writes } = await told([...TO_ON, '--dry-run'], [], FILE_OF_MEMBER);
    expect(code).toBe(0);
    expect(writes).toEqual([expect.stringContaining('--dry-run')]);
    expect(out).toContain('This would change; nothing was changed:');
    expect(out).toContain('+ NetworkSelfRegistration: Members');
    expect(out).toContain('Then a visitor opens https://acme.my.site.com/help/login');
  });

  it('says in a dry run what can’t be checked before the profile is a member', async () => {
    const { code, out, deployed } = await told([...TO_ON, '--dry-run']);
    expect({ code, deployed: deployed.length }).toEqual({ code: 0, deployed: 1 });
    expect(out).toContain('can’t be checked before the profile is a member');
    expect(out).toContain('+ <selfRegProfile>Acme Customer</selfRegProfile>');
  });

  it('waits until a new member counts', async () => {
    const taken = { kind: 'done', result: {} } as const;
    const { code, pauses } = await told(TO_ON, [[/deploy start/u, [taken, notMember, taken]]]);
    expect({ code, pauses }).toEqual({ code: 0, pauses: [5_000] });
  });

  it('doesn’t wait for ever', async () => {
    const { code, error, pauses } = await told(TO_ON, [[/deploy start/u, notMember]], FILE_OF_MEMBER);
    expect({ code, pauses: pauses.length }).toEqual({ code: 1, pauses: 11 });
    expect(error).toMatch(/Turn self-registration on failed:[\s\S]*associated with the experience[\s\S]*What to do: /u);
  });

  it('gives another account in place of the one before', async () => {
    const other = { ...REGISTRATION, AccountId: '0012', Account: { Name: 'Others' } };
    const { out, writes } = await told(TO_ON, [
      [/FROM NetworkSelfRegistration WHERE/u, rows(REGISTRATION)],
      [/FROM NetworkSelfRegistration/u, rows(other)]
    ]);
    expect(writes.at(-1)).toMatch(/data update record .*--record-id 0En1 /u);
    expect(out).toMatch(/- NetworkSelfRegistration: Others\n {2}\+ NetworkSelfRegistration: Members/u);
  });

  it.each([
    ['Standard, as the log-in page is', file('', '<profile>Acme Customer</profile>', 'Standard'), 'Standard'],
    [
      'as somebody chose it',
      file(
        '',
        '<profile>Acme Customer</profile>',
        'Designer</loginPageOverrideSetting><selfRegProfilePageOverrideSetting>VisualForce</selfRegProfilePageOverrideSetting><loginPageOverrideSetting>Designer'
      ),
      'VisualForce'
    ]
  ])('leaves the page %s', async (_title, settings, page) => {
    const { deployed } = await told(TO_ON, [], settings);
    expect(deployed[0]).toContain(`<selfRegProfilePageOverrideSetting>${page}</selfRegProfilePageOverrideSetting>`);
  });

  it.each([
    [
      'the account was refused',
      [[/create record/u, refused({ message: 'INSUFFICIENT_ACCESS' })]],
      /Give the account to new contacts failed: INSUFFICIENT_ACCESS[\s\S]*is on, without this account: run it again, or with --off/u
    ],
    [
      'the org says otherwise',
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
      [[/retrieve start/u, refused({ name: 'RetrieveFailed', message: 'no such thing' })]],
      /Fetch the site’s settings failed: no such thing/u
    ],
    [
      'the CLI doesn’t know the org',
      [[/org display/u, refused({ name: 'NamedOrgNotFoundError', message: 'No authorization information found.' })]],
      /sf org login web/u
    ],
    [
      'there are no sites in the org',
      [[/FROM Network /u, refused({ name: 'INVALID_TYPE', message: 'sObject type Network is not supported' })]],
      /enable Digital Experiences/u
    ]
  ] satisfies [string, Script, RegExp][])('exits with 1 where %s', async (_title, others, text) => {
    const { code, error } = await told(TO_ON, others);
    expect(code).toBe(1);
    expect(error).toMatch(text);
  });
});

describe('self-registration, turned off', () => {
  const OFF_AFTER: Script[number] = [
    /FROM Network /u,
    [rows(ON), rows({ ...ON, OptionsSelfRegistrationEnabled: false })]
  ];

  it('takes the account from the site and keeps its members', async () => {
    const { code, out, writes, deployed } = await told(TO_OFF, [OFF_AFTER, REGISTERED], FILE_ON);
    expect(code).toBe(0);
    expect(deployed).toEqual([FILE_ON.replace('<selfRegistration>true<', '<selfRegistration>false<')]);
    expect(writes.at(-1)).toMatch(/data delete record --sobject NetworkSelfRegistration --record-id 0En1 /u);
    expect(out).toContain('Visitors can no longer register on Customers');
    expect(out).toContain('the profile stays a member');
  });

  it('keeps an account that goes with an Apex handler', async () => {
    const handled: Script[number] = [/FROM NetworkSelfRegistration/u, rows({ ...REGISTRATION, ApexHandlerId: '01p1' })];
    const { code, out, writes } = await told(TO_OFF, [OFF_AFTER, handled], FILE_ON);
    expect({ code, writes: writes.length }).toEqual({ code: 0, writes: 1 });
    expect(out).toContain('kept: it names an Apex handler');
  });

  it('changes nothing where it is off', async () => {
    const { code, out, writes } = await told(TO_OFF, [], file('<selfRegistration>false</selfRegistration>'));
    expect({ code, writes }).toEqual({ code: 0, writes: [] });
    expect(out).toContain('Nothing to change');
  });
});

describe('the command line', () => {
  it.each([
    ['no site', ['--profile', 'A', '--account', 'B'], /--site takes/u],
    ['no profile', ['--site', 'S', '--account', 'B'], /--profile takes/u],
    ['no account', ['--site', 'S', '--profile', 'A'], /--account takes/u],
    ['--off with a profile', ['--site', 'S', '--off', '--profile', 'A'], /--off takes neither/u],
    ['an empty org', ['-o', '', '--site', 'S', '--off'], /--target-org takes/u],
    ['an unknown option', ['--colour'], /--colour[\s\S]*--help/u]
  ])('exits with 2 for %s', async (_title, args, text) => {
    const { code, error } = await told(args);
    expect(code).toBe(2);
    expect(error).toMatch(text);
  });

  it('explains itself', async () => {
    const { code, out } = await told(['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/--site[\s\S]*--off[\s\S]*--dry-run[\s\S]*Exit code/u);
  });

  it('prints JSON alone for programs', async () => {
    const { out, error } = await told([...TO_ON, '--json']);
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
