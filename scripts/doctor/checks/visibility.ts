import { findingsOf, type Finding } from '../finding.ts';
import { ruleFinding, type Reading } from '../reading/reading.ts';

const say = findingsOf('visibility', 'Seeing new users');

/** Salesforce Security Guide, "User Sharing Considerations" [F-024]: Manage External Users and View All Users open more than the org's sharing of users does. */
export function visibility(reading: Reading): Finding {
  const { ViewAllUsers, ManagePartners } = reading.permissions;
  const facts = { viewsAllUsers: ViewAllUsers, managesExternalUsers: ManagePartners };
  const isKnown = ViewAllUsers !== null && ManagePartners !== null;
  return isKnown && ruleFinding(reading, 'visibility')?.code === 'newUserVisible'
    ? say('pass', 'You see the external users that you create.', { facts })
    : say('unknown', 'It depends on the org’s sharing of users whether you see one that you just created.', { facts });
}
