import { isBelow } from '../../../engine/access/roleHierarchy.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import type { View } from '../../shared/view.ts';

/** Why a person is not let into a site as its user. */
export type LoginAsRefusal = 'insufficientPrivileges' | 'notMember';

/**
 * May the person log in to the site as that user? Source: Salesforce Help, "Create Experience Cloud Site Users" (Manage
 * External Users, or Manage Customer Users for customers, and Edit on Accounts), and KB 000395861 (the person is a member of the
 * site too; Edit on Accounts is not asked of who stands above the user in the role hierarchy).
 */
export function findLoginAsRefusal(view: View, networkId: string, userId: string): LoginAsRefusal | null {
  const { org, access, person } = view;
  const user = org.find(userId);
  const site = org.find(networkId);
  const runningUser = org.find(person.userId);
  if (user === undefined || runningUser === undefined || !access.canSee(user)) return 'insufficientPrivileges';
  if (!managesUsersOf(view, user) || !reachesAccount(view, runningUser, user)) return 'insufficientPrivileges';
  const isOpen = site !== undefined && textOf(site, 'Status') === 'Live';
  if (!isOpen || !org.siteLogin.isActiveMember(networkId, userId)) return 'notMember';
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
