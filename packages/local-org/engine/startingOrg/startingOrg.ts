import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePatch } from './mergePatch.ts';
import { readTreeFile, type StartingRecord } from './treeFile.ts';
import type { CustomMetadataType } from '../schema/customMetadata.ts';
import type { Features } from '../schema/features.ts';
import type { FieldValue } from '../storage/record.ts';
import type { Grant } from '../world/grant.ts';
import type { OrgSettings } from '../world/settings.ts';
import type { Population } from './population.ts';

/** What a host shows of a starting org in a menu. */
export interface StartingOrgSummary {
  readonly name: string;
  readonly title: string;
  /** One or two sentences that say why this org exists. */
  readonly why: string;
  /** What a newcomer can try in it, in this order. */
  readonly steps: readonly StartingOrgStep[];
}

export interface StartingOrgStep {
  readonly text: string;
  /** What a host opens for it: a page of its own, or a path of the local org. */
  readonly opens?: 'contact' | 'contacts' | 'outbox' | 'users' | `/${string}`;
  /** The name of the starting org that it starts. */
  readonly starts?: string;
}

/**
 * The content of an org before it starts. Its references are not resolved yet, and it lacks what the platform derives:
 * Name, User.UserType, User.AccountId, UserLicense.UsedLicenses, portal roles, NetworkMember rows.
 */
export interface StartingOrg extends StartingOrgSummary {
  /** Reference of the Contact that a demo opens; empty if the org has no contacts. */
  readonly defaultContact: string;
  /** Reference of the User who created every record, and who owns those without another owner. */
  readonly createdBy: string;
  readonly features: Features;
  readonly settings: OrgSettings;
  /** By API name. Their records are in `records`. */
  readonly customMetadataTypes: Readonly<Record<string, CustomMetadataType>>;
  /** Usernames of users in other orgs, in lower case. */
  readonly usernamesElsewhere: readonly string[];
  /** References of the standard profiles, which the setting `standardExternalProfiles` is about. */
  readonly standardProfiles: readonly string[];
  /** The users who may call the APIs, each with a label that a host shows. A demo signs the first one in. */
  readonly people: readonly { readonly label: string; readonly user: string }[];
  /** Makes the id of the org; the seed makes it when left out. */
  readonly instance?: number;
  /** By the reference of a Profile or PermissionSet. */
  readonly grants: Readonly<Record<string, Grant>>;
  /** Made-up accounts and contacts in addition to the records. */
  readonly population?: Population;
  /** All records: setup objects first, then those of the tree files. */
  readonly records: readonly StartingRecord[];
}

/** No file in `startingOrgs/` has this name. */
export class UnknownStartingOrg extends Error {
  override readonly name = 'UnknownStartingOrg';
  readonly knownNames: readonly string[];

  constructor(orgName: string, knownNames: readonly string[]) {
    super(`There is no starting org "${orgName}". Known ones: ${knownNames.join(', ')}.`);
    this.knownNames = knownNames;
  }
}

const ORGS = join(import.meta.dirname, '..', '..', 'startingOrgs');
const DEMO_DATA = join(import.meta.dirname, '..', '..', '..', '..', 'data');

/** The content of a file in `startingOrgs/`. With `extends` it is a JSON Merge Patch (RFC 7396) of another org. */
interface OrgFile extends Omit<StartingOrg, 'name' | 'records'> {
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, FieldValue>>>>>>;
  readonly treeFiles: readonly string[];
}

type ExtendingFile = Partial<OrgFile> & { readonly extends?: string };

/** The names of all starting orgs, the default first. */
export function startingOrgNames(): string[] {
  const names = readdirSync(ORGS).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []));
  return ['ready', ...names.filter((name) => name !== 'ready').sort()];
}

/** Describes all starting orgs, the default first. */
export function describeStartingOrgs(): StartingOrgSummary[] {
  return startingOrgNames().map((name) => {
    const { title = '', why = '', steps = [] } = readFile(name);
    return { name, title, why, steps };
  });
}

/** Reads a starting org from its file. Throws UnknownStartingOrg. */
export function readStartingOrg(name: string): StartingOrg {
  const names = startingOrgNames();
  if (!names.includes(name)) {
    throw new UnknownStartingOrg(name, names);
  }
  const { records, treeFiles, ...rest } = readOrgFile(name);
  return { ...rest, name, records: startingRecords(records, treeFiles) };
}

/** Merges the file into the org that it extends, whose description does not describe this one. */
function readOrgFile(name: string): OrgFile {
  const { extends: base, ...own } = readFile(name);
  if (base === undefined) {
    return own as OrgFile;
  }
  return mergePatch({ ...readOrgFile(base), title: '', why: '', steps: [] }, own) as OrgFile;
}

function readFile(name: string): ExtendingFile {
  return JSON.parse(readFileSync(join(ORGS, `${name}.json`), 'utf8')) as ExtendingFile;
}

/** Merges fields of the org file into records of the tree files, so that several orgs can share one tree file. */
function startingRecords(records: OrgFile['records'], treeFiles: readonly string[]): StartingRecord[] {
  const own = Object.entries(records).flatMap(([object, byReference]) =>
    Object.entries(byReference).map(([reference, fields]) => ({ reference, object, fields: emptyToNull(fields) }))
  );
  const fromTrees = treeFiles.flatMap((file) => readTreeFile(join(DEMO_DATA, file)));
  const inTrees = new Set(fromTrees.map(({ reference }) => reference));
  const changes = new Map(own.map(({ reference, fields }) => [reference, fields]));
  return [
    ...own.filter(({ reference }) => !inTrees.has(reference)),
    ...fromTrees.map((record) => ({ ...record, fields: { ...record.fields, ...changes.get(record.reference) } }))
  ];
}

/** An empty text means null, because a merge patch cannot set a field to null. */
function emptyToNull(fields: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]));
}
