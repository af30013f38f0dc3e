import { valueOr as factOr, type ExternalProfile } from 'c/externalUserRules';
import { flagAt } from 'sf-cli/json';
import { valueOr } from 'sf-cli/answer';
import type { Reading } from '../reading/reading.ts';
import type { Member, SiteRow } from '../reading/sites.ts';
import type { ProfileFields, ProfileRecord } from '../../shared/settings/profileRecord.ts';
import { developerNameOf, labelOf } from './recordNames.ts';

/** What was read of sites, and the day of it. */
export interface SitesRead {
  readonly sites: readonly SiteRow[];
  readonly members: readonly Member[];
  /** The log-in page of each site, by the site's id. */
  readonly loginUrls: ReadonlyMap<string, string>;
  readonly day: string;
}

/** A text field of the type has this length; a longer name of a profile is replaced by its id. */
const LONGEST_TEXT = 80;

/**
 * The records as the org says it. Records that exist are an administrator's allow-list, so that others are added only where
 * there is none.
 */
export function wantedRecords(
  records: readonly ProfileRecord[],
  reading: Reading,
  read: SitesRead
): readonly ProfileRecord[] {
  const profiles = factOr(reading.facts.profiles, []);
  if (records.length > 0) {
    return records.map((record) => {
      const profile = profileOf(record, profiles);
      return profile === undefined
        ? record
        : { ...record, fields: { ...record.fields, ...fieldsOf(profile, record.fields.Site__c, read) } };
    });
  }
  return usableProfiles(reading, read).reduce<readonly ProfileRecord[]>((made, profile, index) => {
    const taken = made.map(({ developerName }) => developerName);
    const fields = {
      Profile__c: profile.name.length > LONGEST_TEXT ? profile.id : profile.name,
      ...fieldsOf(profile, '', read),
      Default__c: false,
      Order__c: index + 1
    };
    return [
      ...made,
      { developerName: developerNameOf(profile.name, profile.id, taken), label: labelOf(profile.name), fields }
    ];
  }, []);
}

/** The profile that a record names by its name or its id. */
export function profileOf(
  { fields }: ProfileRecord,
  profiles: readonly ExternalProfile[]
): ExternalProfile | undefined {
  return profiles.find(({ id, name }) => [id, id.slice(0, 15), name].includes(fields.Profile__c));
}

/** Own profiles; standard ones only where the org allows them and they are members of a site [F-011]. */
export function usableProfiles(reading: Reading, { members }: Pick<SitesRead, 'members'>): readonly ExternalProfile[] {
  const allowsStandard = flagAt(valueOr(reading.communities, null), 'enableOotbProfExtUserOpsEnable') === true;
  return factOr(reading.facts.profiles, []).filter(
    ({ id, isStandard }) => !isStandard || (allowsStandard && members.some((member) => member.id === id))
  );
}

function fieldsOf(
  { id, kind, license }: ExternalProfile,
  current: string,
  read: SitesRead
): Omit<ProfileFields, 'Profile__c' | 'Default__c' | 'Order__c'> {
  const site = chooseSite(id, current, read);
  const url = site === undefined ? undefined : read.loginUrls.get(site.id);
  return {
    License__c: license.kind === 'known' ? license.value.name : '',
    Kind__c: kind,
    Site__c: site?.name ?? '',
    Login_Url__c: site?.isLive === true && url !== undefined ? url : '',
    Sends_Welcome_Email__c: site !== undefined && factOr(site.sendsWelcomeEmail, false),
    Read_On__c: read.day
  };
}

/** Of several sites of a profile: a live one, then the one that the record names, then one that sends mail, then by name. */
function chooseSite(profileId: string, current: string, { sites, members }: SitesRead): SiteRow | undefined {
  const rank = ({ isLive, name, sendsWelcomeEmail }: SiteRow): number =>
    Number(!isLive) * 4 + Number(name !== current) * 2 + Number(!factOr(sendsWelcomeEmail, false));
  return sites
    .filter((site) => members.some((member) => member.siteId === site.id && member.id === profileId))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))[0];
}
