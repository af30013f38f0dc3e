import { createAutomationOrg, ON, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
});

beforeEach(() => {
  org.setUp({ ...ON, Default_Kind__c: null });
});

const AMELIE = 'Amélie Dubois';
const NORTHWIND = 'Northwind Ångström AB';

interface Case {
  readonly when: string;
  readonly contact?: string;
  readonly settings?: Values;
  /** Owner of the contact's account, by name. */
  readonly owner?: string;
  readonly kind?: string;
  /** Name of the profile that the caller asks for. */
  readonly profile?: string;
  readonly code: string;
  readonly message: string;
}

const CASES: readonly Case[] = [
  {
    when: 'the contact has no account',
    contact: 'Teuila Faʻaleaga',
    code: 'accountMissing',
    message: 'Teuila Faʻaleaga has no account. Add one to the contact, then approve it again.'
  },
  {
    when: 'the owner of the account is inactive',
    owner: 'Piotr Nowak',
    code: 'ownerInactive',
    message: `The account owner is inactive: Piotr Nowak owns ${NORTHWIND}. Choose an active owner who has a role, then approve ${AMELIE} again.`
  },
  {
    when: 'the owner of the account has no role',
    owner: 'Dana Whitfield',
    code: 'ownerWithoutRole',
    message: `The account owner has no role: Dana Whitfield owns ${NORTHWIND}. Give the owner a role or change the owner, then approve ${AMELIE} again.`
  },
  {
    when: 'the contact has no email',
    contact: 'Anand Krishnamurthy',
    code: 'emailMissing',
    message: 'Anand Krishnamurthy has no email. Add one to the contact, then approve it again.'
  },
  {
    when: 'the contact has an active user',
    contact: 'Zoë Müller-Lüdenscheidt',
    code: 'userActive',
    message: 'Zoë Müller-Lüdenscheidt already has a user: zoe.mueller@northwind-angstrom.example.acme.'
  },
  {
    when: 'no default profile is named',
    settings: { Default_Customer_Profile__c: null },
    code: 'profileMissing',
    message: `No profile was found for ${AMELIE}: no default profile is named. Choose the default customer profile in External User Setting, then approve the contact again.`
  },
  {
    when: 'the default profile is not there',
    settings: { Default_Customer_Profile__c: 'Gone' },
    code: 'profileMissing',
    message: `No profile was found for ${AMELIE}: none is called Gone. Choose the default customer profile in External User Setting, then approve the contact again.`
  },
  {
    when: 'the default profile is an internal one',
    settings: { Default_Customer_Profile__c: 'Standard User' },
    code: 'profileNotExternal',
    message: `The profile Standard User isn’t for external users. Choose one of an external license for ${AMELIE}.`
  },
  {
    when: 'the caller asks for an internal profile',
    profile: 'System Administrator',
    code: 'profileNotExternal',
    message: `The profile System Administrator isn’t for external users. Choose one of an external license for ${AMELIE}.`
  },
  {
    when: 'the default profile is of the other kind',
    settings: { Default_Customer_Profile__c: 'Acme Partner' },
    code: 'kindMismatch',
    message: `The profile Acme Partner is for partner users, but ${AMELIE} should get a customer user. Choose a customer profile.`
  },
  {
    when: 'the caller asks for a profile of another kind than that asked for',
    profile: 'Acme Customer',
    kind: 'Partner',
    code: 'kindMismatch',
    message: `The profile Acme Customer is for customer users, but ${AMELIE} should get a partner user. Choose a partner profile.`
  }
];

describe.each(CASES)('when $when', ({ contact = AMELIE, settings = {}, owner, kind, profile, code, message }) => {
  it(`answers ${code}, makes no user and says so on the contact`, () => {
    org.setUp(settings);
    const account = org.named('Account', NORTHWIND);
    if (owner !== undefined) org.localOrg.org.amend(account.Id, { OwnerId: org.named('User', owner).Id });
    const { Id: contactId } = org.named('Contact', contact);
    const users = org.usersOf(contactId);
    const profileId = profile === undefined ? null : org.named('Profile', profile).Id;
    const outputs = org.start({ contactId, kind: kind ?? null, profileId });
    org.localOrg.org.amend(account.Id, { OwnerId: account['OwnerId'] ?? null });

    expect(outputs).toEqual({ code, message, userId: users[0]?.Id ?? null });
    expect(org.usersOf(contactId)).toEqual(users);
    expect(org.outcome(contactId)).toEqual([code === 'userActive' ? 'Enabled' : 'Failed', message]);
  });
});

it('answers contactMissing for an id that is no contact’s', () => {
  const contactId = '003000000000000AAA';
  expect(org.start({ contactId })).toEqual({
    code: 'contactMissing',
    message: `The flow sees no contact with the ID ${contactId}. Check the ID and the access to the contact.`,
    userId: null
  });
});

it('leaves an inactive user to a person', () => {
  const { Id: contactId } = org.named('Contact', '陽翔 佐藤');
  const [user] = org.usersOf(contactId);
  org.localOrg.org.amend(user?.Id ?? '', { IsActive: false });
  expect(org.start({ contactId })).toMatchObject({
    code: 'userInactive',
    message:
      '陽翔 佐藤 already has a user, but an inactive one: haruto.sato@sakura-denki.example.acme. Reactivate it, because a contact has one user only.'
  });
  expect(org.usersOf(contactId)).toHaveLength(1);
});

describe('the profile', () => {
  const profileOf = (contactId: string): unknown => {
    const profileId = org.usersOf(contactId)[0]?.['ProfileId'];
    return typeof profileId === 'string' ? org.record(profileId)['Name'] : null;
  };
  /** By the flow, for a contact that has no user yet. */
  const profileFor = async (inputs: Values = {}): Promise<unknown> => {
    const contactId = await org.newContact();
    expect(org.start({ contactId, ...inputs })).toMatchObject({ code: 'created' });
    return profileOf(contactId);
  };

  it('is the default one of the kind that the settings name', async () => {
    org.setUp({ Default_Kind__c: 'Partner' });
    expect(await profileFor()).toBe('Acme Partner');
  });

  it('is that of the kind that the caller asks for', async () => {
    expect(await profileFor({ kind: 'partner' })).toBe('Acme Partner');
  });

  it('is the one that the caller asks for, whatever the default kind', async () => {
    const profileId = org.named('Profile', 'Acme Partner').Id;
    expect(await profileFor({ profileId })).toBe('Acme Partner');
  });

  it('is the default one of the allow-list where the settings name none, be it by name or by id', async () => {
    org.setUp({ Default_Customer_Profile__c: null, Default_Partner_Profile__c: null });
    org.localOrg.org.load('External_User_Profile__mdt', [
      { DeveloperName: 'Other', MasterLabel: 'Other', Profile__c: 'Acme Customer Plus', Kind__c: 'customer' },
      {
        DeveloperName: 'First',
        MasterLabel: 'First',
        Profile__c: 'Acme Customer',
        Kind__c: 'customer',
        Default__c: true
      },
      {
        DeveloperName: 'Partner',
        MasterLabel: 'Partner',
        Profile__c: org.named('Profile', 'Acme Partner').Id,
        Kind__c: 'partner',
        Default__c: true
      }
    ]);
    expect(await profileFor()).toBe('Acme Customer');
    expect(await profileFor({ kind: 'partner' })).toBe('Acme Partner');
  });
});
