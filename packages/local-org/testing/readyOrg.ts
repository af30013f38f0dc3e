import type { Person } from '../engine/access/person.ts';
import type { WriteResult } from '../engine/dml/writes.ts';
import { createOrg } from '../engine/org/createOrg.ts';
import type { Org } from '../engine/org/org.ts';
import type { ObjectSchema } from '../engine/schema/objectSchema.ts';
import { readStartingOrg, type StartingOrg } from '../engine/startingOrg/startingOrg.ts';
import type { Fields, FieldValue, StoredRecord } from '../engine/storage/record.ts';
import type { OrgSettings } from '../engine/world/settings.ts';

/** The starting org of most tests, with changed settings. */
export function readyOrg(
  settings: Partial<OrgSettings> = {},
  change: (starting: StartingOrg) => StartingOrg = same
): Org {
  const starting = readStartingOrg('ready');
  return createOrg(change({ ...starting, settings: { ...starting.settings, ...settings } }), {
    seed: 1,
    url: () => 'http://localhost:4280'
  });
}

/** Changes fields of one record of a starting org. */
export function withFields(reference: string, fields: Fields): (starting: StartingOrg) => StartingOrg {
  return (starting) => ({
    ...starting,
    records: starting.records.map((record) =>
      record.reference === reference ? { ...record, fields: { ...record.fields, ...fields } } : record
    )
  });
}

function same(starting: StartingOrg): StartingOrg {
  return starting;
}

export function objectNamed(org: Org, apiName: string): ObjectSchema {
  const object = org.schema.object(apiName);
  if (object === undefined) throw new Error(`No object ${apiName}`);
  return object;
}

/** Finds a record by its Name or Username. */
export function recordNamed(org: Org, apiName: string, name: string): StoredRecord {
  const record = org.all(objectNamed(org, apiName)).find(({ Name, Username }) => Name === name || Username === name);
  if (record === undefined) throw new Error(`No ${apiName} ${name}`);
  return record;
}

export function personLabelled(org: Org, label: string): Person {
  const person = org.people.find((candidate) => candidate.label === label);
  if (person === undefined) throw new Error(`No person ${label}`);
  return person;
}

export const admin = (org: Org): Person => personLabelled(org, 'System Administrator');

/** The fields of a customer user for Amélie Dubois. */
export function amelie(org: Org, changes: Fields = {}): Fields {
  return {
    ContactId: recordNamed(org, 'Contact', 'Amélie Dubois').Id,
    ProfileId: recordNamed(org, 'Profile', 'Acme Customer').Id,
    Username: 'amelie.dubois@northwind.example.acme',
    Email: 'amelie.dubois@northwind-angstrom.example',
    FirstName: 'Amélie',
    LastName: 'Dubois',
    Alias: 'adubo',
    CommunityNickname: 'amelie.dubois',
    TimeZoneSidKey: 'Europe/Stockholm',
    LocaleSidKey: 'en_GB',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    ...changes
  };
}

export function insert(org: Org, apiName: string, fields: Fields, person: Person = admin(org)): WriteResult {
  return org.transact(person, { allOrNone: true }, (writes) => writes.insert(objectNamed(org, apiName), fields));
}

export function update(org: Org, id: string, fields: Fields, person: Person = admin(org)): WriteResult {
  return org.transact(person, { allOrNone: true }, (writes) => writes.update(id, fields));
}

/** The record of a successful write; a refused one fails the test. */
export function written(org: Org, result: WriteResult): StoredRecord {
  if (!result.success) throw new Error(result.errors.map(({ message }) => message).join('; '));
  const record = org.find(result.id);
  if (record === undefined) throw new Error(`No record ${result.id}`);
  return record;
}

/** The status codes of a refused write; empty for a successful one. */
export function codesOf(result: WriteResult): string[] {
  return result.success ? [] : result.errors.map(({ statusCode }) => statusCode);
}

/** How many seats of a license are used. */
export function seatsUsed(org: Org, license: string): FieldValue | undefined {
  return recordNamed(org, 'UserLicense', license).UsedLicenses;
}

/** The names of a user's sites. */
export function sitesOf(org: Org, user: StoredRecord): (FieldValue | undefined)[] {
  return org
    .all(objectNamed(org, 'NetworkMember'))
    .filter((member) => member.MemberId === user.Id)
    .map((member) => org.find(String(member.NetworkId))?.Name);
}
