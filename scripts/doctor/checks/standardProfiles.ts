import { valueOr as factOr, type ExternalProfile } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { flagAt } from 'sf-cli/json';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Reading } from '../reading/reading.ts';

const say = findingsOf('standardProfiles', 'Standard profiles');

/**
 * Whether the org accepts standard external profiles for new users, which Digital Experiences settings decide; null for an
 * org without such profiles. Release notes, Spring '20; Metadata API, CommunitiesSettings.enableOotbProfExtUserOpsEnable.
 */
export function standardProfiles({ facts, communities }: Reading, links: Links): Finding | null {
  const profiles = factOr(facts.profiles, []);
  const standard = profiles.filter(({ isStandard }) => isStandard).map(({ name }) => name);
  const own = profiles.filter(({ isStandard }) => !isStandard);
  if (standard.length === 0) {
    return null;
  }
  const allowed = flagAt(valueOr(communities, null), 'enableOotbProfExtUserOpsEnable');
  const ownLicenses = own.map(licenseOf);
  const onlyStandard = [...new Set(profiles.map(licenseOf))].filter((license) => !ownLicenses.includes(license));
  const details = { facts: { allowed, standard, own: own.map(({ name }) => name), onlyStandard } };
  const link = links.setup('NetworkSettings');
  const fix = 'Clone one and use the clone, or allow standard external profiles in Digital Experiences settings.';
  if (allowed === true) {
    return say('pass', 'The org allows them for new users.', details);
  }
  if (own.length === 0) {
    return allowed === false
      ? say('blocked', 'The org refuses them for new users, and has no profiles of its own.', { ...details, fix, link })
      : say('warning', 'An org refuses them for new users unless it allows them, and there are no others.', {
          ...details,
          fix,
          link
        });
  }
  if (allowed === false) {
    const rest = onlyStandard.length === 0 ? '' : ` Licenses without such: ${listed(onlyStandard)}.`;
    return say('pass', `The org refuses them for new users, and has profiles of its own.${rest}`, details);
  }
  const reason = communities.kind === 'refused' ? ` (${reasonOf(communities)})` : '';
  return say('unknown', `Whether the org allows them for new users can’t be read${reason}.`, { ...details, link });
}

function licenseOf({ license }: ExternalProfile): string {
  return license.kind === 'known' ? license.value.name : 'unknown';
}
