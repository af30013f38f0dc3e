import type { Org } from '../../../engine/org/org.ts';
import { isTrue, textOf, type StoredRecord } from '../../../engine/storage/record.ts';

/** A field of the self-registration page. */
export type FormField =
  'firstName' | 'lastName' | 'email' | 'username' | 'nickname' | 'mobile' | 'password' | 'confirmation';

/** The self-registration settings of a site. */
export interface SelfRegistrationSettings {
  /** The account of new contacts; empty when visitors become person accounts. */
  readonly accountId: string;
  /** `OptionsDisableStandardRgstrComponent`: "self-registration flows that use these components don't work". */
  readonly isComponentDisabled: boolean;
  /** The fields that the form shows. */
  readonly shows: Readonly<Record<FormField, boolean>>;
}

/**
 * Reads the settings; null while self-registration is off [F-032]. Source: Object Reference, "Network", OptionsSelfRegistrationEnabled.
 * The options are those of the configurable page. They also replace the properties of the standard component, which are in the site's
 * page and are not kept here.
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
