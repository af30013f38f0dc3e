import { planLines } from '../report/planLines.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import {
  contact,
  ADA,
  CUSTOMER,
  PARTNER,
  account,
  ada,
  ORG,
  owner,
  permissionSet,
  user,
  mayNothing
} from '../testing/smallOrg.ts';

describe('a row of a plan', () => {
  const plan = planInFolders();

  it('gives a contact the user that the quick action would', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`);
    expect(rows).toEqual([
      {
        row: 1,
        contactId: ADA,
        contactName: 'Ada Lovelace',
        accountId: ada.AccountId,
        accountName: 'Acme',
        kind: 'customer',
        profileId: CUSTOMER,
        profileName: 'Acme Customer',
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
        fields: {},
        userId: null,
        holderUsername: '',
        givenNames: [],
        deviations: []
      }
    ]);
  });

  it('gives a contact the user that the row asks for', async () => {
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
      /The account owner has no role\. Olga Owner owns Acme/u
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
      'a permission set of another license than that of the profile',
      {
        org: { PermissionSet: [{ ...permissionSet, LicenseId: '100Partners' }] },
        options: { permissionSets: ['Portal'] }
      },
      'permissionSetOfOtherLicense',
      /“Portal” can’t be assigned to users with the profile Acme Customer, whose license is Customers\. Leave it out/u
    ],
    [
      'a person without the permission',
      {
        org: {
          UserPermissionAccess: [mayNothing]
        }
      },
      'permissionMissing',
      /can’t create/u
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
    ['Email', `${'x'.repeat(116)}@acme.example`, 'tooLong'],
    ['RoleLevel', 'King', 'roleLevelUnknown'],
    ['PermissionSets', 'Portal;Gone', 'permissionSetUnknown']
  ])('blocks a row whose %s is %s', async (column, value, code) => {
    const { rows } = await plan(`Id,${column}\n${ADA},${value}\n`);
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code });
    expect(rows[0]?.sentence).toContain(column);
  });

  it.each([
    ['Søren', 'Ødegård', 's1@x.example', 'soren.odegard@acme.portal', 'ready'],
    ['Łukasz', 'Wójcik', 's2@x.example', 'lukasz.wojcik@acme.portal', 'ready'],
    ['Jürgen', 'Weiß', 's3@x.example', 'jurgen.weiss@acme.portal', 'ready'],
    ['太郎', '田中', 's4@x.example', 's4@x.example', 'usernameFromEmail'],
    ['Иван', 'Петров', 's5@x.example', 'ivan.petrov@acme.portal', 'ready'],
    ['Pat', 'O’Brien', 's6@x.example', "pat.o'brien@acme.portal", 'ready'],
    ['José', 'Núñez', 's7@x.example', 'jose.nunez@acme.portal', 'ready']
  ])('gives %s %s with the email %s the username %s', async (FirstName, LastName, Email, username, code) => {
    const External_User_Setting__mdt = [
      { Username_Pattern__c: '{first}.{last}@{suffix}', Username_Suffix__c: 'acme.portal' }
    ];
    const { rows } = await plan(`Id\n${ADA}\n`, {
      org: {
        ...contact({ Name: `${FirstName} ${LastName}`, FirstName, LastName, Email }).org,
        External_User_Setting__mdt
      }
    });
    expect(rows[0]).toMatchObject({ outcome: 'enable', code, draft: { username } });
    const told = `no username for ${FirstName} ${LastName}, so it is made from the email: ${Email}.`;
    expect(rows[0]?.sentence.includes(told)).toBe(code === 'usernameFromEmail');
  });

  it.each([
    ['用户@例子.example', 'Username: A username can’t have “用”, its character 1.'],
    ['user@例子.example', 'Username: A username can’t have “例”, its character 6.']
  ])('names the character of %s that no username has', async (Email, sentence) => {
    const { rows } = await plan(`Id\n${ADA}\n`, contact({ Email }));
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code: 'usernameCharacter' });
    expect(rows[0]?.sentence).toContain(sentence);
  });

  it.each([
    ['is of the profile’s license', '100Customers', {}],
    ['is of a permission set license', '0PL000000000001AAA', {}],
    ['is of another license, where licenses can’t be read', '100Partners', { lacking: ['UserLicense'] }]
  ])('takes a permission set that %s', async (_title, LicenseId, given) => {
    const org = { PermissionSet: [{ ...permissionSet, LicenseId }] };
    const { rows } = await plan(`Id\n${ADA}\n`, { org, options: { permissionSets: ['Portal'] }, ...given });
    expect(rows[0]).toMatchObject({ outcome: 'enable', draft: { permissionSetIds: [permissionSet.Id] } });
  });

  it('leaves a username with two @ to the org, and says so', async () => {
    const { rows } = await plan(`Id,Username\n${ADA},ada@acme.example@acme.portal\n`);
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'usernameUnsettled' });
    expect(rows[0]?.sentence).toContain('ada@acme.example@acme.portal has more than one @.');
  });

  it('takes an email of 128 characters, as the org does', async () => {
    const email = `${'x'.repeat(115)}@acme.example`;
    const { rows } = await plan(`Id,Email,Username\n${ADA},${email},ada@acme.example\n`);
    expect(rows[0]).toMatchObject({ outcome: 'enable', draft: { email } });
  });

  it.each([
    ['person accounts', 'IsPersonAccount', 'enable', 'ready'],
    ['individuals', 'Individual', 'enable', 'ready'],
    ['roles that you can see', 'UserRoleId', 'enable', 'ownerRoleHidden'],
    ['users of contacts', 'ContactId', 'enable', 'userHidden']
  ])('can be made in an org without %s', async (_title, field, outcome, code) => {
    const { rows } = await plan(`Id\n${ADA}\n`, { lacking: [field] });
    expect(rows[0]).toMatchObject({ outcome, code });
  });

  it('names what can’t be read of a contact, and enables it all the same', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n`, { lacking: ['UserRoleId'] });
    expect(rows[0]?.sentence).toMatch(/^Gets ada@acme\.example .* We can’t see whether the owner of Acme /u);
    expect(planLines(summary)).toContain('Worth a look');
  });

  it('blocks the row in an org without Digital Experiences', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, { lacking: ['ContactId', 'Network'] });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code: 'experiencesOff', draft: null });
  });

  it('names every blocker of a contact, the first one by its code', async () => {
    const { rows } = await plan(`Id\n${ADA}\n`, {
      org: { Contact: [{ ...ada, Email: null, Account: { ...account, Owner: { ...owner, UserRoleId: null } } }] }
    });
    expect(rows[0]).toMatchObject({ outcome: 'blocked', code: 'ownerWithoutRole' });
    expect(rows[0]?.sentence).toMatch(/Olga Owner.*has no email/u);
  });

  it.each([
    ['a customer profile', { options: { kind: 'partner' } }, 'partnerAccountNotEnabled', /--partner-accounts enable/u],
    ['nothing to do', { org: { User: [user] } }, 'userActive', /Nothing is left to do/u]
  ] as const)('ends in advice: %s', async (_title, given, code, sentence) => {
    const { rows } = await plan(`Id\n${ADA}\n`, given);
    expect(rows[0]).toMatchObject({ code });
    expect(rows[0]?.sentence).toMatch(sentence);
  });
});
