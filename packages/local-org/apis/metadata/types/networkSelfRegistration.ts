import { isExternalType } from '../../../engine/effects/userTypes.ts';
import { textOf, type Fields, type StoredRecord } from '../../../engine/storage/record.ts';
import type { World } from '../../../engine/world/world.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { membersAfter } from './networkMembers.ts';
import { profileRecord } from './profile.ts';

/**
 * Checks the self-registration of a Network file. The text about the member profile is an org's, from
 * forcedotcom/commerce-on-lightning#194 [F-031]. The other two texts are ours: Object Reference, "Network", says only that it is for
 * "users with External Identity, Community, Customer Portal, or partner portal licenses", and that they get this profile.
 */
export function selfRegistrationProblems(xml: XmlElement, site: StoredRecord, world: World): Problem[] {
  const given = childOf(xml, 'selfRegProfile');
  if (given === undefined) {
    const on = childOf(xml, 'selfRegistration');
    const hasProfile = textOf(site, 'SelfRegProfileId') !== '';
    return on?.text.trim() === 'true' && !hasProfile
      ? [{ problem: 'Error: Select a profile for self-registration.', ...on.start }]
      : [];
  }
  const name = given.text.trim();
  const profile = profileRecord(world, name);
  const problem =
    profile === undefined
      ? missingReference('selfRegProfile', 'Profile', name)
      : !membersAfter(xml, site, world).has(profile.Id)
        ? 'Error: You can only select profiles that are associated with the experience.'
        : !isExternalType(textOf(profile, 'UserType'))
          ? 'Error: You can only select profiles that are associated with an external user license.'
          : null;
  return problem === null ? [] : [{ problem, ...given.start }];
}

/** The profile for self-registration as a field of the record; empty when the file names no profile. */
export function selfRegistrationFields(xml: XmlElement, world: World): Fields {
  const profile = profileRecord(world, textOfChild(xml, 'selfRegProfile'));
  return profile === undefined ? {} : { SelfRegProfileId: profile.Id };
}
