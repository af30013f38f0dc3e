import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** The external user types, and the kind of account role that their users get. Source: Object Reference, "User", UserType [F-064]. */
const EXTERNAL: Readonly<Record<string, 'Partner' | 'CustomerPortal' | 'none'>> = {
  PowerPartner: 'Partner',
  PowerCustomerSuccess: 'CustomerPortal',
  CustomerSuccess: 'CustomerPortal',
  CspLitePortal: 'none'
};

/** The user type that a profile gives; `Standard` for a profile that names none. */
export function userTypeOf(world: World, profileId: string): string {
  const profile = world.records.find(profileId);
  return (profile === undefined ? '' : textOf(profile, 'UserType')) || 'Standard';
}

/** Whether users of this type are external: they need a contact and live in sites. */
export function isExternalType(userType: string): boolean {
  return userType in EXTERNAL;
}

/** Whether a user's profile is external. */
export function isExternalUser(world: World, user: StoredRecord): boolean {
  return isExternalType(userTypeOf(world, textOf(user, 'ProfileId')));
}

/** UserRole.PortalType of the roles that users of this type get; null for high-volume and internal users, who get none. */
export function portalTypeOf(userType: string): 'Partner' | 'CustomerPortal' | null {
  const portalType = EXTERNAL[userType];
  return portalType === undefined || portalType === 'none' ? null : portalType;
}
