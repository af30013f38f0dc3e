import { findingsOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';

const say = findingsOf('deliverability', 'Deliverability');

/** No API names the access level of Setup, Deliverability. */
export function deliverability(links: Links): Finding {
  return say(
    'unknown',
    'No API says whether the org sends email. Sandboxes and scratch orgs start with system email only.',
    {
      fix: 'Look at Access to Send Email: welcome mail takes “All email”.',
      link: links.setup('OrgEmailSettings')
    }
  );
}
