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
  type Site
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

/** An external profile; an empty list for a profile of internal users. */
export function toExternalProfile(
  profile: { readonly id: string; readonly name: string; readonly userType: string },
  license: License | undefined,
  siteName: string | null
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
          siteName
        }
      ];
}
