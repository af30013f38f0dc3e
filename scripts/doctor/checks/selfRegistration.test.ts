import type { Json } from 'sf-cli/json';
import { linksTo } from '../links.ts';
import { answeringOrg, type Answers } from '../testing/answeringOrg.ts';
import { READY_ROWS, readingOf } from '../testing/readings.ts';
import { selfRegistration } from './selfRegistration.ts';

const links = linksTo('https://acme.my.salesforce.com');
const SITE = {
  Id: '0DB1',
  Name: 'Acme Help',
  Status: 'Live',
  OptionsSelfRegistrationEnabled: true,
  SelfRegProfileId: '00e1'
};
const account = (owner: Json): NonNullable<Answers['rows']> => ({
  'FROM NetworkSelfRegistration': [
    {
      NetworkId: '0DB1',
      Account: { Name: 'Members', Owner: { Name: 'Ola', IsActive: true, UserRoleId: '00E1', ...owner } }
    }
  ]
});
const site = (more: Json): NonNullable<Answers['rows']> => ({ 'FROM Network ': [{ ...SITE, ...more }] });
const noAccount = { 'FROM NetworkSelfRegistration': [] };
const full = {
  'FROM UserLicense': [{ Id: '1001', Name: 'Customer Community', TotalLicenses: 5, UsedLicenses: 5 }]
};

describe('the check of self-registration', () => {
  it.each([
    ['passes when it is off', site({ OptionsSelfRegistrationEnabled: false }), 'pass', /^Off: Acme Help\.$/u, []],
    ['passes when it is on', {}, 'pass', /^On: Acme Help\./u, ['Acme Help: profile Acme Customer, account Members']],
    [
      'passes when visitors become person accounts',
      { ...noAccount, IsPersonAccount: 0 },
      'pass',
      /^On/u,
      ['Acme Help: profile Acme Customer, account none']
    ],
    [
      'warns when it is on without an account',
      { ...noAccount, IsPersonAccount: 'INVALID_FIELD' },
      'warning',
      /can’t register: Acme Help/u,
      [/no account, and the org no person accounts: choose/u]
    ],
    [
      'warns when it is on without a profile',
      site({ SelfRegProfileId: null }),
      'warning',
      /can’t register/u,
      [/it has no profile: choose one/u]
    ],
    ['warns when no seat is free', full, 'warning', /can’t register/u, [/no seat of Customer Community is free: /u]],
    [
      'warns when the owner of the account has no role',
      account({ UserRoleId: null }),
      'warning',
      /can’t register/u,
      [/Ola, who owns Members, has no role: give/u]
    ],
    [
      'warns when the owner of the account is inactive',
      account({ IsActive: false }),
      'warning',
      /can’t register/u,
      [/Ola, who owns Members, is inactive: give/u]
    ],
    [
      'is unknown when the profile can’t be read',
      site({ SelfRegProfileId: '00e9' }),
      'unknown',
      /can’t be told/u,
      [/profile unknown, account Members; its profile can’t be read/u]
    ],
    [
      'is unknown when the account can’t be read',
      { 'FROM NetworkSelfRegistration': 'INVALID_TYPE' },
      'unknown',
      /can’t be told/u,
      [/its account can’t be read: that takes Create and Set Up/u]
    ],
    [
      'is unknown when person accounts can’t be read',
      { ...noAccount, IsPersonAccount: 'REQUEST_LIMIT_EXCEEDED' },
      'unknown',
      /can’t be told/u,
      [/person accounts can’t be read/u]
    ],
    ['is unknown when the user sees no site', { 'FROM Network ': [] }, 'unknown', /see no site/u, []],
    ['is unknown when sites can’t be read', { 'FROM Network ': 'INVALID_TYPE' }, 'unknown', /can’t be read/u, []]
  ] satisfies [string, NonNullable<Answers['rows']>, string, RegExp, (string | RegExp)[]][])(
    '%s',
    async (_title, rows, status, cause, lines) => {
      const all = { ...rows, 'FROM Network ': [SITE], ...account({}), ...READY_ROWS, ...rows };
      const finding = await selfRegistration(
        answeringOrg({ rows: all }),
        await readingOf({ ...site({}), ...rows }),
        links
      );
      expect(finding).toMatchObject({ status, cause: expect.stringMatching(cause) });
      expect(finding.lines).toHaveLength(lines.length);
      for (const [index, line] of lines.entries()) expect(finding.lines[index]).toMatch(line);
    }
  );

  it('warns when the org refuses the site’s standard profile', async () => {
    const rows = { ...site({ SelfRegProfileId: '00e2' }), ...account({}) };
    const reading = await readingOf(rows, { enableOotbProfExtUserOpsEnable: 'false' });
    const finding = await selfRegistration(answeringOrg({ rows }), reading, links);
    expect(finding.lines).toEqual([expect.stringContaining('refuses the standard profile Customer Community User')]);
  });
});
