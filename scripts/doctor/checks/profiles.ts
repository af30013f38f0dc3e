import { valueOr as factOr, type ExternalProfile } from 'c/externalUserRules';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('profiles', 'External profiles');

/** The external profiles, by license. */
export function profiles(reading: Reading, links: Links): Finding {
  const found = factOr(reading.facts.profiles, []);
  const standard = found.filter(({ isStandard }) => isStandard).length;
  const byLicense = groupByLicense(found);
  const details = {
    facts: {
      profiles: found.map((profile) => ({
        name: profile.name,
        license: licenseOf(profile),
        kind: profile.kind,
        isStandard: profile.isStandard
      }))
    },
    lines: [...byLicense].map(
      ([license, names]) =>
        `${license}: ${names.map(({ name, isStandard }) => (isStandard ? `${name} (standard)` : name)).join(', ')}`
    )
  };
  switch (ruleFinding(reading, 'profiles')?.code) {
    case 'profilesFound':
      return say('pass', `The org’s own: ${found.length - standard}; standard ones: ${standard}.`, details);
    case 'profileMissing':
      return say('blocked', 'There is no profile that makes an external user.', {
        ...details,
        fix: 'Enable Digital Experiences, buy an external license, then clone its profile.',
        link: links.setup('EnhancedProfiles')
      });
    default:
      return say(
        'unknown',
        reading.profiles.kind === 'refused'
          ? `Profiles can’t be read (${reasonOf(reading.profiles)}).`
          : 'You may see no profile but your own: that takes View Setup and Configuration.',
        details
      );
  }
}

function groupByLicense(profiles: readonly ExternalProfile[]): ReadonlyMap<string, readonly ExternalProfile[]> {
  const groups = new Map<string, ExternalProfile[]>();
  for (const profile of profiles) {
    const license = licenseOf(profile) ?? 'License unknown';
    groups.set(license, [...(groups.get(license) ?? []), profile]);
  }
  return groups;
}

function licenseOf({ license }: ExternalProfile): string | null {
  return license.kind === 'known' ? license.value.name : null;
}
