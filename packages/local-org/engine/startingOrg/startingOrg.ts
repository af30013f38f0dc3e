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

/**
 * An org at its start, references not yet resolved. What the platform derives is the org's to derive:
 * Name, User.UserType, User.AccountId, UserLicense.UsedLicenses, portal roles, NetworkMember rows.
 */
export interface StartingOrg {
  readonly name: string;
  /** Why this org exists, in one sentence. */
  readonly why: string;
  /** Reference of the Contact at which a demo opens; empty for an org without contacts. */
  readonly defaultContact: string;
  /** Reference of the User who owns and created every record that names nobody else. */
  readonly createdBy: string;
  readonly features: Features;
  readonly settings: OrgSettings;
  /** What is deployed there; records are among the others, by the type's API name. */
  readonly customMetadataTypes: Readonly<Record<string, CustomMetadataType>>;
  /** Usernames that users of other orgs hold, in lower case. */
  readonly usernamesElsewhere: readonly string[];
  /** References of the Profiles that came with the org: standardExternalProfiles is about those. */
  readonly standardProfiles: readonly string[];
  /** Who may call the APIs: the label shown and the reference of a User. A demo signs in the first. */
  readonly people: readonly { readonly label: string; readonly user: string }[];
  /** By reference of a Profile or PermissionSet. */
  readonly grants: Readonly<Record<string, Grant>>;
  /** Accounts and contacts beside the records, made up. */
  readonly population?: Population;
  /** Every record: set-up objects first, then what the tree files hold. */
  readonly records: readonly StartingRecord[];
}

/** Thrown for a name that no file in `startingOrgs/` has. */
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

/** The form of a file in `startingOrgs/`: `extends` names the org of which it is a JSON Merge Patch (RFC 7396). */
interface OrgFile extends Omit<StartingOrg, 'name' | 'records'> {
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, FieldValue>>>>>>;
  readonly treeFiles: readonly string[];
}

/** The names that `readStartingOrg` knows, the default first. */
export function startingOrgNames(): string[] {
  const names = readdirSync(ORGS).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []));
  return ['ready', ...names.filter((name) => name !== 'ready').sort()];
}

/** One of the starting orgs, fresh from its file. Throws UnknownStartingOrg. */
export function readStartingOrg(name: string): StartingOrg {
  const names = startingOrgNames();
  if (!names.includes(name)) {
    throw new UnknownStartingOrg(name, names);
  }
  const { records, treeFiles, ...rest } = readOrgFile(name);
  return { ...rest, name, records: startingRecords(records, treeFiles) };
}

function readOrgFile(name: string): OrgFile {
  const { extends: base, ...own } = JSON.parse(readFileSync(join(ORGS, `${name}.json`), 'utf8')) as Partial<OrgFile> & {
    readonly extends?: string;
  };
  return (base === undefined ? own : mergePatch(readOrgFile(base), own)) as OrgFile;
}

/** What the org file says of a tree file's record is laid over it, so that both orgs may import the same tree file. */
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

/** A merge patch cannot set a field to null; as in a form, an empty text does. */
function emptyToNull(fields: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]));
}
