import { isBelow } from '../../../engine/access/roleHierarchy.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import type { View } from '../../shared/view.ts';

/** The reason why a person may not log in as a site's user. */
export type LoginAsRefusal = 'insufficientPrivileges' | 'notMember';

/**
 * Finds why a person may not log in to a site as one of its users; null when the person may. The person needs Manage External Users,
 * or Manage Customer Users for customers, and Edit on Accounts (Salesforce Help, "Create Experience Cloud Site Users"). The person
 * must be a member of the site too, and needs no Edit on Accounts above the user in the role hierarchy (KB 000395861).
 */
export function findLoginAsRefusal(view: View, networkId: string, userId: string): LoginAsRefusal | null {
  const { org, access, person } = view;
  const user = org.find(userId);
  const site = org.find(networkId);
  const runningUser = org.find(person.userId);
  if (user === undefined || runningUser === undefined || !access.canSee(user)) return 'insufficientPrivileges';
  if (!managesUsersOf(view, user) || !reachesAccount(view, runningUser, user)) return 'insufficientPrivileges';
  const isOpen = site !== undefined && textOf(site, 'Status') === 'Live';
  if (!isOpen || !org.siteLogin.mayLogIn(networkId, userId)) return 'notMember';
  return org.siteLogin.isMember(networkId, person.userId) ? null : 'insufficientPrivileges';
}

function managesUsersOf({ access }: View, user: StoredRecord): boolean {
  switch (textOf(user, 'UserType')) {
    case 'PowerPartner':
      return access.has('ManagePartners');
    case 'CspLitePortal':
    case 'PowerCustomerSuccess':
    case 'CustomerSuccess':
      return access.has('ManagePartners') || access.has('ManageCssUsers');
    default:
      return false;
  }
}

function reachesAccount({ org, access }: View, runningUser: StoredRecord, user: StoredRecord): boolean {
  const account = org.schema.object('Account');
  return (account !== undefined && access.canEdit(account)) || isBelow(org, user, runningUser);
}
