import { defaultSettings, type OrgDefaults, type Settings } from 'c/externalUserRules';
import { textAt, type Json } from 'sf-cli/json';
import type { Rows } from '../transports/orgApi.ts';

/** Fields of External_User_Setting__mdt. */
export const SETTING_FIELDS = [
  'Username_Pattern__c',
  'Username_Suffix__c',
  'Nickname_Pattern__c',
  'Default_Kind__c',
  'Default_Customer_Profile__c',
  'Default_Partner_Profile__c',
  'Locale_Policy__c'
];

/** `defaults` are the default profiles. A setting without a record or a value is the rules' default. */
export function toSettings([row]: Rows, defaults: Rows): Settings {
  const text = (field: string, fallback: string): string => textAt(row, field) || fallback;
  const profileFor = (kind: string): string | null =>
    textAt(
      defaults.find((one) => textAt(one, 'Kind__c').toLowerCase() === kind),
      'Profile__c'
    ) || null;
  return {
    usernamePattern: text('Username_Pattern__c', defaultSettings.usernamePattern),
    usernameSuffix: text('Username_Suffix__c', defaultSettings.usernameSuffix),
    nicknamePattern: text('Nickname_Pattern__c', defaultSettings.nicknamePattern),
    defaultKind: textAt(row, 'Default_Kind__c').toLowerCase() === 'partner' ? 'partner' : 'customer',
    defaultProfile: {
      customer: textAt(row, 'Default_Customer_Profile__c') || profileFor('customer'),
      partner: textAt(row, 'Default_Partner_Profile__c') || profileFor('partner')
    },
    localePolicy: textAt(row, 'Locale_Policy__c') === 'runningUser' ? 'runningUser' : 'organization'
  };
}

export function toDefaults(
  { localePolicy }: Settings,
  organization: Json | undefined,
  person: Json | undefined
): OrgDefaults {
  const own = localePolicy === 'runningUser' ? person : undefined;
  return {
    id: textAt(organization, 'Id') || null,
    timeZone: textAt(own, 'TimeZoneSidKey') || textAt(organization, 'TimeZoneSidKey') || null,
    locale: textAt(own, 'LocaleSidKey') || textAt(organization, 'DefaultLocaleSidKey') || null,
    language: textAt(own, 'LanguageLocaleKey') || textAt(organization, 'LanguageLocaleKey') || null
  };
}
