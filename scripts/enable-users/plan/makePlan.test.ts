import type { Rows } from '../transports/orgApi.ts';
import { planLines } from '../report/planLines.ts';
import { planInFolders } from '../testing/planInFolders.ts';
import { contact, ADA, BOB, ada, bob, license, user } from '../testing/smallOrg.ts';

describe('a plan', () => {
  const plan = planInFolders();

  it('blocks rows that can’t be used and skips rows that repeat a contact', async () => {
    const { rows } = await plan(`Id\n${ADA}\nnobody\n${ADA.slice(0, 15)}\n`);
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['enable', 'ready'],
      ['blocked', 'rowUnusable'],
      ['skip', 'duplicateRow']
    ]);
    expect(rows[2]?.sentence).toMatch(/^Line 2 names this contact already\. Take one/u);
  });

  it('gives seats in the order of the rows, also to users who are made active again', async () => {
    const { rows, summary } = await plan(`Id\n${ADA}\n${BOB}\n`, {
      org: { UserLicense: [license('Customers', 3, 2)], User: [{ ...user, IsActive: false }] },
      options: { reactivate: true }
    });
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['reactivate', 'userInactive'],
      ['blocked', 'seatsTaken']
    ]);
    expect(summary.licenses).toEqual([
      { license: 'Customers', total: 3, used: 2, left: 1, needed: 2, missing: 1, isLoginBased: false }
    ]);
  });

  it('gives out the seats of a license that counts log-ins, and says that log-ins are counted besides', async () => {
    const logIns = { ...license('Customers', 20, 19), LicenseDefinitionKey: 'PID_Customer_Community_Login' };
    const { rows, summary } = await plan(`Id\n${ADA}\n${BOB}\n`, { org: { UserLicense: [logIns] } });
    expect(rows.map(({ code }) => code)).toEqual(['ready', 'seatsTaken']);
    expect(planLines(summary).join('\n')).toContain(
      'Customers: 2 needed, 1 of 20 left: 1 short; log-ins are counted per month'
    );
  });

  it('says that an account is made a partner account first, where the flags ask for it', async () => {
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

  it('gives every row names of its own, which no user of the org has', async () => {
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

  it('blocks a row whose own username is taken, and names one that is free', async () => {
    const { rows } = await plan(`Id,Username\n${ADA},x@acme.example\n${BOB},X@acme.example\n`);
    expect(rows[0]).toMatchObject({ outcome: 'enable' });
    expect(rows[1]).toMatchObject({ outcome: 'blocked', code: 'usernameTaken' });
    expect(rows[1]?.sentence).toMatch(/X@acme\.example is taken\. .* X1@acme\.example is free/u);
  });

  it('asks for 2,000 contacts in one query', async () => {
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
    ['a live site that mails its new members', [site], /every new user \(1\) is to get a welcome email from Help/u],
    [
      'a live site that sends no mail',
      [{ ...site, OptionsSendWelcomeEmail: false }],
      /sends no welcome email\. .*reset-passwords/u
    ],
    [
      'a site that isn’t live',
      [{ ...site, Status: 'UnderConstruction' }],
      /no live site has this profile as a member\./u
    ],
    ['no site', [], /you can’t see which sites its users may use\. .*--write-settings/u]
  ])('says what new users get where there is %s', async (_title, Network, sentence) => {
    const { summary } = await plan(`Id\n${ADA}\n`, { org: { Network } });
    expect(summary.notes.filter((note) => note.startsWith('Acme Customer: '))).toEqual([
      expect.stringMatching(sentence)
    ]);
  });

  const setting = {
    Profile__c: 'Acme Customer',
    Kind__c: 'customer',
    Default__c: false,
    Site__c: 'Help',
    Login_Url__c: 'https://acme.my.site.com/help/login',
    Sends_Welcome_Email__c: true,
    Read_On__c: '2026-11-30'
  };

  it.each([
    ['mails its new members', {}, /is to get a welcome email from Help, as of 2026-11-30, unless/u, ['Help']],
    [
      'sends no mail',
      { Sends_Welcome_Email__c: false },
      /log in to Help, which sends no welcome email, as of 2026-11-30\./u,
      ['Help']
    ],
    ['wasn’t live', { Login_Url__c: null }, /no live site .*, as of 2026-11-30\./u, []],
    ['nobody has read', { Read_On__c: null }, /can’t see which sites/u, null]
  ])(
    'says by the settings, where sites can’t be seen, of a site that %s',
    async (_how, changes, sentence, liveSites) => {
      const { summary } = await plan(`Id\n${ADA}\n`, {
        org: { Network: [], NetworkMemberGroup: [], External_User_Profile__mdt: [{ ...setting, ...changes }] }
      });
      expect(summary.notes.filter((note) => note.startsWith('Acme Customer: '))).toEqual([
        expect.stringMatching(sentence)
      ]);
      expect(summary.profiles[0]).toMatchObject({ liveSites });
    }
  );

  it('says what the org shows rather than the settings', async () => {
    const { summary } = await plan(`Id\n${ADA}\n`, {
      org: { Network: [site], External_User_Profile__mdt: [{ ...setting, Site__c: 'Gone' }] }
    });
    expect(summary.profiles[0]).toMatchObject({ liveSites: ['Help'], sitesAsOf: null });
  });

  it('keeps the default profiles of an org that lacks the fields of the site', async () => {
    const customers = ['00e000000000008AAA', '00e000000000009AAA'].map((Id, index) => ({
      Id,
      Name: `Customer ${String(index)}`,
      UserType: 'CspLitePortal',
      UserLicenseId: '100Customers'
    }));
    const { summary } = await plan(`Id\n${ADA}\n`, {
      org: {
        Profile: customers,
        External_User_Profile__mdt: [{ Profile__c: 'Customer 1', Kind__c: 'customer', Default__c: true }]
      },
      lacking: ['Read_On__c']
    });
    expect(summary.profiles.map(({ profile }) => profile)).toEqual(['Customer 1']);
  });

  it('enables a contact who refuses processing, and asks a person to look at it', async () => {
    const { rows, summary } = await plan(
      `Id\n${ADA}\n`,
      contact({ IndividualId: '0PK1', Individual: { HasOptedOutProcessing: true } })
    );
    expect(rows[0]).toMatchObject({ outcome: 'enable', code: 'processingRefused' });
    expect(planLines(summary)).toContain('Worth a look');
  });
});
