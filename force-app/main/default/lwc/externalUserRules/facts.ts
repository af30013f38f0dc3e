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
}

/** The user who already holds the contact; an inactive one holds it too. */
export interface ExistingUser extends RecordReference {
  readonly username: string;
  readonly isActive: boolean;
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
}

export interface Site extends RecordReference {
  readonly isLive: boolean;
  readonly urlPathPrefix: string | null;
  readonly sendsWelcomeEmail: Fact<boolean>;
}

/** From Organization; null where it is not readable. */
export interface OrgDefaults {
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
}

export interface OrgFacts {
  readonly runningUser: RunningUser;
  readonly existingUser: Fact<ExistingUser | null>;
  readonly profiles: Fact<readonly ExternalProfile[]>;
  readonly sites: Fact<readonly Site[]>;
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
