import { isSiteMember } from '../effects/siteMembership.ts';
import { isBelow } from './roleHierarchy.ts';
import { isExternalUser } from '../effects/userTypes.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import type { Access } from './access.ts';

/**
 * Whether a user sees a record. The org-wide default of accounts and contacts is Public Read/Write, so only those objects
 * are listed whose page in the Object Reference has a rule of its own.
 */
export function canSeeRecord(world: World, user: StoredRecord, access: Access, record: StoredRecord): boolean {
  switch (world.schema.objectOfId(record.Id)?.apiName) {
    case 'User':
      return canSeeUser(world, user, access, record);
    case 'Profile':
      return canSeeProfile(world, user, access, record);
    case 'Network':
      return canSeeNetwork(world, user, access, record);
    case 'NetworkMember':
    case 'NetworkMemberGroup': {
      const network = world.records.find(textOf(record, 'NetworkId'));
      return network !== undefined && canSeeNetwork(world, user, access, network);
    }
    default:
      return true;
  }
}

/**
 * If the sharing of users is Private, a user sees the own record and users below in the role hierarchy; Manage External Users
 * shows external users, and View All Users (included in Manage Users) shows all.
 * Source: Salesforce Security Guide, "User Sharing Considerations" [F-024].
 */
function canSeeUser(world: World, user: StoredRecord, access: Access, other: StoredRecord): boolean {
  if (world.settings.userSharing !== 'private' || user.Id === other.Id) return true;
  if (SEE_ALL_USERS.some((permission) => access.has(permission))) return true;
  return (isExternalUser(world, other) && access.has('ManagePartners')) || isBelow(world.records, other, user);
}

const SEE_ALL_USERS: readonly string[] = ['ViewAllUsers', 'ManageUsers', 'ViewAllData', 'ModifyAllData'];

/** If Profile Filtering is on, other profiles are visible with View All Profiles only. Source: Object Reference, "Profile" [F-087]. */
function canSeeProfile(world: World, user: StoredRecord, access: Access, profile: StoredRecord): boolean {
  return !world.settings.profileFiltering || access.has('ViewAllProfiles') || textOf(user, 'ProfileId') === profile.Id;
}

/**
 * Source: Object Reference, "Network", Special Access Rules [F-027]: "Users without [Modify All Data, View All Data, or Create and
 * Set Up Experiences] see only the Preview or Published sites that they're members of": Status UnderConstruction and Live.
 */
function canSeeNetwork(world: World, user: StoredRecord, access: Access, network: StoredRecord): boolean {
  if (['ModifyAllData', 'ViewAllData', 'ManageNetworks'].some((permission) => access.has(permission))) return true;
  return textOf(network, 'Status') !== 'DownForMaintenance' && isSiteMember(world, user.Id, network.Id);
}
