import type { Person } from '../engine/access/person.ts';
import type { Org } from '../engine/org/org.ts';

/**
 * Clones a profile with everything that it grants, as Setup → Profiles does. No API can: one that creates a profile gives it no
 * rights. Returns why it was not done, or null. Source: Salesforce Help, "Create or Clone Profiles"; the texts are ours.
 */
export function cloneProfile(org: Org, person: Person, profileId: string, name: string): string | null {
  const object = org.schema.object('Profile');
  const profile = org.find(profileId);
  if (!org.access(person).has('ManageProfilesPermissionsets'))
    return 'Cloning takes Manage Profiles and Permission Sets.';
  if (object === undefined || profile === undefined || org.schema.objectOfId(profileId) !== object) {
    return 'Select an existing profile.';
  }
  if (name === '') return 'Enter a profile name.';
  if (name.length > MOST_CHARACTERS) return `A profile name has at most ${String(MOST_CHARACTERS)} characters.`;
  if (org.where(object, 'Name', name).length > 0) return `The profile name ${name} is already in use.`;
  org.metadata.transact(person, new Map(), (transaction) => {
    const { UserLicenseId = null, UserType = null } = profile;
    const clone = transaction.saveRecord(object, undefined, { Name: name, UserLicenseId, UserType });
    transaction.world.metadata.grant(clone.Id, transaction.world.grants.get(profile.Id) ?? null);
    return true;
  });
  return null;
}

/** The length of Profile.Name. */
const MOST_CHARACTERS = 255;
