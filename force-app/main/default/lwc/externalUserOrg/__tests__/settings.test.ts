import { toOrgFacts, toUserOfContact } from 'c/externalUserOrg';
import { defaultSettings, known, valueOr, type OrgFacts } from 'c/externalUserRules';
import {
  fieldUndefined,
  liveSiteData,
  newUserData,
  noUserData,
  profilesData,
  settingsData
} from '../../../../../test/jest/answers.ts';

function factsWith(settings: unknown): OrgFacts {
  const data = {
    organization: { data: noUserData },
    profiles: { data: profilesData() },
    sites: { data: liveSiteData }
  };
  return toOrgFacts({ ...data, licenses: {}, users: {}, settings: { data: settings } });
}

describe('settings', () => {
  it('have defaults without any record', () => {
    expect(factsWith(settingsData()).settings).toEqual(known(defaultSettings));
  });

  it('have a default for each field that a record leaves empty', () => {
    const { settings } = factsWith(
      settingsData([{ Username_Pattern__c: '{first}@{suffix}', Username_Suffix__c: null }])
    );
    expect(settings).toEqual(known({ ...defaultSettings, usernamePattern: '{first}@{suffix}' }));
  });

  it('are all read', () => {
    const { settings } = factsWith(
      settingsData([
        {
          Username_Pattern__c: '{first}.{last}@{suffix}',
          Username_Suffix__c: 'portal.acme.example',
          Nickname_Pattern__c: '{first}',
          Default_Kind__c: 'Partner',
          Default_Customer_Profile__c: 'Acme Customer',
          Default_Partner_Profile__c: 'Acme Partner',
          Locale_Policy__c: 'runningUser'
        }
      ])
    );
    expect(settings).toEqual(
      known({
        usernamePattern: '{first}.{last}@{suffix}',
        usernameSuffix: 'portal.acme.example',
        nicknamePattern: '{first}',
        defaultKind: 'partner',
        defaultProfile: { customer: 'Acme Customer', partner: 'Acme Partner' },
        localePolicy: 'runningUser'
      })
    );
  });

  it('take the default profile of a kind from the allow-list where they name none', () => {
    const allowed = [
      { Profile__c: 'First', Kind__c: 'partner', Default__c: false },
      { Profile__c: 'Second', Kind__c: 'partner', Default__c: true }
    ];
    const { settings } = factsWith(settingsData([], allowed));
    expect(valueOr(settings, defaultSettings).defaultProfile).toEqual({ customer: null, partner: 'Second' });
  });

  it('decide whose locale a new user gets', () => {
    expect(factsWith(settingsData()).defaults).toMatchObject({ timeZone: 'Europe/Stockholm', locale: 'sv_SE' });
    const asker = { TimeZoneSidKey: 'Europe/Lisbon', LocaleSidKey: 'pt_PT', LanguageLocaleKey: null };
    expect(factsWith(settingsData([{ Locale_Policy__c: 'runningUser' }], [], asker)).defaults).toMatchObject({
      timeZone: 'Europe/Lisbon',
      locale: 'pt_PT',
      language: 'en_US'
    });
  });

  it('are unknown where they are refused, and nothing else is lost', () => {
    const data = {
      organization: { data: newUserData },
      profiles: { data: profilesData() },
      sites: { data: liveSiteData }
    };
    const settings = { data: null, errors: [fieldUndefined] };
    const facts = toOrgFacts({ ...data, licenses: {}, users: {}, settings });
    const user = toUserOfContact(data.organization);
    expect([facts.settings.kind, user.kind, facts.sites.kind]).toEqual(['unknown', 'known', 'known']);
    expect(facts.defaults.timeZone).toBe('Europe/Stockholm');
  });
});
