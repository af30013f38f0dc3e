import { known, unknown, valueOr, type Fact } from './fact.ts';

export type ExternalUserKind = 'customer' | 'partner';

/** A record that a person can be led to. */
export interface RecordReference {
  readonly id: string;
  readonly name: string;
}

export interface AccountOwner extends RecordReference {
  readonly isActive: Fact<boolean>;
  /** Readable with View Roles and Role Hierarchy only; null is an owner without a role. */
  readonly roleId: Fact<string | null>;
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
  /** Absent (`notInOrg`) where person accounts are off. */
  readonly isPersonAccount: Fact<boolean>;
  /** Individual "Don't Process"; known false for a contact without an Individual. */
  readonly refusesProcessing: Fact<boolean>;
}

/** The user who already holds the contact; an inactive one holds it too. */
export interface ExistingUser extends RecordReference {
  readonly username: string;
  readonly email: string | null;
  readonly isActive: boolean;
  /** ISO 8601; null for a user who never logged in, or where it can't be read. */
  readonly lastLogin: string | null;
  readonly profileId: string | null;
  readonly profileName: string | null;
}

/** Seats of a user licence. Login-based licences count log-ins a month, not users. */
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
  /** Its users get a role in the account's part of the role hierarchy, so that a role level can be chosen for them. */
  readonly isRoleBased: boolean;
  /** One of Salesforce's own, which an org refuses for new users unless it allows them. */
  readonly isStandard: boolean;
  /** Active users of the profile: what is left to say where the licence can't be read. */
  readonly activeUsers: Fact<number>;
  /** The name of the site that the allow-list says it is a member of; null where no one said. */
  readonly siteName: string | null;
}

/** Where the profiles come from: the org's list, the allow-list in custom metadata, or the users there are already. */
export type ProfileSource = 'org' | 'allowList' | 'existingUsers';

export interface Site extends RecordReference {
  readonly isLive: boolean;
  readonly urlPathPrefix: string | null;
  readonly sendsWelcomeEmail: Fact<boolean>;
  /** The profile of those who register themselves, which is a member of the site; null for none. */
  readonly selfRegistrationProfileId: string | null;
  /** Known to let visitors make their own user. */
  readonly hasSelfRegistration: boolean;
}

/** From Organization; null where it is not readable. */
export interface OrgDefaults {
  readonly id: string | null;
  readonly timeZone: string | null;
  readonly locale: string | null;
  readonly language: string | null;
}

/** What the person in front of the screen may do. */
export interface RunningUser {
  /** Manage External Users (`ManagePartners`). */
  readonly managesExternalUsers: boolean;
  /** Manage Customer Users (`ManageCssUsers`). */
  readonly managesCustomerUsers: boolean;
  /** View Setup and Configuration (`ViewSetup`). */
  readonly viewsSetup: boolean;
  /** View All Users (`ViewAllUsers`). */
  readonly viewsAllUsers: boolean;
}

/** External_User_Setting__mdt; what has no record has a sensible value all the same. */
export interface Settings {
  /** Such as `{email}` or `{first}.{last}@{suffix}`. */
  readonly usernamePattern: string;
  readonly usernameSuffix: string;
  readonly nicknamePattern: string;
  readonly defaultKind: ExternalUserKind;
  /** Names of profiles; null for none. */
  readonly defaultProfile: Readonly<Record<ExternalUserKind, string | null>>;
  /** Whose time zone, locale and language a new user gets. */
  readonly localePolicy: 'organization' | 'runningUser';
}

/** The org's part of the facts, the same for every contact. */
export interface OrgFacts {
  readonly runningUser: RunningUser;
  readonly profiles: Fact<readonly ExternalProfile[]>;
  readonly profileSource: ProfileSource;
  readonly sites: Fact<readonly Site[]>;
  readonly settings: Fact<Settings>;
  /** Of the organization, or of the running user, as the settings say. */
  readonly defaults: OrgDefaults;
}

/** What one contact's prerequisites are judged by: its own part of the facts, and the org's. */
export interface Facts {
  /** Undefined until it is read. */
  readonly contact: ContactFacts | undefined;
  /** The user who holds the contact; known null for a contact without a user. */
  readonly user: Fact<ExistingUser | null>;
  readonly org: OrgFacts;
}

/** Names in use that begin as the draft's do, as far as this person can see users. */
export interface NamesInUse {
  readonly usernames: Fact<readonly string[]>;
  readonly nicknames: Fact<readonly string[]>;
}

/**
 * The kind of user a profile's `UserType` makes, or null for internal and guest profiles.
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
export function seesExternalUsers({ viewsAllUsers, managesExternalUsers }: RunningUser): boolean {
  return viewsAllUsers || managesExternalUsers;
}

/** A look-up that finds no user says nothing to a person from whom the org's sharing of users may hide the contact's. */
export function userAsSeen(user: Fact<ExistingUser | null>, runningUser: RunningUser): Fact<ExistingUser | null> {
  return valueOr(user, undefined) === null && !seesExternalUsers(runningUser) ? unknown('noAccess') : user;
}

/** Keys such as PID_Customer_Community_Login. Object Reference, "UserLicense", LicenseDefinitionKey [F-018]. */
export function isLoginLicense(licenseDefinitionKey: string): boolean {
  return licenseDefinitionKey.endsWith('_Login');
}

/** Seats that a new active user could take; a login-based licence has no such number, unless there is none of it at all. */
export function seatsLeft({ total, used, isLoginBased }: License): Fact<number> {
  if (isLoginBased) {
    return valueOr(total, null) === 0 ? known(0) : unknown('notInOrg');
  }
  if (total.kind === 'unknown') {
    return total;
  }
  return used.kind === 'unknown' ? used : known(Math.max(0, total.value - used.value));
}

/** Whether users of the profile's `UserType` get a role in the account's part of the role hierarchy (Help, role optimization). */
export function isRoleBased(userType: string): boolean {
  return userType === 'PowerCustomerSuccess' || userType === 'PowerPartner';
}
