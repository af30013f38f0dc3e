import {
  defaultSettings,
  findPrerequisites,
  known as fact,
  unknown,
  type Check,
  type Facts,
  type Finding,
  type OrgFacts
} from 'c/externalUserRules';
import { known, type Answer } from 'sf-cli/answer';
import { isJson, valueAt, type Json } from 'sf-cli/json';
import type { Org } from '../org.ts';
import { readLicenses, readProfiles, toExternalProfiles, type LicenseRow, type ProfileRow } from './licenses.ts';
import { readPermissions, type Permissions } from './permissions.ts';
import { readMembers, readSites, toSiteFact, type Member, type SiteRow } from './sites.ts';

/** What several checks look at, read once. */
export interface Reading {
  readonly permissions: Permissions;
  readonly profiles: Answer<readonly ProfileRow[]>;
  readonly licenses: Answer<readonly LicenseRow[]>;
  readonly sites: Answer<readonly SiteRow[]>;
  readonly members: Answer<readonly Member[]>;
  /** UI API's object info of User: its `fields` by API name. */
  readonly userFields: Answer<Json>;
  /** CommunitiesSettings of the Metadata API. */
  readonly communities: Answer<Json>;
  /** All of it as the product's rules take it. */
  readonly facts: OrgFacts;
}

export async function readOrg(org: Org): Promise<Reading> {
  const [permissions, profiles, licenses, sites, userFields, communities] = await Promise.all([
    readPermissions(org),
    readProfiles(org),
    readLicenses(org),
    readSites(org),
    readUserFields(org),
    org.readMetadata('CommunitiesSettings', 'Communities')
  ]);
  const members = await readMembers(org, profiles);
  const read = { permissions, profiles, licenses, sites, members, userFields, communities };
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
  return {
    // What isn't known of a permission is not held against anybody: only the check of permissions says so.
    runningUser: {
      managesExternalUsers: permissions.ManagePartners !== false,
      managesCustomerUsers: permissions.ManageCssUsers !== false,
      viewsSetup: permissions.ViewSetup !== false,
      viewsAllUsers: permissions.ViewAllUsers !== false
    },
    profiles: toProfileFact(read),
    profileSource: 'org',
    sites: toSiteFact(read.sites, seesAllSites(read)),
    settings: fact(defaultSettings),
    defaults: { id: null, timeZone: null, locale: null, language: null }
  };
}

/** Without View Setup one may see no profile but the own one, so that an empty list says nothing (object reference, Profile). */
function toProfileFact({ profiles, licenses, permissions }: Omit<Reading, 'facts'>): OrgFacts['profiles'] {
  if (profiles.kind === 'refused') return unknown('noAccess');
  const found = toExternalProfiles(profiles.value, licenses);
  return found.length === 0 && permissions.ViewSetup !== true ? unknown('noAccess') : fact(found);
}

/** Object reference, Network: who sees every site; the others see those that they are members of. */
export function seesAllSites({ permissions }: Pick<Reading, 'permissions'>): boolean {
  return permissions.ViewAllData === true || permissions.ModifyAllData === true;
}

/** What the product's rules say of the org on one thing, before any contact is looked at. */
export function ruleFinding({ facts, userFields }: Reading, check: Check): Finding | undefined {
  const prerequisites = findPrerequisites({ contact: undefined, user: toUserFact(userFields), org: facts });
  return prerequisites.find((finding) => finding.check === check);
}

/** No contact has a user in an org without User.ContactId. */
function toUserFact(userFields: Reading['userFields']): Facts['user'] {
  if (userFields.kind === 'refused') return unknown('failed');
  return userFields.value['ContactId'] === undefined ? unknown('notInOrg') : fact(null);
}

/** Code INVALID_TYPE or NOT_FOUND: the org has no such thing, or hides it. */
export function isMissing(answer: Answer<unknown>): boolean {
  return answer.kind === 'refused' && /^(?:INVALID_TYPE|NOT_FOUND|ERROR_HTTP_404)$/.test(answer.code);
}
