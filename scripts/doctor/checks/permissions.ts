import { findingsOf, type Finding, type Status } from '../finding.ts';
import type { Links } from '../links.ts';
import { PERMISSIONS, USEFUL, type PermissionName } from '../reading/permissions.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('permissions', 'Your permissions');

/** Without these the action still works, but knows less [F-015]. */
const VIEWING: readonly PermissionName[] = ['ViewSetup', 'ViewRoles'];

/** The permissions of the current user. The action checks the same ones when it is opened. */
export function permissions(reading: Reading, links: Links): Finding {
  const held = reading.permissions;
  const missing = VIEWING.filter((name) => held[name] === false).map((name) => PERMISSIONS[name]);
  const [status, cause] = verdict(reading, missing);
  const isGood = status === 'pass' || status === 'unknown';
  return say(status, cause, {
    fix: isGood ? null : 'Assign yourself the permission set External User Enabler, or have an administrator do it.',
    link: isGood ? null : links.setup('PermSets'),
    facts: { permissions: held },
    lines: USEFUL.map((name) => `${PERMISSIONS[name]}: ${wordOf(held[name])}`)
  });
}

function verdict(reading: Reading, missing: readonly string[]): readonly [Status, string] {
  if (reading.permissions.ManagePartners === null) {
    return ['unknown', 'What you may do can’t be read (UserPermissionAccess).'];
  }
  switch (ruleFinding(reading, 'permission')?.code) {
    case 'permissionMissing':
      return ['blocked', 'You hold neither Manage External Users nor Manage Customer Users.'];
    case 'permissionCustomersOnly':
      return ['warning', 'You may create customer users only: that takes Manage External Users.'];
    default:
      return missing.length === 0
        ? ['pass', 'You may create external users, and see what they need.']
        : ['warning', `You may create external users, but lack ${missing.join(' and ')}.`];
  }
}

function wordOf(held: boolean | null): string {
  if (held === null) return 'unknown';
  return held ? 'yes' : 'no';
}

/**
 * Whether the user sees new users. Manage External Users and View All Users open more than the org's user sharing
 * (Salesforce Security Guide, "User Sharing Considerations" [F-024]).
 */
export function visibility(reading: Reading): Finding {
  const say = findingsOf('visibility', 'Seeing new users');
  const { ViewAllUsers, ManagePartners } = reading.permissions;
  const facts = { viewsAllUsers: ViewAllUsers, managesExternalUsers: ManagePartners };
  const isKnown = ViewAllUsers !== null && ManagePartners !== null;
  return isKnown && ruleFinding(reading, 'visibility')?.code === 'newUserVisible'
    ? say('pass', 'You see the external users that you create.', { facts })
    : say('unknown', 'It depends on the org’s sharing of users whether you see one that you just created.', { facts });
}
