import { isTrue, textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import type { Org } from '../../../engine/org/org.ts';

/** What the page of a site may ask of a visitor. */
export type FormField =
  'firstName' | 'lastName' | 'email' | 'username' | 'nickname' | 'mobile' | 'password' | 'confirmation';

/** How a site takes registrations. */
export interface SelfRegistrationSettings {
  /** Of the account under which visitors become contacts; empty where they become person accounts. */
  readonly accountId: string;
  /** `OptionsDisableStandardRgstrComponent`: "self-registration flows that use these components don't work". */
  readonly isComponentDisabled: boolean;
  /** What the form asks; a password twice. */
  readonly shows: Readonly<Record<FormField, boolean>>;
}

/**
 * Null while self-registration is off [F-032]. Source: Object Reference, "Network", OptionsSelfRegistrationEnabled. Its options
 * are those of the configurable page. The standard component has its own in the site's page, which the local org does not keep:
 * these stand for both.
 */
export function settingsOf(org: Org, site: StoredRecord): SelfRegistrationSettings | null {
  if (!isTrue(site, 'OptionsSelfRegistrationEnabled')) return null;
  const object = org.schema.object('NetworkSelfRegistration');
  const record = object === undefined ? undefined : org.where(object, 'NetworkId', site.Id)[0];
  const has = (option: string): boolean => record !== undefined && isTrue(record, option);
  return {
    accountId: record === undefined ? '' : textOf(record, 'AccountId'),
    isComponentDisabled: has('OptionsDisableStandardRgstrComponent'),
    shows: {
      firstName: true,
      lastName: true,
      email: true,
      username: has('OptionsShowUsername'),
      nickname: has('OptionsShowNickname'),
      mobile: has('OptionsShowMobilePhone'),
      password: has('OptionsIncludePassword'),
      confirmation: has('OptionsIncludePassword')
    }
  };
}
