import { isSiteMember } from '../effects/siteMembership.ts';
import { isBelow } from './roleHierarchy.ts';
import { isExternalUser } from '../effects/userTypes.ts';
import { textOf, type StoredRecord } from '../storage/record.ts';
import type { World } from '../world/world.ts';
import type { Access } from './access.ts';

/**
 * Whether a user sees a record at all. Sharing of accounts and contacts is the org-wide default Public Read/Write;
 * what remains are the objects whose pages name a rule of their own.
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
 * Source: Salesforce Security Guide, "User Sharing Considerations" [F-024]: with Private, one sees oneself, those below in the role
 * hierarchy, external users with Manage External Users, and everybody with View All Users, which Manage Users includes.
 */
function canSeeUser(world: World, user: StoredRecord, access: Access, other: StoredRecord): boolean {
  if (world.settings.userSharing !== 'private' || user.Id === other.Id) return true;
  if (SEE_ALL_USERS.some((permission) => access.has(permission))) return true;
  return (isExternalUser(world, other) && access.has('ManagePartners')) || isBelow(world.records, other, user);
}

const SEE_ALL_USERS: readonly string[] = ['ViewAllUsers', 'ManageUsers', 'ViewAllData', 'ModifyAllData'];

/** With Profile Filtering on, the names of other profiles need View All Profiles. Source: Object Reference, "Profile" [F-087]. */
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
