import { planLines } from '../report/planLines.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import { ADA, account, ada, license, owner, user, mayNothing } from '../testing/smallOrg.ts';

describe('a row of a contact that has a user', () => {
  const plan = planInFolders();

  it.each([
    ['active', true, false, 'already', 'userActive', /ada@portal\.example/u],
    ['inactive', false, false, 'skip', 'userInactive', /--reactivate/u],
    ['inactive', false, true, 'reactivate', 'userInactive', /made active again/u]
  ])(
    'creates no second user for a contact whose user is %s (%#)',
    async (_title, IsActive, reactivate, outcome, code, sentence) => {
      const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [{ ...user, IsActive }] }, options: { reactivate } });
      expect(rows[0]).toMatchObject({ outcome, code, userId: user.Id, draft: null });
      expect(rows[0]?.sentence).toMatch(sentence);
    }
  );

  it('leaves a user alone, whether or not the person may create users', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [user], UserPermissionAccess: [mayNothing] } });
    expect(rows[0]).toMatchObject({ outcome: 'already', code: 'userActive', userId: user.Id });
  });

  it('does not make a user active again for a person without the permission', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, {
      org: { User: [{ ...user, IsActive: false }], UserPermissionAccess: [mayNothing] },
      options: { reactivate: true }
    });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code: 'permissionMissing', userId: user.Id });
  });

  const noRole = { ...ada, Account: { ...account, Owner: { ...owner, UserRoleId: null } } };
  const inactive = [{ ...user, IsActive: false }];
  const fullLicense = [license('Customers', 2, 2)];

  it.each([
    ['an owner without a role', { Contact: [noRole] }, 'ownerWithoutRole', /Olga Owner/u],
    [
      'an inactive owner',
      { Contact: [{ ...ada, Account: { ...account, Owner: { ...owner, IsActive: false } } }] },
      'ownerInactive',
      /Olga Owner/u
    ],
    ['no account', { Contact: [{ ...ada, AccountId: null, Account: null }] }, 'accountMissing', /has no account/u],
    ['no seat', { UserLicense: fullLicense }, 'seatsTaken', /No seat is free/u],
    [
      'an owner without a role, and no seat',
      { Contact: [noRole], UserLicense: fullLicense },
      'ownerWithoutRole',
      /Olga Owner.* No seat is free/u
    ]
  ] as const)('does not promise to make a user active again that has %s', async (_title, org, code, sentence) => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, {
      org: { User: inactive, ...org },
      options: { reactivate: true }
    });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code, userId: user.Id, draft: null });
    expect(rows[0]?.sentence).toMatch(sentence);
    expect(summary.counts).toMatchObject({ blocked: 1, reactivate: 0 });
  });

  it('says what stands in the way of a user who is skipped because it is inactive', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: inactive, Contact: [noRole] } });
    expect(rows[0]).toMatchObject({ outcome: 'skip', code: 'userInactive' });
    expect(rows[0]?.sentence).toMatch(/--reactivate makes that one active again\. .*Olga Owner/u);
  });

  it('names what can’t be read of the owner of a user who is made active again', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, {
      org: { User: inactive },
      lacking: ['UserRoleId'],
      options: { reactivate: true }
    });
    expect(rows[0]).toMatchObject({ outcome: 'reactivate', code: 'ownerRoleHidden' });
    expect(planLines(summary)).toContain('Worth a look');
  });
});
