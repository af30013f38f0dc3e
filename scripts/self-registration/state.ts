import type { NetworkFile } from '../shared/sf/network.ts';

/** What is known of the org and of what was done in it, step by step; ids and names are empty until they are known. */
export interface RegistrationState {
  readonly username: string;
  readonly site: SiteState;
  readonly profile: ProfileChoice;
  readonly account: AccountChoice;
  /** null where the site has no account for those who register. */
  readonly registration: Registration | null;
  readonly settings: NetworkFile;
  /** The profile was no member of the site before. */
  readonly isNewMember: boolean;
  /** What differs from what the org had, as lines of `- ` and `+ `. */
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

export interface SiteState {
  readonly id: string;
  readonly name: string;
  readonly isLive: boolean;
  readonly sendsWelcomeMail: boolean;
  readonly registers: boolean;
  readonly profileId: string;
  /** Where visitors go, without a trailing slash; empty where the org doesn't say. */
  readonly url: string;
}

export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  readonly userType: string;
  readonly license: string;
  readonly isStandard: boolean;
  /** null where the org doesn't say, or seats don't count. */
  readonly seatsLeft: number | null;
}

export interface AccountChoice {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly ownerIsActive: boolean;
  readonly ownerHasRole: boolean;
}

/** The site's NetworkSelfRegistration: there is one a site. */
export interface Registration {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Somebody set more than an account: a handler of the Configurable Self-Reg Page. */
  readonly hasHandler: boolean;
  /** OptionsDisableStandardRgstrComponent: the standard components of Aura and LWR sites register nobody. */
  readonly disablesComponents: boolean;
}

export const NOTHING_KNOWN: RegistrationState = {
  username: '',
  site: {
    id: '',
    name: '',
    isLive: false,
    sendsWelcomeMail: false,
    registers: false,
    profileId: '',
    url: ''
  },
  profile: { id: '', name: '', userType: '', license: '', isStandard: false, seatsLeft: null },
  account: { id: '', name: '', owner: '', ownerIsActive: false, ownerHasRole: false },
  registration: null,
  settings: { folder: '', path: '', text: '' },
  isNewMember: false,
  changes: [],
  warnings: []
};
