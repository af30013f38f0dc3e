import { createAutomationOrg, ON, type AutomationOrg, type Values } from './automationOrg.ts';

let org: AutomationOrg;

beforeAll(async () => {
  org = await createAutomationOrg();
});

interface Case {
  readonly of: string;
  readonly settings?: Values;
  readonly contact: Values;
  readonly user: Values;
}

const NONE: Values = {
  Username_Pattern__c: null,
  Username_Suffix__c: null,
  Nickname_Pattern__c: null,
  Locale_Policy__c: null
};

/** The names that the action suggests for the same contact and settings. */
const CASES: readonly Case[] = [
  {
    of: 'settings without patterns: email and its first part',
    contact: { FirstName: 'Jamal', LastName: 'Okafor', Email: 'Jamal.O@kisumu.example' },
    user: { Username: 'jamal.o@kisumu.example', CommunityNickname: 'Jamal.O', Alias: 'jokaf' }
  },
  {
    of: 'a pattern with names and suffix: without marks and blanks',
    settings: { Username_Pattern__c: '{first}.{last}@{suffix}', Username_Suffix__c: 'acme.portal' },
    contact: { FirstName: 'María José', LastName: 'Núñez Peña', Email: 'mj@andes.example' },
    user: { Username: 'mariajose.nunezpena@acme.portal', CommunityNickname: 'mj', Alias: 'mnune' }
  },
  {
    of: 'a contact without a first name: no dot is left',
    settings: {
      Username_Pattern__c: '{first}.{last}@{suffix}',
      Username_Suffix__c: 'acme.portal',
      Nickname_Pattern__c: '{first}.{last}'
    },
    contact: { FirstName: null, LastName: 'Suharto', Email: 's@kisumu.example' },
    user: { Username: 'suharto@acme.portal', CommunityNickname: 'Suharto', Alias: 'suha' }
  },
  {
    of: 'a pattern with the parts of the email',
    settings: {
      Username_Pattern__c: '{local}.acme@{suffix}',
      Username_Suffix__c: 'acme.portal',
      Nickname_Pattern__c: '{email}'
    },
    contact: { FirstName: 'Björn', LastName: 'Åkesson', Email: 'bjorn.akesson@northwind.example' },
    user: {
      Username: 'bjorn.akesson.acme@acme.portal',
      CommunityNickname: 'bjorn.akesson@northwind.example',
      Alias: 'bakes'
    }
  },
  {
    of: 'a pattern with a place that there isn’t: email, and first.last',
    settings: { Username_Pattern__c: '{name}@acme.portal', Nickname_Pattern__c: '{nick}' },
    contact: { FirstName: 'Zoë', LastName: 'Müller', Email: 'zoe@northwind.example' },
    user: { Username: 'zoe@northwind.example', CommunityNickname: 'Zoë.Müller', Alias: 'zmull' }
  },
  {
    of: 'a pattern that gives no form of an email address',
    settings: { Username_Pattern__c: '{first}.{last}@{suffix}', Username_Suffix__c: 'acme' },
    contact: { FirstName: 'Noa', LastName: 'Levi', Email: 'noa@carmel.example' },
    user: { Username: 'noa@carmel.example' }
  },
  {
    of: 'a nickname that is too long: its first 40 characters',
    settings: { Nickname_Pattern__c: '{first}.{last}' },
    contact: {
      FirstName: 'Maximilian-Alexander-Ferdinand-Joseph',
      LastName: 'Freiherr',
      Email: 'max@voralpen.example'
    },
    user: { CommunityNickname: 'Maximilian-Alexander-Ferdinand-Joseph.Fr', Alias: 'mfrei' }
  },
  {
    of: 'a name with signs: letters only in the alias',
    contact: { FirstName: 'Sinéad', LastName: "O'Sullivan-D'Arcy", Email: 'sinead@obrien.example' },
    user: { Alias: 'sosul' }
  },
  {
    of: 'the organization: its time zone, locale and language',
    contact: { FirstName: 'Teuila', LastName: 'Org', Email: 'teuila.org@mail.example' },
    user: {
      TimeZoneSidKey: 'Europe/Stockholm',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    }
  }
];

it.each(CASES)('are those of $of', async ({ settings = {}, contact, user }) => {
  org.setUp({ ...ON, ...NONE, ...settings });
  const contactId = await org.newContact(contact);
  expect(org.start({ contactId })).toMatchObject({ code: 'created', userId: org.usersOf(contactId)[0]?.Id });
  expect(org.usersOf(contactId)[0]).toMatchObject({
    ...user,
    FirstName: contact['FirstName'],
    LastName: contact['LastName']
  });
});

it('takes time zone, locale and language of the running user where the settings say so', async () => {
  org.setUp({ ...ON, ...NONE, Locale_Policy__c: 'runningUser' });
  org.localOrg.org.amend(org.admin.userId, {
    TimeZoneSidKey: 'Asia/Tokyo',
    LocaleSidKey: 'ja_JP',
    LanguageLocaleKey: 'ja'
  });
  const contactId = await org.newContact();
  org.start({ contactId });
  expect(org.usersOf(contactId)[0]).toMatchObject({
    TimeZoneSidKey: 'Asia/Tokyo',
    LocaleSidKey: 'ja_JP',
    LanguageLocaleKey: 'ja'
  });
});
