import { newRecord } from './newRecord.ts';
import { isTrue, textOf, type StoredRecord } from '../storage/record.ts';
import { standardObject, type World } from '../world/world.ts';

/** Whether the user has a NetworkMember record for the site. */
export function isSiteMember(world: World, userId: string, networkId: string): boolean {
  return membershipsOf(world, userId).some((member) => textOf(member, 'NetworkId') === networkId);
}

/** The user's NetworkMember records. */
export function membershipsOf(world: World, userId: string): StoredRecord[] {
  return world.records.where('NetworkMember', 'MemberId', userId);
}

/**
 * Updates the user's NetworkMember records after a change of profile or permission sets. Returns the ids of the sites that
 * the user joined. New users of a member profile become members; an inactive user stays a member, but joins no site.
 * Source: Object Reference, "NetworkMemberGroup"; Salesforce Help, "Add Members to Your Experience Cloud Site" [F-085].
 */
export function updateMemberships(world: World, user: StoredRecord): string[] {
  const object = world.schema.object('NetworkMember');
  if (object === undefined) return [];
  const wanted = new Set(sitesFor(world, user));
  const present = membershipsOf(world, user.Id);
  for (const member of present) {
    if (!wanted.has(textOf(member, 'NetworkId'))) world.records.remove(object, member.Id);
  }
  if (!isTrue(user, 'IsActive')) return [];
  const joined = [...wanted].filter((id) => !present.some((member) => textOf(member, 'NetworkId') === id));
  for (const networkId of joined) {
    const member = newRecord(world, object, world.systemUserId, { NetworkId: networkId, MemberId: user.Id });
    world.records.save(object, member);
  }
  return joined;
}

/** Sets AssignmentStatus to Added, as the platform does once it has processed the group. Source: Object Reference, "NetworkMemberGroup". */
export function markMemberGroupAdded(world: World, group: StoredRecord): void {
  world.records.save(standardObject(world, 'NetworkMemberGroup'), { ...group, AssignmentStatus: 'Added' });
}

/** The users who have the profile or permission set of a member group. */
export function usersOfMemberGroup(world: World, group: StoredRecord): StoredRecord[] {
  const parentId = textOf(group, 'ParentId');
  const assigned = world.records
    .where('PermissionSetAssignment', 'PermissionSetId', parentId)
    .flatMap((assignment) => world.records.find(textOf(assignment, 'AssigneeId')) ?? []);
  return [...world.records.where('User', 'ProfileId', parentId), ...assigned];
}

function sitesFor(world: World, user: StoredRecord): string[] {
  const permissionSets = world.records
    .where('PermissionSetAssignment', 'AssigneeId', user.Id)
    .map((assignment) => textOf(assignment, 'PermissionSetId'));
  return [textOf(user, 'ProfileId'), ...permissionSets]
    .flatMap((parentId) => world.records.where('NetworkMemberGroup', 'ParentId', parentId))
    .map((group) => textOf(group, 'NetworkId'));
}
