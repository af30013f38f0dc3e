import type { AdminTask, Finding, RecordReference } from 'c/externalUserRules';
import copyForAdmin from '@salesforce/label/c.ExternalUser_CopyForAdmin';
import adminIntro from '@salesforce/label/c.ExternalUser_AdminIntro';
import adminEnabler from '@salesforce/label/c.ExternalUser_AdminEnabler';
import adminPermission from '@salesforce/label/c.ExternalUser_AdminPermission';
import permissionCustomize from '@salesforce/label/c.ExternalUser_PermissionCustomize';
import permissionProfiles from '@salesforce/label/c.ExternalUser_PermissionProfiles';
import permissionUsers from '@salesforce/label/c.ExternalUser_PermissionUsers';
import { fill } from './fill.ts';
import { sentenceFor } from './findingLabels.ts';

/** The labels of the message for an administrator. */
export const adminLabels = { copyForAdmin } as const;

type NamedPermission = NonNullable<AdminTask['permission']>;

const PERMISSIONS: Readonly<Record<NamedPermission, string>> = {
  CustomizeApplication: permissionCustomize,
  ManageProfilesPermissionsets: permissionProfiles,
  ManageInternalUsers: permissionUsers
};

/** "Amélie Dubois can't get an external user yet." */
export function introForAdmin({ name }: Pick<RecordReference, 'name'>): string {
  return fill(adminIntro, [name]);
}

/** What is missing, in words to an administrator: the sentences about permissions speak to the person who lacks them. */
export function askAdmin(found: Finding): string {
  return found.check === 'permission' ? adminEnabler : sentenceFor(found);
}

/** Which permission the person lacks for the fix. */
export function sentenceForLack(permission: NamedPermission): string {
  return fill(adminPermission, [PERMISSIONS[permission]]);
}
