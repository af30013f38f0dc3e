import { offersOf, type Finding, type FindingCode, type Fix, type FixOffer } from './finding.ts';

/** The permissions that fixes in Setup take, by their API names. */
export type SetupPermission =
  'AssignPermissionSets' | 'CustomizeApplication' | 'ManageProfilesPermissionsets' | 'ManageInternalUsers';

/** What an administrator is asked to do about a blocked check. */
export interface AdminTask {
  readonly finding: Finding;
  /** The ways to fix it, of those who can open Setup. */
  readonly offers: readonly FixOffer[];
  /** What the running user lacks for it; null if no permission fixes it, or if the finding itself names what is missing. */
  readonly permission: Exclude<SetupPermission, 'AssignPermissionSets'> | null;
}

/** What fixes the checks that take more than a record page. Help names the permission on the page of each task. */
const FIXES: Partial<Readonly<Record<FindingCode, readonly [fix: Fix | null, permission: SetupPermission | null]>>> = {
  permissionMissing: ['setUpPermissions', 'AssignPermissionSets'],
  permissionCustomersOnly: ['setUpPermissions', 'AssignPermissionSets'],
  ownerWithoutRole: [null, 'ManageInternalUsers'],
  ownerInactive: [null, 'ManageInternalUsers'],
  experiencesOff: ['setUpExperiences', 'CustomizeApplication'],
  profileMissing: ['setUpProfiles', 'ManageProfilesPermissionsets'],
  seatsTaken: ['setUpLicenses', null]
};

/** The blocked checks that the running user can't fix alone. Who may customize the org is an administrator. */
export function findAdminTasks(findings: readonly Finding[], held: ReadonlySet<SetupPermission>): readonly AdminTask[] {
  return findings.flatMap((found) => {
    const [fix, permission] = FIXES[found.code] ?? [null, undefined];
    if (found.status !== 'blocked' || permission === undefined || held.has(permission ?? 'CustomizeApplication')) {
      return [];
    }
    const offers = found.fix === null && fix !== null ? [{ fix, record: null, words: [] }] : offersOf(found);
    return [{ finding: found, offers, permission: permission === 'AssignPermissionSets' ? null : permission }];
  });
}
