import { valueOr as factOr } from 'c/externalUserRules';
import { valueOr } from 'sf-cli/answer';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import { seesAllSites, type Reading } from '../reading/reading.ts';

const say = findingsOf('siteMembers', 'Site members');

/** Users can log in to sites that have their profile as a member (Salesforce Help, "Add Members to Your Experience Cloud Site" [F-085]). */
export function siteMembers(reading: Reading, links: Links): Finding {
  const { members, facts: org } = reading;
  if (members.kind === 'refused') {
    return say('unknown', `Members of sites can’t be read (${reasonOf(members)}).`);
  }
  if (org.profiles.kind === 'unknown' || reading.sites.kind === 'refused') {
    return say('unknown', 'Which profiles are members can’t be told: profiles or sites can’t be read.');
  }
  const live = valueOr(reading.sites, []).filter(({ isLive }) => isLive);
  const profiles = factOr(org.profiles, []).map(({ id, name }) => ({
    profile: name,
    liveSites: live
      .filter((site) => members.value.some((member) => member.siteId === site.id && member.id === id))
      .map((site) => site.name)
  }));
  const inside = profiles.filter(({ liveSites }) => liveSites.length > 0);
  const details = { facts: { profiles } };
  if (inside.length > 0) {
    return say('pass', `Members of a live site: ${listed(inside.map(({ profile }) => profile))}.`, details);
  }
  if (!seesAllSites(reading)) {
    return say(
      'unknown',
      'No external profile is a member of a live site that you see, and you don’t see all.',
      details
    );
  }
  return say('warning', 'No external profile is a member of a live site: its users could not log in.', {
    ...details,
    fix: 'Add a profile in a site’s Workspaces, Administration, Members.',
    link: links.setup('SetupNetworks')
  });
}
