import { seatsLeft, isStandardProfile, valueOr } from 'c/externalUserRules';
import { flagAt, isJson, listAt, textAt, valueAt, type Json } from 'sf-cli/json';
import { toLicense } from '../shared/rules/orgRows.ts';
import type { AccountChoice, ProfileChoice, Registration, SiteState } from './registrationState.ts';

/** The queries of the steps, and what the steps take from the rows. */

export const SITES =
  'SELECT Id, Name, Status, OptionsSendWelcomeEmail, OptionsSelfRegistrationEnabled, SelfRegProfileId FROM Network ORDER BY Name';

/** Includes the site's own settings of self-registration, so that one query answers everything. */
export const REGISTRATIONS =
  'SELECT Id, NetworkId, AccountId, Account.Name, ApexHandlerId, OptionsDisableStandardRgstrComponent, ' +
  'Network.OptionsSelfRegistrationEnabled, Network.SelfRegProfileId FROM NetworkSelfRegistration';

export const PROFILES =
  'SELECT Id, Name, UserType, UserLicense.Id, UserLicense.Name, UserLicense.LicenseDefinitionKey, ' +
  'UserLicense.TotalLicenses, UserLicense.UsedLicenses FROM Profile ORDER BY Name';

export const ACCOUNTS = 'SELECT Id, Name, Owner.Name, Owner.IsActive, Owner.UserRoleId FROM Account';

export function toSiteState(row: Json): Omit<SiteState, 'url'> {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    isLive: textAt(row, 'Status') === 'Live',
    sendsWelcomeMail: flagAt(row, 'OptionsSendWelcomeEmail') === true,
    registers: flagAt(row, 'OptionsSelfRegistrationEnabled') === true,
    profileId: textAt(row, 'SelfRegProfileId')
  };
}

export function toProfileChoice(row: Json): ProfileChoice {
  const span = valueAt(row, 'UserLicense');
  const license = toLicense(isJson(span) ? span : {});
  const total = valueOr(license.total, 0);
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    userType: textAt(row, 'UserType'),
    license: license.name,
    isStandard: isStandardProfile(textAt(row, 'Name')),
    // Salesforce's own set-up scripts read -1 as a license without a limit.
    seatsLeft: total < 0 ? null : valueOr(seatsLeft(license), null)
  };
}

export function toAccountChoice(row: Json): AccountChoice {
  return {
    id: textAt(row, 'Id'),
    name: textAt(row, 'Name'),
    owner: textAt(row, 'Owner', 'Name'),
    ownerIsActive: flagAt(row, 'Owner', 'IsActive') === true,
    ownerHasRole: textAt(row, 'Owner', 'UserRoleId') !== ''
  };
}

export function toRegistration(row: Json): Registration {
  return {
    id: textAt(row, 'Id'),
    accountId: textAt(row, 'AccountId'),
    accountName: textAt(row, 'Account', 'Name'),
    hasHandler: textAt(row, 'ApexHandlerId') !== '',
    disablesComponents: flagAt(row, 'OptionsDisableStandardRgstrComponent') === true
  };
}

/** The address of a site in an answer of Connect REST API; empty if it is not there. */
export function siteUrl(communities: unknown, siteId: string): string {
  const site = listAt(communities, 'body', 'communities').find((one) => textAt(one, 'id') === siteId);
  return textAt(site, 'siteUrl').replace(/(?<!\/)\/+$/u, '');
}
