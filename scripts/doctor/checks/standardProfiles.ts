import { valueOr as factOr } from 'c/externalUserRules';
import { flagAt, reasonOf, valueOr } from '../answers.ts';
import { findingsOf, listed, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Reading } from '../reading/reading.ts';

const say = findingsOf('standardProfiles', 'Standard profiles');

/**
 * Release notes, Spring '20: standard external profiles make no user, unless Digital Experiences settings allow it;
 * Metadata API, CommunitiesSettings.enableOotbProfExtUserOpsEnable.
 */
export function standardProfiles({ facts, communities }: Reading, links: Links): Finding | null {
  const profiles = factOr(facts.profiles, []);
  const standard = profiles.filter(({ isStandard }) => isStandard).map(({ name }) => name);
  const own = profiles.filter(({ isStandard }) => !isStandard);
  if (standard.length === 0) {
    return null;
  }
  const allowed = flagAt(valueOr(communities, null), 'enableOotbProfExtUserOpsEnable');
  const details = {
    facts: { allowed, standard, own: own.map(({ name }) => name) },
    link: links.setup('NetworkSettings')
  };
  const names = listed(standard);
  const clone =
    'Clone a standard profile and use the clone, or allow “standard external profiles” in Digital Experiences settings.';
  if (allowed === true) {
    return say('pass', `The org allows them for new users: ${names}.`, { facts: details.facts });
  }
  if (own.length === 0) {
    return allowed === false
      ? say('blocked', `The org refuses them for new users, and has no others: ${names}.`, { ...details, fix: clone })
      : say('warning', `There are no others than ${names}, which an org refuses for new users unless it allows them.`, {
          ...details,
          fix: clone
        });
  }
  if (allowed === false) {
    return say('pass', `Refused for new users, as by default; the org has profiles of its own. Standard: ${names}.`, {
      facts: details.facts
    });
  }
  const reason = communities.kind === 'refused' ? ` (${reasonOf(communities)})` : '';
  return say('unknown', `Whether new users may have them can’t be read${reason}: ${names}.`, details);
}
