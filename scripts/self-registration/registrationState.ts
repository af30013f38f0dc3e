import type { NetworkFile } from '../shared/sf/fetchNetwork.ts';

/** What is known of the org and of the changes after each step. Ids and names are empty until they are known. */
export interface RegistrationState {
  /** As the person names the org: its alias, or the username. */
  readonly orgName: string;
  readonly username: string;
  readonly site: SiteState;
  readonly profile: ProfileChoice;
  readonly account: AccountChoice;
  /** null if the site has no account for new contacts. */
  readonly registration: Registration | null;
  readonly settings: NetworkFile;
  /** Whether the command made the profile a member of the site. */
  readonly isNewMember: boolean;
  /** Lines that begin with `- ` or `+ `. */
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
  /** Without a trailing slash; empty if it is not known. */
  readonly url: string;
}

export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  readonly userType: string;
  readonly license: string;
  readonly isStandard: boolean;
  /** null if it is not known, or if the license has no limit. */
  readonly seatsLeft: number | null;
}

export interface AccountChoice {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly ownerIsActive: boolean;
  readonly ownerHasRole: boolean;
}

/** The NetworkSelfRegistration of a site, which has at most one. */
export interface Registration {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  /** Whether it names an Apex handler, which belongs to the Configurable Self-Reg Page. */
  readonly hasHandler: boolean;
  /** OptionsDisableStandardRgstrComponent: whether the standard components of Aura and LWR sites are switched off. */
  readonly disablesComponents: boolean;
}

export const NOTHING_KNOWN: RegistrationState = {
  orgName: '',
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
  settings: { folder: '', path: '', xml: '' },
  isNewMember: false,
  changes: [],
  warnings: []
};
