import { getRecords, type RecordRepresentation } from 'lightning/uiRecordApi';
import { recordsOf, type CaseRecord, type DecisionCase } from '../cases/decisionCase.ts';
import { fieldUndefined, ofQuery, queryData, record } from './answers.ts';
import { settled } from './screen.ts';
import { org } from './testOrg.ts';
import { testWire } from './wires.ts';

/** Answers the records of a case as UI API and GraphQL do. */

function toNode(row: CaseRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const isRecord = typeof value === 'object' && value !== null;
      return [field, field === 'Id' ? value : isRecord ? toNode(value) : { value }];
    })
  );
}

export function toRecord(apiName: string, row: CaseRecord): RecordRepresentation {
  const fields = Object.entries(row).map(([field, value]) => {
    return [field, typeof value === 'object' && value !== null ? toRecord(field, value) : value] as const;
  });
  return record(apiName, idOf(row), Object.fromEntries(fields));
}

function idOf({ Id }: CaseRecord): string {
  return typeof Id === 'string' ? Id : '';
}

function nodesOf(given: DecisionCase, object: string): readonly Readonly<Record<string, unknown>>[] {
  return (recordsOf(given)[object] ?? []).map(toNode);
}

/** Answers a query, or refuses it if the org lacks a field or object that the query needs. */
export function answerQuery(given: DecisionCase, query: string, needed: string, ...objects: readonly string[]): void {
  if (given.lacking?.includes(needed)) {
    org.emitErrors([fieldUndefined], ofQuery(query));
  } else {
    org.emit(queryData(Object.fromEntries(objects.map((object) => [object, nodesOf(given, object)]))), ofQuery(query));
  }
}

/** Answers which users have the names that are asked for. */
export async function answerNamesOf(given: DecisionCase, query: string): Promise<void> {
  const users = nodesOf(given, 'User').filter(({ CommunityNickname }) => CommunityNickname !== undefined);
  org.emit(queryData({ usernames: users, nicknames: users }), ofQuery(query));
  await settled();
}

/** Answers the requests about the org in the order in which components send them. */
export async function answerOrgOf(given: DecisionCase): Promise<void> {
  answerQuery(given, 'ExternalUserProfiles', 'Profile', 'Profile');
  answerQuery(given, 'ExternalUserSites', 'Network', 'Network');
  await settled();
  testWire(getRecords).emit({ results: licenseResultsOf(given) });
  answerQuery(given, 'ExternalUserSettings', '', 'User', 'External_User_Setting__mdt', 'External_User_Profile__mdt');
  await settled();
}

function licenseResultsOf(given: DecisionCase) {
  const { Profile = [], UserLicense = [] } = recordsOf(given);
  return Profile.map((profile) => {
    const license = UserLicense.find((row) => idOf(row) === profile['UserLicenseId']);
    const shown = license && toRecord('UserLicense', license);
    return { statusCode: 200, result: record('Profile', idOf(profile), { UserLicense: shown }) };
  });
}
