import { valueOr } from 'sf-cli/answer';
import { flagAt } from 'sf-cli/json';
import { findingsOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('experiences', 'Digital Experiences');

/** Without Digital Experiences the org has no sites and no external users. */
export function experiences(reading: Reading, links: Links): Finding {
  // Needs Customize Application or Modify Metadata (Metadata API, CommunitiesSettings).
  const setting = flagAt(valueOr(reading.communities, null), 'enableNetworksEnabled');
  const facts = { enabled: setting };
  const link = links.setup('NetworkSettings');
  switch (ruleFinding(reading, 'site')?.code) {
    case 'experiencesOff':
      return say('blocked', 'Off: the org has no sites, and no external users.', {
        fix: 'Enable Digital Experiences in Setup, Digital Experiences, Settings.',
        link,
        facts: { enabled: setting ?? false }
      });
    case 'sitesHidden':
    case undefined:
      if (reading.sites.kind === 'known') return say('pass', 'On.', { facts: { enabled: true } });
      return setting === null
        ? say('unknown', 'You can’t read sites, nor the setting.', { link, facts })
        : say(setting ? 'pass' : 'blocked', setting ? 'On.' : 'Off.', { link: setting ? null : link, facts });
    default:
      return say('pass', 'On.', { facts: { enabled: true } });
  }
}
