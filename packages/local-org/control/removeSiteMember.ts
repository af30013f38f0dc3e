import type { Person } from '../engine/access/person.ts';
import type { Org } from '../engine/org/org.ts';

/**
 * Removes a profile or permission set from the members of a site, as Experience Workspaces → Members does. NetworkMemberGroup
 * can't be deleted by an API; only a deploy of the whole Network leaves one out. Returns why it was not done, or null. The texts
 * are ours.
 */
export function removeSiteMember(org: Org, person: Person, networkId: string, parentId: string): string | null {
  const object = org.schema.object('NetworkMemberGroup');
  if (!org.access(person).has('ManageNetworks')) return 'Removing a member takes Create and Set Up Experiences.';
  const group = object && org.where(object, 'NetworkId', networkId).find(({ ParentId }) => ParentId === parentId);
  if (object === undefined || group === undefined) return 'Select a member of this site.';
  org.metadata.transact(person, new Map(), ({ world }) => {
    world.records.remove(object, group.Id);
    return true;
  });
  return null;
}
