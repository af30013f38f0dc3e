import { known, unknown, valueOr, type Fact } from './fact.ts';

export type ExternalUserKind = 'customer' | 'partner';

/** A record that a link can open. */
export interface RecordReference {
  readonly id: string;
  readonly name: string;
}

export interface AccountOwner extends RecordReference {
  readonly isActive: Fact<boolean>;
  /** Readable only with View Roles and Role Hierarchy; null if the owner has no role. */
  readonly roleId: Fact<string | null>;
  /** User.UserType, such as `Standard` or `PowerPartner`. */
  readonly userType: Fact<string>;
}

/** A contact and the external user who owns it. */
export interface OwnedContact extends RecordReference {
  readonly ownerName: string;
}

export interface ContactFacts {
  readonly id: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly account: Fact<RecordReference | null>;
  readonly owner: Fact<AccountOwner>;
  readonly isPartnerAccount: Fact<boolean>;
  /** A contact of the account that an external user owns; known null if none is seen. Absent if it wasn't asked for. */
  readonly externallyOwned?: Fact<OwnedContact | null>;
  /** How many active users of the account have a profile, by its id. Absent if it wasn't asked for. */
  readonly usersByProfile?: Fact<ReadonlyMap<string, number>>;
  /** `notInOrg` if person accounts are off. */
  readonly isPersonAccount: Fact<boolean>;
  /** Individual "Don't Process"; known false for a contact without an Individual. */
  readonly refusesProcessing: Fact<boolean>;
  /** Individual "Forget this Individual"; known false for a contact without an Individual. */
  readonly asksToBeForgotten: Fact<boolean>;
}

/** The user that the contact already has, active or not. */
export interface ExistingUser extends RecordReference {
  readonly username: string;
  readonly email: string | null;
  readonly isActive: boolean;
  /** ISO 8601; null if the user never logged in, or if it can't be read. */
  readonly lastLogin: string | null;
  readonly profileId: string | null;
  readonly profileName: string | null;
  /** User.UserType, such as `PowerPartner`. Null if it can't be read; absent if it wasn't asked for. */
  readonly userType?: string | null;
  /** Null if it can't be read; absent if it wasn't asked for. */
  readonly createdById?: string | null;
  readonly createdDate?: string | null;
}

/** The seats of a user license. A login-based one counts log-ins a month besides its seats [F-073]. */
export interface License {
  readonly id: string;
  readonly name: string;
  readonly total: Fact<number>;
  readonly used: Fact<number>;
  readonly isLoginBased: boolean;
}

export interface ExternalProfile {
  readonly id: string;
  readonly name: string;
  readonly kind: ExternalUserKind;
  readonly license: Fact<License>;
  /** True if its users get a role below the account's owner, so that the form offers a role level. */
  readonly isRoleBased: boolean;
  /** True for a standard profile, which an org refuses for new users unless its settings allow it. */
  readonly isStandard: boolean;
  /** Active users of the profile, shown if the license can't be read. */
  readonly activeUsers: Fact<number>;
  /** The site that External_User_Profile__mdt names for the profile; null if it names none. */
  readonly siteName: string | null;
  /** What an administrator read of that site; null if the settings have no date. */
  readonly siteReading: SiteReading | null;
}

/** The site of a profile as External_User_Profile__mdt says it, for persons who can't see sites. */
export interface SiteReading {
  /** Null while the site isn't live, or if there is no site. */
  readonly loginUrl: string | null;
  readonly sendsWelcomeEmail: boolean;
  /** The day of the reading, such as 2026-11-30. */
  readonly readOn: string;
}

/** Where the profiles come from: the org's list, the allow-list in custom metadata, or existing users. */
export type ProfileSource = 'org' | 'allowList' | 'existingUsers';

export interface Site extends RecordReference {
  readonly isLive: boolean;
  readonly urlPathPrefix: string | null;
  readonly sendsWelcomeEmail: Fact<boolean>;
  /** The profile that self-registration assigns, which is a member of the site; null if it assigns nothing. */
  readonly selfRegistrationProfileId: string | null;
  /** True if the site is known to let visitors register. */
  readonly hasSelfRegistration: boolean;
}

/** Read from Organization; null for a field that can't be read. */
export interface OrgDefaults {
  readonly id: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly language: string | null;
}

/** The permissions of the running user. */
export interface RunningUser {
  /** Manage External Users (`ManagePartners`). */
  readonly managesExternalUsers: boolean;
  /** Manage Customer Users (`ManageCssUsers`). */
  readonly managesCustomerUsers: boolean;
  /** View Setup and Configuration (`ViewSetup`). */
  readonly viewsSetup: boolean;
  /** View All Users (`ViewAllUsers`). */
  readonly viewsAllUsers: boolean;
  /** View All Profiles (`ViewAllProfiles`). */
  readonly viewsAllProfiles: boolean;
  /** View All Data, Modify All Data or Create and Set Up Experiences [F-027]. */
  readonly seesAllSites: boolean;
}

/** External_User_Setting__mdt; an org without a record gets `defaultSettings`. */
export interface Settings {
  /** For example `{email}` or `{first}.{last}@{suffix}`. */
  readonly usernamePattern: string;
  readonly usernameSuffix: string;
  readonly nicknamePattern: string;
  readonly defaultKind: ExternalUserKind;
  /** Names of profiles; null if the settings name none. */
  readonly defaultProfile: Readonly<Record<ExternalUserKind, string | null>>;
  /** Where a new user's time zone, locale and language come from. */
  readonly localePolicy: 'organization' | 'runningUser';
}

/** The facts about the org, which are the same for every contact. */
export interface OrgFacts {
  readonly runningUser: RunningUser;
  readonly profiles: Fact<readonly ExternalProfile[]>;
  readonly profileSource: ProfileSource;
  readonly sites: Fact<readonly Site[]>;
  readonly settings: Fact<Settings>;
  /** Taken from the organization or the running user; `localePolicy` decides. */
  readonly defaults: OrgDefaults;
}

/** The facts that the prerequisites of one contact depend on. */
export interface Facts {
  /** Undefined until the contact is read. */
  readonly contact: ContactFacts | undefined;
  /** The contact's user; known null if it has none. */
  readonly user: Fact<ExistingUser | null>;
  readonly org: OrgFacts;
}

/**
 * The kind of user that belongs to a profile's `UserType`, or null for internal and guest profiles.
 * Object reference, Profile.UserType: CspLitePortal and PowerCustomerSuccess are customers, PowerPartner partners.
 */
export function kindOfUserType(userType: string): ExternalUserKind | null {
  switch (userType) {
    case 'CspLitePortal':
    case 'PowerCustomerSuccess':
    case 'CustomerSuccess':
      return 'customer';
    case 'PowerPartner':
      return 'partner';
    default:
      return null;
  }
}

/** Either permission shows every external user. Salesforce Security Guide, "User Sharing Considerations" [F-024]. */
export function seesExternalUsers({
  viewsAllUsers,
  managesExternalUsers
}: Pick<RunningUser, 'viewsAllUsers' | 'managesExternalUsers'>): boolean {
  return viewsAllUsers || managesExternalUsers;
}

/** No user found becomes unknown if sharing may hide the contact's user from the running user. */
export function userAsSeen(user: Fact<ExistingUser | null>, runningUser: RunningUser): Fact<ExistingUser | null> {
  return valueOr(user, undefined) === null && !seesExternalUsers(runningUser) ? unknown('noAccess') : user;
}

/** No external profile becomes unknown if Profile Filtering may hide profiles. Object Reference, "Profile" [F-087]. */
export function profilesAsSeen(
  profiles: OrgFacts['profiles'],
  { viewsAllProfiles }: Pick<RunningUser, 'viewsAllProfiles'>
): OrgFacts['profiles'] {
  return valueOr(profiles, undefined)?.length === 0 && !viewsAllProfiles ? unknown('noAccess') : profiles;
}

/** No live site becomes unknown if there may be others. Object Reference, "Network", Special Access Rules [F-027]. */
export function sitesAsSeen(
  sites: OrgFacts['sites'],
  { seesAllSites }: Pick<RunningUser, 'seesAllSites'>
): OrgFacts['sites'] {
  const hasNoLive = sites.kind === 'known' && !sites.value.some(({ isLive }) => isLive);
  return hasNoLive && !seesAllSites ? unknown('noAccess') : sites;
}

/** Keys such as PID_Customer_Community_Login. Object Reference, "UserLicense", LicenseDefinitionKey [F-018]. */
export function isLoginLicense(licenseDefinitionKey: string): boolean {
  return licenseDefinitionKey.endsWith('_Login');
}

/** Key prefix of UserLicense. */
const USER_LICENSE = '100';

/**
 * Whether users of this license may have a permission set with that `LicenseId`: one of a user license is for users of that
 * license only. Object Reference, "PermissionSetAssignment", User Licenses [F-084].
 */
export function fitsLicense(licenseId: string, license: License | undefined): boolean {
  // A license that the settings name has no id. `LicenseId` may be of a permission set license, which asks for no user license.
  const own = license?.id ?? '';
  return own === '' || !licenseId.startsWith(USER_LICENSE) || licenseId === own;
}

/** Free seats for new active users. A login-based license has twenty seats for each log-in that was bought [F-073]. */
export function seatsLeft({ total, used }: License): Fact<number> {
  if (total.kind === 'unknown' || total.value === 0) {
    return total;
  }
  return used.kind === 'unknown' ? used : known(Math.max(0, total.value - used.value));
}

/** Whether fewer than one in ten seats are left. */
export function areSeatsShort(license: License): boolean {
  const [left, total] = [valueOr(seatsLeft(license), null), valueOr(license.total, 0)];
  return left !== null && left * 10 < total;
}

/** Whether users of this `UserType` get a role below the account's owner in the hierarchy (Help, role optimization). */
export function isRoleBased(userType: string): boolean {
  return userType === 'PowerCustomerSuccess' || userType === 'PowerPartner';
}
