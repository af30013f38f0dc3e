import {
  known as fact,
  profilesAsSeen,
  sitesAsSeen,
  unknown,
  valueOr,
  type ExternalProfile,
  type License,
  type OrgFacts,
  type RunningUser,
  type Site
} from 'c/externalUserRules';
import { flagAt, textAt, type Json } from 'sf-cli/json';
import {
  NO_SITE_SETTINGS,
  SITE_FIELDS,
  toExternalProfile,
  toLicense,
  toSite,
  toSiteSettings
} from '../../shared/rules/orgRows.ts';
import { quoted } from '../../shared/soql.ts';
import { readUnverifiedSenders, type UnverifiedSenders } from './senders.ts';
import { SETTING_FIELDS, toDefaults, toSettings } from './orgSettings.ts';
import type { OrgAnswer } from '../transports/orgAnswer.ts';
import type { OrgApi, Rows } from '../transports/orgApi.ts';

/** The facts that are the same for every row, read once in two calls. */
export interface OrgReading {
  readonly facts: OrgFacts;
  /** All profiles for external users, by id; also those that the person may not use. */
  readonly profiles: ReadonlyMap<string, ExternalProfile>;
  /** The sites of a profile, by its id, as far as the person sees their members. */
  readonly sitesOf: ReadonlyMap<string, readonly Site[]>;
  readonly unverifiedSenders: UnverifiedSenders;
  /** By name, by label and by id, in lower case; undefined where permission sets can't be read. */
  readonly permissionSets: ReadonlyMap<string, PermissionSet> | undefined;
}

export interface PermissionSet {
  readonly id: string;
  /** Empty where it needs none. */
  readonly licenseId: string;
}

const ORG_QUERIES = [
  'SELECT Id, TimeZoneSidKey, DefaultLocaleSidKey, LanguageLocaleKey FROM Organization',
  'SELECT Id, Name, UserType, UserLicenseId FROM Profile ORDER BY Name',
  'SELECT Id, Name, LicenseDefinitionKey, TotalLicenses, UsedLicenses FROM UserLicense ORDER BY Name',
  'SELECT Id, Name, Status, UrlPathPrefix, OptionsSendWelcomeEmail, SelfRegProfileId FROM Network ORDER BY Name',
  'SELECT NetworkId, ParentId FROM NetworkMemberGroup'
];

export async function readOrg(api: OrgApi): Promise<OrgReading> {
  const personalQueries = [
    `SELECT Id, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey FROM User WHERE Username = ${quoted(api.username)}`,
    `SELECT ${PERMISSIONS.map((name) => `Permissions${name}`).join(', ')} FROM UserPermissionAccess`,
    `SELECT ${SETTING_FIELDS.join(', ')} FROM External_User_Setting__mdt ORDER BY DeveloperName LIMIT 1`,
    profileSettingsQuery(SITE_FIELDS),
    'SELECT Id, Name, Label, LicenseId FROM PermissionSet WHERE IsOwnedByProfile = false'
  ];
  const [organization, profiles, licenses, sites, members] = await api.queries(ORG_QUERIES);
  const [person, permissions, setting, ofProfiles, permissionSets] = await api.queries(personalQueries);
  const profileSettings = await withoutNewFields(api, ofProfiles);
  const settings = toSettings(
    rowsOf(setting),
    profileSettings.filter((row) => flagAt(row, 'Default__c') === true)
  );
  const allSites = rowsOf(sites).map(toSite);
  const sitesOf = Map.groupBy(
    rowsOf(members).flatMap((row) => {
      const site = allSites.find(({ id }) => id === textAt(row, 'NetworkId'));
      return site === undefined ? [] : [[textAt(row, 'ParentId'), site] as const];
    }),
    ([parent]) => parent
  );
  const sitesOfProfile = new Map([...sitesOf].map(([id, entries]) => [id, entries.map(([, site]) => site)]));
  const external = rowsOf(profiles).flatMap((row) => toProfile(row, licenses, sitesOfProfile, profileSettings));
  const runningUser = toRunningUser(rowsOf(permissions)[0]);
  return {
    facts: {
      runningUser,
      profiles: profiles?.kind === 'known' ? profilesAsSeen(fact(external), runningUser) : unknown('noAccess'),
      profileSource: 'org',
      sites: sitesAsSeen(toSiteFact(sites, allSites), runningUser),
      settings: fact(settings),
      defaults: toDefaults(settings, rowsOf(organization)[0], rowsOf(person)[0])
    },
    profiles: new Map(external.map((profile) => [profile.id, profile])),
    sitesOf: sitesOfProfile,
    unverifiedSenders: await readUnverifiedSenders(api, allSites),
    permissionSets:
      permissionSets?.kind === 'known'
        ? new Map(permissionSets.value.flatMap((row) => namesOfPermissionSet(row)))
        : undefined
  };
}

function profileSettingsQuery(fields: readonly string[]): string {
  const all = ['Profile__c', 'Kind__c', 'Default__c', ...fields];
  return `SELECT ${all.join(', ')} FROM External_User_Profile__mdt ORDER BY Order__c LIMIT 200`;
}

/** An org with an older version of the product lacks the fields of the site. */
async function withoutNewFields(api: OrgApi, answer: OrgAnswer<Rows> | undefined): Promise<Rows> {
  if (answer?.kind === 'known' || answer?.code !== 'INVALID_FIELD') return rowsOf(answer);
  const [older] = await api.queries([profileSettingsQuery([])]);
  return rowsOf(older);
}

const SEE_SITES = ['ViewAllData', 'ModifyAllData', 'ManageNetworks'];
const PERMISSIONS = ['ManagePartners', 'ManageCssUsers', 'ViewSetup', 'ViewAllUsers', 'ViewAllProfiles', ...SEE_SITES];

/** An unknown permission to create blocks nobody, since the org decides; an unknown permission to view proves nothing. */
function toRunningUser(row: Json | undefined): RunningUser {
  const flag = (name: string): boolean | null => flagAt(row, `Permissions${name}`);
  return {
    managesExternalUsers: flag('ManagePartners') !== false,
    managesCustomerUsers: flag('ManageCssUsers') !== false,
    viewsSetup: flag('ViewSetup') === true,
    viewsAllUsers: flag('ViewAllUsers') === true,
    viewsAllProfiles: flag('ViewAllProfiles') === true,
    seesAllSites: SEE_SITES.some((name) => flag(name) === true)
  };
}

function toProfile(
  row: Json,
  licenses: OrgAnswer<Rows> | undefined,
  sitesOf: OrgReading['sitesOf'],
  settings: Rows
): readonly ExternalProfile[] {
  const id = textAt(row, 'Id');
  const name = textAt(row, 'Name');
  const license = rowsOf(licenses).find((one) => textAt(one, 'Id') === textAt(row, 'UserLicenseId'));
  const own = sitesOf.get(id) ?? [];
  const entry = settings.find((one) => [id, name].includes(textAt(one, 'Profile__c')));
  const site = entry === undefined ? NO_SITE_SETTINGS : toSiteSettings(entry);
  return toExternalProfile(
    { id, name, userType: textAt(row, 'UserType') },
    license === undefined ? undefined : toLicense(license),
    { ...site, siteName: (own.find(({ isLive }) => isLive) ?? own[0])?.name ?? site.siteName }
  );
}

/** An object that the org doesn't have is `notInOrg`; any other refusal says nothing of the org. */
function toSiteFact(answer: OrgAnswer<Rows> | undefined, sites: readonly Site[]): OrgFacts['sites'] {
  if (answer?.kind === 'known') return fact(sites);
  return unknown(answer?.code === 'INVALID_TYPE' ? 'notInOrg' : 'noAccess');
}

function namesOfPermissionSet(row: Json): readonly (readonly [string, PermissionSet])[] {
  const id = textAt(row, 'Id');
  const found = { id, licenseId: textAt(row, 'LicenseId') };
  return [textAt(row, 'Label'), textAt(row, 'Name'), id, id.slice(0, 15)].map((name) => [name.toLowerCase(), found]);
}

function rowsOf(answer: OrgAnswer<Rows> | undefined): Rows {
  return answer?.kind === 'known' ? answer.value : [];
}

/** The license of a profile; null where it can't be read. */
export function licenseOf(profile: ExternalProfile | undefined): License | null {
  return profile === undefined ? null : valueOr(profile.license, null);
}
