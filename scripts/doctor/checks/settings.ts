import { valueOr as factOr } from 'c/externalUserRules';
import { valueOr, type Refusal } from 'sf-cli/answer';
import { textAt, type Json } from 'sf-cli/json';
import { findingsOf, listed, reasonOf, type Finding } from '../finding.ts';
import type { Links } from '../links.ts';
import type { Org } from '../org.ts';
import { isMissing, seesAllSites, type Reading } from '../reading/reading.ts';
import { deployCommand } from './deployCommand.ts';

const say = findingsOf('settings', 'Settings');

const SETTINGS =
  'SELECT Username_Pattern__c, Username_Suffix__c, Nickname_Pattern__c, Default_Kind__c, Default_Customer_Profile__c, ' +
  'Default_Partner_Profile__c, Locale_Policy__c FROM External_User_Setting__mdt ORDER BY DeveloperName LIMIT 1';
const ALLOW_LIST =
  'SELECT DeveloperName, Profile__c, Kind__c, Site__c FROM External_User_Profile__mdt ORDER BY Order__c';

/** Whether the profiles and sites that the product's custom metadata names exist in the org. */
export async function settings(org: Org, links: Links, reading: Reading): Promise<Finding> {
  const [own, allowed] = await Promise.all([org.query(SETTINGS), org.query(ALLOW_LIST)]);
  if (isMissing(own) || isMissing(allowed)) {
    return say('unknown', 'The custom metadata types are not deployed, or you may not read them.', {
      fix: deployCommand(org)
    });
  }
  if (own.kind === 'refused') return unreadable(own);
  if (allowed.kind === 'refused') return unreadable(allowed);
  const [setting] = own.value.records;
  const entries = allowed.value.records;
  const unknownNames = findUnknownNames(reading, setting, entries);
  const facts = {
    settings: Object.fromEntries(
      Object.entries(setting ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
    ),
    allowList: entries.map((entry) => ({
      profile: textAt(entry, 'Profile__c'),
      site: textAt(entry, 'Site__c') || null
    })),
    unknownNames
  };
  const lines = entries.map((entry) => `Allowed: ${textAt(entry, 'Profile__c')}`);
  if (unknownNames.length > 0) {
    return say('warning', `They name what the org doesn’t have: ${listed(unknownNames)}.`, {
      fix: 'Correct the records of External User Setting and External User Profile.',
      link: links.setup('CustomMetadata'),
      facts,
      lines
    });
  }
  const cause =
    setting === undefined ? 'None: the action uses its defaults.' : 'A record of External User Setting holds.';
  return say('pass', entries.length === 0 ? cause : `${cause} Profiles on the allow-list: ${entries.length}.`, {
    facts,
    lines
  });
}

/** The names of profiles and sites that the org doesn't have, as far as they can be read. */
function findUnknownNames(reading: Reading, setting: Json | undefined, entries: readonly Json[]): readonly string[] {
  const profiles = new Set(factOr(reading.facts.profiles, []).flatMap(({ id, name }) => [id, name]));
  const sites = new Set(valueOr(reading.sites, []).map(({ name }) => name));
  const named = [
    textAt(setting, 'Default_Customer_Profile__c'),
    textAt(setting, 'Default_Partner_Profile__c'),
    ...entries.map((entry) => textAt(entry, 'Profile__c'))
  ];
  const namedSites = entries.map((entry) => textAt(entry, 'Site__c'));
  return [
    ...(reading.facts.profiles.kind === 'known' ? missing(named, profiles) : []),
    // Somebody who doesn't see all sites can't tell that one is missing.
    ...(reading.sites.kind === 'known' && seesAllSites(reading) ? missing(namedSites, sites) : [])
  ];
}

function missing(names: readonly string[], there: ReadonlySet<string>): readonly string[] {
  return [...new Set(names)].filter((name) => name !== '' && !there.has(name));
}

function unreadable(refusal: Refusal): Finding {
  return say('unknown', `Settings can’t be read (${reasonOf(refusal)}).`);
}
