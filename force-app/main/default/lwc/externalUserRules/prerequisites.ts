import { findContactFindings } from './contactFindings.ts';
import { seesExternalUsers, type Facts, type OrgFacts } from './facts.ts';
import { finding, judge, pending, setUp, type Finding } from './finding.ts';
import { findProfileFindings } from './profileFindings.ts';
import { areExperiencesOff, awaits, findSiteFindings } from './siteFindings.ts';

/**
 * Checks the prerequisites of both kinds of external user, in the order in which a person would clear them. A check whose
 * answer is still to come is listed as `pending`, so that no line moves while answers arrive.
 */
export function findPrerequisites(facts: Facts): readonly Finding[] {
  const { contact, org } = facts;
  return [
    permission(org),
    ...(areExperiencesOff(facts) ? [] : [existingUser(facts)]),
    ...findContactFindings(contact),
    ...findSiteFindings(facts),
    ...findProfileFindings(org, contact),
    visibility(org)
  ];
}

/** Object Reference, "User", Special Access Rules: Manage External Users, or Manage Customer Users for customers [F-005]. */
function permission(org: OrgFacts): Finding {
  const { managesExternalUsers, managesCustomerUsers } = org.runningUser;
  const fix = setUp('setUpPermissions', org);
  if (managesExternalUsers) {
    return finding('permission', 'permissionHeld', 'pass');
  }
  return managesCustomerUsers
    ? finding('permission', 'permissionCustomersOnly', 'warning', { fix })
    : finding('permission', 'permissionMissing', 'blocked', { fix });
}

/** A contact has one user, active or not. SOAP API Developer Guide, "StatusCode" [F-004]. */
function existingUser({ user, org }: Facts): Finding {
  if (awaits(user, org.sites)) {
    return pending('user');
  }
  return judge(user, finding('user', 'userHidden', 'unknown'), (holder) => {
    if (holder === null) {
      return finding('user', 'noUserYet', 'pass');
    }
    const { id, name, username, isActive } = holder;
    const details = { record: { id, name }, words: [name, username] };
    return isActive
      ? finding('user', 'userActive', 'blocked', { ...details, fix: 'openUser' })
      : finding('user', 'userInactive', 'blocked', { ...details, fix: 'reactivate' });
  });
}

/** Without these permissions the org's sharing of users decides whether the running user sees the new user. */
function visibility({ runningUser }: OrgFacts): Finding {
  return seesExternalUsers(runningUser)
    ? finding('visibility', 'newUserVisible', 'pass')
    : finding('visibility', 'newUserMaybeHidden', 'unknown');
}
