import { gql, type GraphQLResult } from 'lightning/graphql';
import {
  defaultSettings,
  valueOr,
  type ExternalUserKind,
  type Fact,
  type OrgDefaults,
  type Settings,
  type SiteReading
} from 'c/externalUserRules';
import { nodesOf, readNodes, textAt, valueAt } from './answers.ts';

/** The product's own custom metadata (settings, and the profiles that an administrator allows), and the running user. */
export const SETTINGS_QUERY = gql`
  query ExternalUserSettings($userId: ID) {
    uiapi {
      query {
        User(where: { Id: { eq: $userId } }, first: 1) {
          edges {
            node {
              TimeZoneSidKey @optional {
                value
              }
              LocaleSidKey @optional {
                value
              }
              LanguageLocaleKey @optional {
                value
              }
            }
          }
        }
        External_User_Setting__mdt(orderBy: { DeveloperName: { order: ASC } }, first: 1) {
          edges {
            node {
              Username_Pattern__c {
                value
              }
              Username_Suffix__c {
                value
              }
              Nickname_Pattern__c {
                value
              }
              Default_Kind__c {
                value
              }
              Default_Customer_Profile__c {
                value
              }
              Default_Partner_Profile__c {
                value
              }
              Locale_Policy__c {
                value
              }
            }
          }
        }
        External_User_Profile__mdt(orderBy: { Order__c: { order: ASC } }, first: 200) {
          edges {
            node {
              MasterLabel {
                value
              }
              Profile__c {
                value
              }
              License__c {
                value
              }
              Kind__c {
                value
              }
              Site__c {
                value
              }
              Login_Url__c {
                value
              }
              Sends_Welcome_Email__c {
                value
              }
              Read_On__c {
                value
              }
              Default__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** A profile as External_User_Profile__mdt allows it. */
export interface AllowedProfile {
  readonly label: string;
  /** The profile's name, or its id. */
  readonly name: string;
  readonly license: string;
  readonly kind: ExternalUserKind;
  readonly siteName: string | null;
  readonly siteReading: SiteReading | null;
  readonly isDefault: boolean;
}

/** A setting without a record, or with an empty field in it, gets the default of the rules. */
export function toSettings(result: GraphQLResult): Fact<Settings> {
  return readNodes(result, 'External_User_Setting__mdt', ([node]) => ({
    usernamePattern: textAt(node, 'Username_Pattern__c') ?? defaultSettings.usernamePattern,
    usernameSuffix: textAt(node, 'Username_Suffix__c') ?? defaultSettings.usernameSuffix,
    nicknamePattern: textAt(node, 'Nickname_Pattern__c') ?? defaultSettings.nicknamePattern,
    defaultKind: toKind(textAt(node, 'Default_Kind__c')),
    defaultProfile: {
      customer: textAt(node, 'Default_Customer_Profile__c') ?? defaultProfileOf(result, 'customer'),
      partner: textAt(node, 'Default_Partner_Profile__c') ?? defaultProfileOf(result, 'partner')
    },
    localePolicy: textAt(node, 'Locale_Policy__c') === 'runningUser' ? 'runningUser' : 'organization'
  }));
}

/** What the settings say of the site of one profile, by its id or name. */
export function siteSettingsOf(
  result: GraphQLResult,
  { id, name }: { readonly id: string; readonly name: string }
): Pick<AllowedProfile, 'siteName' | 'siteReading'> {
  const entry = toAllowedProfiles(result).find((candidate) => candidate.name === name || candidate.name === id);
  return { siteName: entry?.siteName ?? null, siteReading: entry?.siteReading ?? null };
}

export function toAllowedProfiles(result: GraphQLResult): readonly AllowedProfile[] {
  return valueOr(nodesOf(result, 'External_User_Profile__mdt'), []).map((node) => ({
    label: textAt(node, 'MasterLabel') ?? '',
    name: textAt(node, 'Profile__c') ?? '',
    license: textAt(node, 'License__c') ?? '',
    kind: toKind(textAt(node, 'Kind__c')),
    siteName: textAt(node, 'Site__c'),
    siteReading: toSiteReading(node),
    isDefault: valueAt(node, 'Default__c', 'value') === true
  }));
}

/** Values without a day were not read, so that nobody relies on them. */
function toSiteReading(node: unknown): SiteReading | null {
  const readOn = textAt(node, 'Read_On__c');
  const url = textAt(node, 'Login_Url__c') ?? '';
  const sendsWelcomeEmail = valueAt(node, 'Sends_Welcome_Email__c', 'value') === true;
  // The address becomes a link, and must not be a script.
  return readOn === null ? null : { loginUrl: /^https?:/i.test(url) ? url : null, sendsWelcomeEmail, readOn };
}

/** Time zone, locale and language of the running user; the organization's values replace those that can't be read. */
export function localeOfRunningUser(result: GraphQLResult, organization: OrgDefaults): OrgDefaults {
  const [user] = valueOr(nodesOf(result, 'User'), []);
  return {
    id: organization.id,
    timeZone: textAt(user, 'TimeZoneSidKey') ?? organization.timeZone,
    locale: textAt(user, 'LocaleSidKey') ?? organization.locale,
    language: textAt(user, 'LanguageLocaleKey') ?? organization.language
  };
}

function defaultProfileOf(result: GraphQLResult, kind: ExternalUserKind): string | null {
  return toAllowedProfiles(result).find((allowed) => allowed.isDefault && allowed.kind === kind)?.name ?? null;
}

function toKind(text: string | null): ExternalUserKind {
  return text?.toLowerCase() === 'partner' ? 'partner' : 'customer';
}
