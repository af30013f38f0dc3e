import { displayText, valueOr as factOr } from 'c/externalUserRules';
import { known, refused, type Answer } from 'sf-cli/answer';
import type { Sf } from 'sf-cli/sf';
import { isConfirmed } from '../../shared/askOnTerminal.ts';
import { dayOf } from '../../shared/settings/day.ts';
import { deployProfileRecords } from '../../shared/settings/deployProfileRecords.ts';
import { loginUrlOf } from '../../shared/settings/loginUrl.ts';
import { fullNameOf, RECORDS_QUERY, toProfileRecord, type ProfileRecord } from '../../shared/settings/profileRecord.ts';
import { terminalLine } from '../../shared/terminalText.ts';
import { deployCommand } from '../checks/deployCommand.ts';
import { findingsOf, listed, reasonOf, type Finding, type Group } from '../finding.ts';
import { linksTo } from '../links.ts';
import type { Org } from '../org.ts';
import { seesAllSites, type Reading } from '../reading/reading.ts';
import { differencesOf, toLines, type RecordChange } from './differences.ts';
import { profileOf, usableProfiles, wantedRecords, type SitesRead } from './wantedRecords.ts';

export interface WriteOptions {
  readonly org: Org;
  readonly reading: Reading;
  readonly sf: Sf;
  /** Shows the differences before anything is asked or written. */
  readonly show: (text: string) => void;
  /** null skips the question. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly now: Date;
}

const say = findingsOf('writeSettings', 'Profile settings');

/** Writes what an administrator reads of sites to External_User_Profile__mdt, for persons who can't see sites. */
export async function writeSettings(options: WriteOptions): Promise<Group> {
  return { title: 'Settings of profiles', findings: await changeRecords(options) };
}

async function changeRecords({ org, reading, sf, show, ask, now }: WriteOptions): Promise<readonly Finding[]> {
  const read = await readSites(org, reading, now);
  if (read.kind === 'refused') return [say('blocked', `Nothing was changed: ${read.message}`)];
  const answer = await org.query(RECORDS_QUERY);
  if (answer.kind === 'refused') {
    const isMissing = /^INVALID_(?:TYPE|FIELD)$/.test(answer.code);
    return isMissing
      ? [
          say('blocked', 'Nothing was changed: the org has no External User Profile with these fields, or hides it.', {
            fix: `Deploy this version of the product: ${deployCommand(org)}`
          })
        ]
      : [say('blocked', `Nothing was changed: the records can’t be read (${reasonOf(answer)}).`)];
  }
  const records = answer.value.records.map(toProfileRecord);
  const wanted = wantedRecords(records, reading, read.value);
  const changes = differencesOf(records, wanted);
  const rest = leftOut(reading, read.value, wanted, linksTo(org.url).setup('CustomMetadata'));
  if (changes.length === 0) {
    return [say('pass', `Nothing to change in ${String(records.length)} records.`, factsOf([])), ...rest];
  }
  const lines = toLines(changes).map(terminalLine);
  show(`${['Settings of profiles:', ...lines.map((line) => `  ${line}`)].join('\n')}\n`);
  const question = `Write these records to ${org.url} as ${terminalLine(org.username)}? (y/N) `;
  if (!(await isConfirmed(ask, question))) {
    return [say('unknown', 'Nothing was changed: nobody said yes.', factsOf(changes)), ...rest];
  }
  const deployment = await deployProfileRecords(
    sf,
    org.username,
    org.apiVersion,
    changes.map(({ record }) => record)
  );
  return [
    deployment.kind === 'known'
      ? say('pass', `Written on ${read.value.day}: ${String(changes.length)} records.`, factsOf(changes))
      : say('blocked', `Nothing was changed: the org refuses the records (${reasonOf(deployment)}).`, {
          lines: deployment.problems.map(({ place, problem }) => `${place}: ${problem}`),
          fix: 'It takes Customize Application, and Modify Metadata Through Metadata API Functions.'
        }),
    ...rest
  ];
}

/** Refused where the person can't see what the records are to say. */
async function readSites(org: Org, reading: Reading, now: Date): Promise<Answer<SitesRead>> {
  const { sites, members, facts, permissions } = reading;
  if (sites.kind === 'refused') return refused(sites.code, `sites can’t be read (${reasonOf(sites)}).`);
  if (members.kind === 'refused') return refused(members.code, `members can’t be read (${reasonOf(members)}).`);
  if (!seesAllSites(reading)) {
    return refused('noAccess', 'you see only your own sites. It takes View All Data or Create and Set Up Experiences.');
  }
  if (facts.profiles.kind === 'unknown' || permissions.ViewSetup === false) {
    return refused('noAccess', 'you can’t see all profiles. It takes View Setup and Configuration.');
  }
  const communities = await org.connect('/communities');
  const body = communities.kind === 'known' ? communities.value : null;
  const loginUrls = new Map(sites.value.map((site) => [site.id, loginUrlOf(site, body, org.url)]));
  return known({ sites: sites.value, members: members.value, loginUrls, day: dayOf(now) });
}

/** Profiles without a record, and records without a profile: both are left to a person. */
function leftOut(
  reading: Reading,
  read: SitesRead,
  wanted: readonly ProfileRecord[],
  link: string
): readonly Finding[] {
  const profiles = factOr(reading.facts.profiles, []);
  const found = wanted.map((record) => profileOf(record, profiles)?.id);
  const without = usableProfiles(reading, read).filter(({ id }) => !found.includes(id));
  const strays = wanted.filter((record) => profileOf(record, profiles) === undefined);
  return [
    ...(without.length === 0
      ? []
      : [
          findingsOf('profilesWithoutRecord', 'Without a record')(
            'unknown',
            `The records are your allow-list, so none was added for ${listed(without.map(({ name }) => name))}.`,
            {
              fix: 'Add a record of External User Profile with the profile’s name, and run this again.',
              link,
              facts: { profiles: without.map(({ name }) => name) }
            }
          )
        ]),
    ...(strays.length === 0
      ? []
      : [
          findingsOf('recordsWithoutProfile', 'Unknown profiles')(
            'warning',
            `Left as they are, as the org has no such external profile: ${listed(strays.map(({ fields }) => displayText(fields.Profile__c)))}.`,
            { fix: 'Correct or delete these records.', link, facts: { records: strays.map(fullNameOf) } }
          )
        ])
  ];
}

function factsOf(changes: readonly RecordChange[]): Pick<Finding, 'facts'> {
  return {
    facts: {
      changes: changes.map(({ record, isNew, fields }) => ({
        record: fullNameOf(record),
        isNew,
        fields: fields.map(({ field, from, to }) => ({ field, from, to }))
      }))
    }
  };
}
