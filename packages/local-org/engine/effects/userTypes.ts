import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';

/** The external user types, and the portal type of their users' roles. Source: Object Reference, "User", UserType [F-064]. */
const EXTERNAL: Readonly<Record<string, 'Partner' | 'CustomerPortal' | 'none'>> = {
  PowerPartner: 'Partner',
  PowerCustomerSuccess: 'CustomerPortal',
  CustomerSuccess: 'CustomerPortal',
  CspLitePortal: 'none'
};

/** The user type of a profile's users; `Standard` if the profile has no user type. */
export function userTypeOf(world: World, profileId: string): string {
  const profile = world.records.find(profileId);
  return (profile === undefined ? '' : textOf(profile, 'UserType')) || 'Standard';
}

/** Whether users of this type are external: they have a contact and log in to sites. */
export function isExternalType(userType: string): boolean {
  return userType in EXTERNAL;
}

/** Whether the profile of the user is for external users. */
export function isExternalUser(world: World, user: StoredRecord): boolean {
  return isExternalType(userTypeOf(world, textOf(user, 'ProfileId')));
}

/** The UserRole.PortalType of the roles of this user type; null for high-volume and internal users, who have no account role. */
export function portalTypeOf(userType: string): 'Partner' | 'CustomerPortal' | null {
  const portalType = EXTERNAL[userType];
  return portalType === undefined || portalType === 'none' ? null : portalType;
}
