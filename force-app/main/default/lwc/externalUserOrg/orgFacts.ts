import type { GraphQLResult } from 'lightning/graphql';
import type { BatchResult, WireResult } from 'lightning/uiRecordApi';
import managesCustomerUsers from '@salesforce/userPermission/ManageCssUsers';
import managesExternalUsers from '@salesforce/userPermission/ManagePartners';
import viewsSetup from '@salesforce/userPermission/ViewSetup';
import { unknown, type OrgFacts } from 'c/externalUserRules';
import { toExistingUser } from './existingUser.ts';
import { LICENSE_OPTIONAL_FIELDS, toProfiles } from './profiles.ts';
import { toSites } from './sites.ts';

export interface OrgAnswers {
  readonly user: GraphQLResult;
  readonly profiles: GraphQLResult;
  readonly licenses: WireResult<{ readonly results: readonly BatchResult[] }>;
  readonly sites: GraphQLResult;
}

/** The org's part of the facts; what has not been answered yet is pending. */
export function toOrgFacts({ user, profiles, licenses, sites }: OrgAnswers): OrgFacts {
  return {
    runningUser: {
      managesExternalUsers: managesExternalUsers === true,
      managesCustomerUsers: managesCustomerUsers === true
    },
    existingUser: toExistingUser(user),
    profiles: toVisibleProfiles(toProfiles(profiles, licenses)),
    sites: toSites(sites)
  };
}

/**
 * Without View Setup a person may see no profile but the own one, so an empty list says nothing (object reference, Profile:
 * "only users with correct permissions can view profile names other than their own").
 */
function toVisibleProfiles(profiles: OrgFacts['profiles']): OrgFacts['profiles'] {
  const isEmpty = profiles.kind === 'known' && profiles.value.length === 0;
  return isEmpty && viewsSetup !== true ? unknown('noAccess') : profiles;
}

/** Whether everything that the first screen needs has been answered. Seats may still be pending. */
export function isAnswered({ existingUser, profiles, sites }: OrgFacts): boolean {
  return [existingUser, profiles, sites].every((fact) => fact.kind === 'known' || fact.reason !== 'pending');
}

/** One request for the licences of these profiles, or undefined where there are none to ask for. */
export function toLicenseRequest(profiles: GraphQLResult) {
  const facts = toProfiles(profiles, {});
  const recordIds = facts.kind === 'known' ? facts.value.map(({ id }) => id) : [];
  return recordIds.length === 0 ? undefined : [{ recordIds, optionalFields: LICENSE_OPTIONAL_FIELDS }];
}
