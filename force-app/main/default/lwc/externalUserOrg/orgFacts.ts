import type { GraphQLResult } from 'lightning/graphql';
import assignsPermissionSets from '@salesforce/userPermission/AssignPermissionSets';
import customizesApplication from '@salesforce/userPermission/CustomizeApplication';
import managesCustomerUsers from '@salesforce/userPermission/ManageCssUsers';
import managesSites from '@salesforce/userPermission/ManageNetworks';
import managesInternalUsers from '@salesforce/userPermission/ManageInternalUsers';
import managesExternalUsers from '@salesforce/userPermission/ManagePartners';
import managesProfiles from '@salesforce/userPermission/ManageProfilesPermissionsets';
import managesUsers from '@salesforce/userPermission/ManageUsers';
import modifiesAllData from '@salesforce/userPermission/ModifyAllData';
import viewsAllData from '@salesforce/userPermission/ViewAllData';
import viewsAllProfiles from '@salesforce/userPermission/ViewAllProfiles';
import viewsAllUsers from '@salesforce/userPermission/ViewAllUsers';
import viewsSetup from '@salesforce/userPermission/ViewSetup';
import {
  isPending,
  profilesAsSeen,
  sitesAsSeen,
  userAsSeen,
  valueOr,
  type ExistingUser,
  type Fact,
  type OrgFacts,
  type RunningUser,
  type SetupPermission
} from 'c/externalUserRules';
import { idOf, nodesOf } from './answers.ts';
import { toExistingUser, toOrgDefaults } from './existingUser.ts';
import { licenseRequest } from './licenses.ts';
import { toProfiles, type ProfileAnswers } from './profiles.ts';
import { localeOfRunningUser, toSettings } from './settings.ts';
import { toSites } from './sites.ts';

export interface OrgAnswers extends ProfileAnswers {
  /** The answer about the contact's user, which contains the Organization too. */
  readonly organization: GraphQLResult;
  readonly sites: GraphQLResult;
}

const runningUser: RunningUser = {
  managesExternalUsers: managesExternalUsers === true,
  managesCustomerUsers: managesCustomerUsers === true,
  viewsSetup: viewsSetup === true,
  viewsAllUsers: viewsAllUsers === true,
  viewsAllProfiles: viewsAllProfiles === true,
  seesAllSites: viewsAllData === true || modifiesAllData === true || managesSites === true
};

const setupPermissions: readonly (readonly [SetupPermission, boolean | undefined])[] = [
  ['AssignPermissionSets', assignsPermissionSets],
  ['CustomizeApplication', customizesApplication],
  ['ManageProfilesPermissionsets', managesProfiles],
  // Role and activity of an internal user; Manage Users includes Manage Internal Users [F-005].
  ['ManageInternalUsers', managesInternalUsers === true || managesUsers === true]
];

/** What the running user may do in Setup. */
export const heldSetupPermissions: ReadonlySet<SetupPermission> = new Set(
  setupPermissions.flatMap(([name, isHeld]) => (isHeld === true ? [name] : []))
);

/** The contact's user, as far as the running user sees users. */
export function toUserOfContact(result: GraphQLResult): Fact<ExistingUser | null> {
  return userAsSeen(toExistingUser(result), runningUser);
}

/** The org's part of the facts; what has not been answered yet is pending. */
export function toOrgFacts(answers: OrgAnswers): OrgFacts {
  const { profiles, profileSource } = toProfiles(answers);
  const settings = toSettings(answers.settings);
  const organization = toOrgDefaults(answers.organization);
  const isRunningUsers = valueOr(settings, undefined)?.localePolicy === 'runningUser';
  return {
    runningUser,
    profiles: profilesAsSeen(profiles, runningUser),
    profileSource,
    sites: sitesAsSeen(toSites(answers.sites), runningUser),
    settings,
    defaults: isRunningUsers ? localeOfRunningUser(answers.settings, organization) : organization
  };
}

/** The facts of an org that has answered nothing yet. */
export const pendingOrg: OrgFacts = toOrgFacts({
  organization: {},
  profiles: {},
  sites: {},
  licenses: {},
  settings: {},
  users: {}
});

/** Whether everything that the first screen needs has been answered. Seats and settings may still be pending. */
export function isAnswered(user: Fact<unknown>, { profiles, sites }: OrgFacts): boolean {
  return ![user, profiles, sites].some(isPending);
}

/** One request for the licenses of the org's external profiles, or undefined where there is no profile. */
export function toLicenseRequest(profiles: GraphQLResult) {
  return licenseRequest(valueOr(nodesOf(profiles, 'Profile'), []).map(idOf));
}

/** The existing external users replace profiles and seats that the org hides. */
export function needsUsers({ profiles, licenses }: Pick<OrgAnswers, 'profiles' | 'licenses'>): boolean {
  return (
    isRefused(nodesOf(profiles, 'Profile')) ||
    licenses.error !== undefined ||
    (licenses.data?.results.some(({ result }) => result.fields['UserLicense'] === undefined) ?? false)
  );
}

function isRefused(answer: Fact<unknown> | undefined): boolean {
  return answer?.kind === 'unknown' && !isPending(answer);
}
