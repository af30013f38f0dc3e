import {
  defaultSettings,
  findPrerequisites,
  known as fact,
  profilesAsSeen,
  sitesAsSeen,
  unknown,
  type Check,
  type Facts,
  type Finding,
  type OrgFacts,
  type RunningUser
} from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { isJson, valueAt, type Json } from 'sf-cli/json';
import type { Org } from '../org.ts';
import { readEmailDomains } from './emailDomains.ts';
import type { EmailDomains } from '../../shared/sf/emailDomains.ts';
import { readIdleUsers } from './idleUsers.ts';
import { readLicenses, readProfiles, toExternalProfiles, type LicenseRow, type ProfileRow } from './licenses.ts';
import { readPermissions, type Permissions } from './permissions.ts';
import { readMembers, readSites, toSiteFact, type Member, type SiteRow } from './sites.ts';

/** What several checks need of the org, read once. */
export interface Reading {
  readonly permissions: Permissions;
  readonly profiles: Answer<readonly ProfileRow[]>;
  readonly licenses: Answer<readonly LicenseRow[]>;
  /** Users without a log-in for a long time, by the id of their license. */
  readonly idleUsers: Answer<ReadonlyMap<string, number>>;
  readonly sites: Answer<readonly SiteRow[]>;
  readonly members: Answer<readonly Member[]>;
  readonly emailDomains: EmailDomains;
  /** The fields in UI API's object info of User, by API name. */
  readonly userFields: Answer<Json>;
  /** The CommunitiesSettings of the Metadata API. */
  readonly communities: Answer<Json>;
  /** The same as facts for the product's rules. */
  readonly facts: OrgFacts;
}

export async function readOrg(org: Org): Promise<Reading> {
  const [permissions, profiles, licenses, idleUsers, sites, emailDomains, userFields, communities] = await Promise.all([
    readPermissions(org),
    readProfiles(org),
    readLicenses(org),
    readIdleUsers(org),
    readSites(org),
    readEmailDomains(org),
    readUserFields(org),
    org.readMetadata('CommunitiesSettings', 'Communities')
  ]);
  const members = await readMembers(org, profiles);
  const read = { permissions, profiles, licenses, idleUsers, sites, members, emailDomains, userFields, communities };
  return { ...read, facts: toFacts(read) };
}

async function readUserFields(org: Org): Promise<Answer<Json>> {
  const answer = await org.uiApi('GET', '/object-info/User');
  if (answer.kind === 'refused') return answer;
  const fields = valueAt(answer.value, 'fields');
  return known(isJson(fields) ? fields : {});
}

function toFacts(read: Omit<Reading, 'facts'>): OrgFacts {
  const { permissions } = read;
  // An unknown permission counts as granted here, as the check of permissions reports it; one that shows more proves nothing.
  const runningUser: RunningUser = {
    managesExternalUsers: permissions.ManagePartners !== false,
    managesCustomerUsers: permissions.ManageCssUsers !== false,
    viewsSetup: permissions.ViewSetup !== false,
    viewsAllUsers: permissions.ViewAllUsers !== false,
    viewsAllProfiles: permissions.ViewAllProfiles === true,
    seesAllSites: seesAllSites(read)
  };
  return {
    runningUser,
    profiles: toProfileFact(read, runningUser),
    profileSource: 'org',
    sites: sitesAsSeen(toSiteFact(read.sites), runningUser),
    settings: fact(defaultSettings),
    defaults: { id: null, timeZone: null, locale: null, language: null }
  };
}

function toProfileFact({ profiles, licenses }: Omit<Reading, 'facts'>, runningUser: RunningUser): OrgFacts['profiles'] {
  return profiles.kind === 'refused'
    ? unknown('noAccess')
    : profilesAsSeen(fact(toExternalProfiles(profiles.value, licenses)), runningUser);
}

/** Whether the user sees every site. Others see only those that they are members of. Object Reference, "Network" [F-027]. */
export function seesAllSites({ permissions }: Pick<Reading, 'permissions'>): boolean {
  const { ViewAllData, ModifyAllData, ManageNetworks } = permissions;
  return ViewAllData === true || ModifyAllData === true || ManageNetworks === true;
}

/** The finding of the product's rules for one check, without a contact. */
export function ruleFinding({ facts, userFields }: Reading, check: Check): Finding | undefined {
  const prerequisites = findPrerequisites({ contact: undefined, user: toUserFact(userFields), org: facts });
  return prerequisites.find((finding) => finding.check === check);
}

/** No contact has a user in an org without User.ContactId. */
function toUserFact(userFields: Reading['userFields']): Facts['user'] {
  if (userFields.kind === 'refused') return unknown('failed');
  return userFields.value['ContactId'] === undefined ? unknown('notInOrg') : fact(null);
}

/** Whether the org lacks or hides what was asked for. */
export function isMissing(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && /^(?:INVALID_TYPE|NOT_FOUND|ERROR_HTTP_404)$/.test(answer.code);
}
