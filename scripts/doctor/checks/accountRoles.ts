import { flagAt } from 'sf-cli/json';
import { findingsOf, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';

const say = findingsOf('accountRoles', 'Roles of accounts');

const PORTAL_ROLES = "SELECT COUNT() FROM UserRole WHERE PortalType IN ('CustomerPortal', 'Partner')";

/**
 * Whether users with roles share one while they are the only user of their account, and how many roles accounts have. The setting
 * is read by Metadata API, which takes Modify Metadata; no API says how many roles the org may have [F-150], [F-153].
 */
export async function accountRoles(org: Org, links: Links): Promise<Finding> {
  const [settings, roles] = await Promise.all([
    org.readMetadata('SharingSettings', 'Sharing'),
    org.query(PORTAL_ROLES)
  ]);
  const link = links.setup('SecuritySharing');
  const total = roles.kind === 'known' ? roles.value.total : null;
  const lines = [
    `${total === null ? 'How many roles accounts have can’t be read' : `Roles of accounts: ${String(total)}`}; Setup, System Overview shows how many the org may have`
  ];
  if (settings.kind === 'refused') {
    return say('unknown', `Account Role Optimization can’t be read (${reasonOf(settings)}).`, {
      fix: 'Somebody with Modify Metadata can read it; Setup, Sharing Settings shows it.',
      link,
      facts: { optimized: null, roles: total },
      lines
    });
  }
  const optimized = flagAt(settings.value, 'enableAccountRoleOptimization');
  const details = { link, facts: { optimized, roles: total }, lines };
  switch (optimized) {
    case true:
      return say(
        'pass',
        'Account Role Optimization is on: an account’s only user with a role shares it. One person owns at most 50,000 such accounts.',
        details
      );
    case false:
      return say(
        'pass',
        'Account Role Optimization is off: the first user with a role makes up to three roles for its account.',
        details
      );
    case null:
      return say('unknown', 'The org doesn’t say whether Account Role Optimization is on.', details);
  }
}
