import type { Rows } from '../transports/orgApi.ts';
import { planLines } from '../report/planLines.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import {
  contact,
  ADA,
  BOB,
  CUSTOMER,
  PARTNER,
  account,
  ada,
  bob,
  license,
  ORG,
  owner,
  user
} from '../testing/smallOrg.ts';

const mayNothing = {
  PermissionsManagePartners: false,
  PermissionsManageCssUsers: false,
  PermissionsViewSetup: true,
  PermissionsViewAllUsers: true
};

describe('a plan', () => {
  const plan = planInFolders();

  it('gives a contact the user that the quick action would', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`);
    expect(rows).toEqual([
      {
        row: 1,
        contactId: ADA,
        accountId: ada.AccountId,
        kind: 'customer',
        profileId: CUSTOMER,
        licenseId: '100Customers',
        isRoleBased: false,
        outcome: 'enable',
        code: 'ready',
        sentence: 'Gets ada@acme.example with the profile Acme Customer.',
        draft: {
          kind: 'customer',
          profileId: CUSTOMER,
          username: 'ada@acme.example',
          email: 'ada@acme.example',
          alias: 'alove',
          nickname: 'ada',
          firstName: 'Ada',
          lastName: 'Lovelace',
          timeZone: 'Europe/Oslo',
          locale: 'nb_NO',
          language: 'no',
          emailEncoding: 'UTF-8',
          portalRole: '',
          permissionSetIds: []
        },
        userId: null
      }
    ]);
  });

  it('gives what the row asks for', async () => {
    const { rows } = await plan(
      `Id;Profile;Username;Email;Nickname;Alias;Role Level;PermissionSets\n${ADA};acme partner;A@b.example;a@c.example;Countess;al;user;Portal Access;\n`.replace(
        'Access;',
        'Access'
      ),
      { org: { Contact: [{ ...ada, Account: { ...account, IsPartner: true } }] } }
    );
    expect(rows[0]).toMatchObject({
      outcome: 'enable',
      kind: 'partner',
      isRoleBased: true,
      draft: {
        profileId: PARTNER,
        username: 'A@b.example',
        email: 'a@c.example',
        nickname: 'Countess',
        alias: 'al',
        portalRole: 'Worker',
        permissionSetIds: ['0PS000000000001AAA']
      }
    });
  });

  it.each([
    ['a contact that isn’t there', { org: { Contact: [] } }, 'contactMissing', /no contact 003000000000001AAA/u],
    ['no account', contact({ AccountId: null, Account: null }), 'accountMissing', /Ada Lovelace has no account/u],
    [
      'an inactive owner',
      contact({ Account: { ...account, Owner: { ...owner, IsActive: false } } }),
      'ownerInactive',
      /Olga/u
    ],
    [
      'an owner without a role',
      contact({ Account: { ...account, Owner: { ...owner, UserRoleId: null } } }),
      'ownerWithoutRole',
      /Olga Owner owns Acme but has no role/u
    ],
    ['no email', contact({ Email: null }), 'emailMissing', /column Email/u],
    ['a last name that is too long', contact({ LastName: 'x'.repeat(81) }), 'tooLong', /Use at most 80/u],
    [
      'a profile of another org',
      { options: { profile: 'Acme Customers' } },
      'profileUnknown',
      /“Acme Customers”\. There are: “Acme Customer”/u
    ],
    [
      'no profile to choose by itself',
      {
        org: {
          Profile: [
            ...(ORG['Profile'] ?? []),
            { Id: '00e3', Name: 'More', UserType: 'CspLitePortal', UserLicenseId: '100Customers' }
          ]
        }
      },
      'profileNotChosen',
      /--profile or in a column Profile/u
    ],
    [
      'an account that is no partner account',
      { options: { kind: 'partner' } },
      'partnerAccountNotEnabled',
      /Acme is not a partner account/u
    ],
    ['a permission set that isn’t there', { options: { permissionSets: ['Gone'] } }, 'permissionSetUnknown', /“Gone”/u],
    [
      'a person without the permission',
      {
        org: {
          UserPermissionAccess: [mayNothing]
        }
      },
      'permissionMissing',
      /may not create/u
    ]
  ] as const)('blocks the row for %s', async (_title, given, code, sentence) => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, given);
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code, draft: null });
    expect(rows[0]?.sentence).toMatch(sentence);
    expect(summary.counts).toMatchObject({ blocked: 1, enable: 0 });
  });

  it.each([
    ['Username', 'ada', 'notAUsername'],
    ['Email', 'ada at home', 'notAnEmail'],
    ['Alias', 'ninechars', 'tooLong'],
    ['RoleLevel', 'King', 'roleLevelUnknown'],
    ['PermissionSets', 'Portal;Gone', 'permissionSetUnknown']
  ])('blocks a row whose %s is %s', async (column, value, code) => {
    const { rows } = await plan(`Id,${column}\n${ADA},${value}\n`);
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code });
    expect(rows[0]?.sentence).toContain(column);
  });

  it.each([
    ['active', true, false, 'already', 'userActive', /ada@portal\.example/u],
    ['inactive', false, false, 'skip', 'userInactive', /--reactivate/u],
    ['inactive', false, true, 'reactivate', 'userInactive', /made active again/u]
  ])(
    'leaves the one user of a contact, who is %s, the only one (%#)',
    async (_title, IsActive, reactivate, outcome, code, sentence) => {
      const { rows } = await plan(`Id\n${ADA}\n`, { org: { User: [{ ...user, IsActive }] }, options: { reactivate } });
      expect(rows[0]).toMatchObject({ outcome, code, userId: user.Id, draft: null });
      expect(rows[0]?.sentence).toMatch(sentence);
    }
  );

  it('blocks rows that are no rows and skips those that name a contact again', async () => {
    const { rows } = await plan(`Id\n${ADA}\nnobody\n${ADA.slice(0, 15)}\n`);
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['enable', 'ready'],
      ['blocked', 'rowUnusable'],
      ['skip', 'duplicateRow']
    ]);
    expect(rows[2]?.sentence).toBe('Line 2 names this contact already.');
  });

  it('gives the seats that are left in the order of the rows, also to users who are made active again', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n${BOB}\n`, {
      org: { UserLicense: [license('Customers', 3, 2)], User: [{ ...user, IsActive: false }] },
      options: { reactivate: true }
    });
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['reactivate', 'userInactive'],
      ['blocked', 'seatsTaken']
    ]);
    expect(summary.licenses).toEqual([{ license: 'Customers', total: 3, used: 2, left: 1, needed: 2, missing: 1 }]);
  });

  it('makes a partner of a customer’s account first, where that is asked for', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n${BOB}\n`, {
      options: { kind: 'partner', enablesPartnerAccounts: true }
    });
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'partnerAccountNotEnabled' });
    expect(rows[0]?.sentence).toMatch(/^Gets .* Acme is made a partner account first\.$/u);
    expect(summary.run).toMatchObject({ partnerAccounts: 1, accountsWithRoles: 1, mostNewRoles: 3 });
  });

  const namesakes = (count: number): Rows => [
    { ...ada },
    ...Array.from({ length: count }, (_none, index) => ({
      ...bob,
      Id: `0030000000000${String(index + 10)}AAA`,
      Email: ada.Email
    }))
  ];

  it('gives no two rows the same name, nor one that a user of the org has', async () => {
    const contacts = namesakes(12);
    const taken = ['ada@acme.example', 'ada1@acme.example'].map((Username) => ({
      ...user,
      ContactId: null,
      Username,
      CommunityNickname: 'ada2'
    }));
    const { rows } = await plan(`Id\n${contacts.map(({ Id }) => String(Id)).join('\n')}\n`, {
      org: { Contact: contacts, User: taken, UserLicense: [license('Customers', 50, 2)] }
    });
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    const usernames = drafts.map(({ username }) => username);
    const nicknames = drafts.map(({ nickname }) => nickname);
    expect(drafts).toHaveLength(13);
    expect(new Set(usernames).size).toBe(13);
    expect(new Set(nicknames).size).toBe(13);
    expect(usernames).not.toContain('ada@acme.example');
    expect(usernames).not.toContain('ada1@acme.example');
    expect(nicknames).not.toContain('ada2');
  });

  it('does not choose another username than the one that was typed', async () => {
    const { rows } = await plan(`Id,Username\n${ADA},x@acme.example\n${BOB},X@acme.example\n`);
    expect(rows[0]).toMatchObject({ outcome: 'enable' });
    expect(rows[1]).toMatchObject({ outcome: 'blocked', code: 'usernameTaken' });
    expect(rows[1]?.sentence).toMatch(/X@acme\.example is taken\. .* X1@acme\.example is free/u);
  });

  it.each([
    ['person accounts', 'IsPersonAccount', 'enable', 'ready'],
    ['individuals', 'Individual', 'enable', 'ready'],
    ['roles that you can see', 'UserRoleId', 'enable', 'ownerRoleHidden'],
    ['users of contacts', 'ContactId', 'enable', 'ready']
  ])('is made in an org without %s', async (_title, field, outcome, code) => {
    const { rows } = await plan(`Id\n${ADA}\n`, { lacking: [field] });
    expect(rows[0]).toMatchObject({ outcome, code });
  });

  it('names what can’t be read of a contact, and enables it all the same', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, { lacking: ['UserRoleId'] });
    expect(rows[0]?.sentence).toMatch(/^Gets ada@acme\.example .* Whether the owner of Acme .* can’t be read/u);
    expect(planLines(summary)).toContain('Worth a look');
  });

  it('blocks the row in an org without Digital Experiences', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { lacking: ['ContactId', 'Network'] });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code: 'experiencesOff', draft: null });
  });

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

  it('asks at most twice for 2,000 contacts, beside what it asks once', async () => {
    const contacts = Array.from({ length: 4000 }, (_none, index) => {
      const number = String(index).padStart(4, '0');
      return { ...ada, Id: `00300000000${number}AAA`, Email: `a${number}@acme.example` };
    });
    const { asked, rows } = await plan(`Id\n${contacts.map(({ Id }) => Id).join('\n')}\n`, {
      org: { Contact: contacts }
    });
    expect(rows).toHaveLength(4000);
    expect(asked.filter((soql) => soql.includes('FROM Contact WHERE'))).toHaveLength(2);
    expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(100_000);
  });

  const site = { Id: '0DB1', Name: 'Help', Status: 'Live', OptionsSendWelcomeEmail: true };

  it.each([
    ['a live site that mails its new members', [site], /every new user \(1\) gets a welcome email from Help/u],
    [
      'a live site that sends no mail',
      [{ ...site, OptionsSendWelcomeEmail: false }],
      /sends no welcome email\. .*reset-passwords/u
    ],
    ['a site that isn’t live', [{ ...site, Status: 'UnderConstruction' }], /no live site that you can see/u],
    ['no site', [], /no live site that you can see/u]
  ])('says what the new users get from %s', async (_title, Network, sentence) => {
    const { summary } = await plan(`Id\n${ADA}\n`, { org: { Network } });
    expect(summary.notes.filter((note) => note.startsWith('Acme Customer: '))).toEqual([
      expect.stringMatching(sentence)
    ]);
  });

  it('makes a user of somebody who refuses processing, and says so for a person to look at', async () => {
    const { rows, summary } = await plan(
      `Id\n${ADA}\n`,
      contact({ IndividualId: '0PK1', Individual: { HasOptedOutProcessing: true } })
    );
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'processingRefused' });
    expect(planLines(summary)).toContain('Worth a look');
  });
});
