import type { Script } from '../shared/testing/scriptedSf.ts';
import { ACCOUNT, PROFILE, profile, REGISTRATION, rows, SITE, run } from './testing/siteOrg.ts';

const TO_ON = ['-o', 'acme', '--site', 'Customers', '--profile', 'Acme Customer', '--account', 'Members'];

describe('npm run self-registration changes nothing and fails', () => {
  const full = { TotalLicenses: 5, UsedLicenses: 5 };
  const plus = profile('00e2', 'Acme Plus', 'PowerCustomerSuccess', { TotalLicenses: 2, UsedLicenses: 1 });
  it.each([
    [
      'for a site that does not exist',
      [[/FROM Network /u, rows({ ...SITE, Name: 'Partners' })]],
      /there is no site Customers[\s\S]*Sites: Partners/u
    ],
    [
      'for a profile that does not exist',
      [[/FROM Profile/u, rows(plus)]],
      /there is no profile Acme Customer\.[\s\S]*external users: Acme Plus/u
    ],
    [
      'for a profile with an internal license',
      [[/FROM Profile/u, rows({ ...profile('00e9', 'Acme Customer', 'Standard', {}, 'Salesforce') }, plus)]],
      /makes no external users: its license is Salesforce[\s\S]*Acme Plus[\s\S]*never get an internal license/u
    ],
    [
      'for a license without a free seat',
      [[/FROM Profile/u, rows(profile('00e1', 'Acme Customer', 'CspLitePortal', full), plus)]],
      /no seat of Customer Community is free[\s\S]*free seat: Acme Plus/u
    ],
    [
      'for an account that does not exist',
      [
        [/FROM Account WHERE Name =/u, rows()],
        [/LIKE/u, rows({ ...ACCOUNT, Name: 'Members (old)' })]
      ],
      /there is no account Members\.[\s\S]*Members \(old\)/u
    ],
    [
      'for a name that two accounts have',
      [[/FROM Account/u, rows(ACCOUNT, { ...ACCOUNT, Id: '001000000000002' })]],
      /more than one account Members[\s\S]*001000000000002, owner Ola Nord/u
    ]
  ] satisfies [string, Script, RegExp][])('%s', async (_title, others, text) => {
    const { code, error, writes } = await run(TO_ON, others);
    expect({ code, writes }).toEqual({ code: 1, writes: [] });
    expect(error).toMatch(text);
  });
});

describe('npm run self-registration warns', () => {
  const owner = (more: object) => rows({ ...ACCOUNT, Owner: { ...ACCOUNT.Owner, ...more } });
  const site = (more: object): Script[number] => [/FROM Network /u, rows({ ...SITE, ...more })];
  const standard = profile(PROFILE.Id, 'Customer Community User', 'CspLitePortal', {});
  it.each([
    ['of a standard profile', [[/FROM Profile/u, rows(standard)]], 'Customer Community User is a standard profile'],
    [
      'of an owner without a role',
      [[/FROM Account/u, owner({ UserRoleId: null })]],
      'Ola Nord, who owns Members, has no role'
    ],
    [
      'of an inactive owner',
      [[/FROM Account/u, owner({ IsActive: false })]],
      'Ola Nord, who owns Members, is inactive'
    ],
    ['of a site that is not live', [site({ Status: 'UnderConstruction' })], 'Customers is not live'],
    [
      'of a site that sends no welcome mail',
      [site({ OptionsSendWelcomeEmail: false })],
      'Customers sends no welcome mail'
    ],
    [
      'of standard components that are disabled',
      [[/FROM NetworkSelfRegistration/u, rows({ ...REGISTRATION, OptionsDisableStandardRgstrComponent: true })]],
      'Customers has its standard registration components disabled'
    ]
  ] satisfies [string, Script, string][])('%s', async (_title, others, text) => {
    const args = text.includes('standard profile')
      ? TO_ON.map((one) => (one === 'Acme Customer' ? standard.Name : one))
      : TO_ON;
    const { code, out } = await run(args, others);
    expect(code).toBe(0);
    expect(out).toContain('It is on, but read this first: 1.');
    expect(out).toContain(`Warning: ${text}`);
  });
});
