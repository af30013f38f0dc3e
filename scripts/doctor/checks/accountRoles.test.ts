import { linksTo } from '../links.ts';
import { answeringOrg, type Answers } from '../testing/answeringOrg.ts';
import { accountRoles } from './accountRoles.ts';

const links = linksTo('https://acme.my.salesforce.com');
const sharing = (optimized: boolean): NonNullable<Answers['settings']> => ({
  SharingSettings: { enableAccountRoleOptimization: optimized }
});

describe('the check of account roles', () => {
  it.each([
    ['says that single users share a role', sharing(true), 'pass', /is on: .* at most 50,000/u, true],
    ['says that each account gets its own roles', sharing(false), 'pass', /is off: .* up to three roles/u, false],
    ['is unknown where the org leaves the setting out', { SharingSettings: {} }, 'unknown', /doesn’t say/u, null],
    ['is unknown where the setting can’t be read', {}, 'unknown', /can’t be read \(NOT_FOUND: no\)/u, null]
  ])('%s', async (_title, settings, status, cause, optimized) => {
    expect(await accountRoles(answeringOrg({ settings, rows: { 'FROM UserRole': 7 } }), links)).toMatchObject({
      status,
      cause: expect.stringMatching(cause),
      facts: { optimized, roles: 7 },
      lines: [expect.stringMatching(/^Roles of accounts: 7; .*System Overview/u)]
    });
  });

  it('says who can read the setting, and that roles can’t be counted', async () => {
    expect(await accountRoles(answeringOrg({}), links)).toMatchObject({
      fix: expect.stringMatching(/Modify Metadata/u),
      link: 'https://acme.my.salesforce.com/lightning/setup/SecuritySharing/home',
      facts: { roles: null },
      lines: [expect.stringMatching(/^How many roles accounts have can’t be read/u)]
    });
  });
});
