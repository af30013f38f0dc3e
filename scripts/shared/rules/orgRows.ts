import {
  isLoginLicense,
  isRoleBased,
  isStandardProfile,
  kindOfUserType,
  known,
  unknown,
  type ExternalProfile,
  type Fact,
  type License,
  type Site,
  type SiteReading
} from 'c/externalUserRules';
import { flagAt, numberAt, textAt, type Json } from 'sf-cli/json';

/** Turns rows of SOQL into facts of the rules, for each command that queries an org. */

/** A row of UserLicense with `Id, Name, LicenseDefinitionKey, TotalLicenses, UsedLicenses`. */
export function toLicense(row: Json): License {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    total: countOf(row, 'TotalLicenses'),
    used: countOf(row, 'UsedLicenses'),
    isLoginBased: isLoginLicense(textAt(row, 'LicenseDefinitionKey'))
  };
}

function countOf(row: Json, field: string): Fact<number> {
  const count = numberAt(row, field);
  return count === null ? unknown('noAccess') : known(count);
}

/** A row of Network with `Id, Name, Status, UrlPathPrefix, OptionsSendWelcomeEmail, SelfRegProfileId`; self-registration is optional. */
export function toSite(row: Json): Site {
  const sends = flagAt(row, 'OptionsSendWelcomeEmail');
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    isLive: textAt(row, 'Status') === 'Live',
    urlPathPrefix: textAt(row, 'UrlPathPrefix') || null,
    sendsWelcomeEmail: sends === null ? unknown('noAccess') : known(sends),
    selfRegistrationProfileId: textAt(row, 'SelfRegProfileId') || null,
    hasSelfRegistration: flagAt(row, 'OptionsSelfRegistrationEnabled') === true
  };
}

/** The fields of External_User_Profile__mdt that say where users of a profile log in. */
export const SITE_FIELDS = ['Site__c', 'Login_Url__c', 'Sends_Welcome_Email__c', 'Read_On__c'] as const;

/** What External_User_Profile__mdt says of a profile's site. Values without a day were not read, so that nobody relies on them. */
export interface SiteSettings {
  readonly siteName: string | null;
  readonly siteReading: SiteReading | null;
}

export const NO_SITE_SETTINGS: SiteSettings = { siteName: null, siteReading: null };

/** A row of External_User_Profile__mdt with SITE_FIELDS. */
export function toSiteSettings(row: Json): SiteSettings {
  const readOn = textAt(row, 'Read_On__c');
  return {
    siteName: textAt(row, 'Site__c') || null,
    siteReading:
      readOn === ''
        ? null
        : {
            loginUrl: textAt(row, 'Login_Url__c') || null,
            sendsWelcomeEmail: flagAt(row, 'Sends_Welcome_Email__c') === true,
            readOn
          }
  };
}

/** An external profile; an empty list for a profile of internal users. */
export function toExternalProfile(
  profile: { readonly id: string; readonly name: string; readonly userType: string },
  license: License | undefined,
  site: SiteSettings = NO_SITE_SETTINGS
): readonly ExternalProfile[] {
  const { id, name, userType } = profile;
  const kind = kindOfUserType(userType);
  return kind === null
    ? []
    : [
        {
          id,
          name,
          kind,
          license: license === undefined ? unknown('noAccess') : known(license),
          isRoleBased: isRoleBased(userType),
          isStandard: isStandardProfile(name),
          activeUsers: unknown('noAccess'),
          ...site
        }
      ];
}
