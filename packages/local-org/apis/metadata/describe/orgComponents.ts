import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import { isCustom } from '../../shared/view.ts';
import { metadataType } from '../metadataTypes.ts';
import type { Org } from '../../../engine/org/org.ts';

/** A component that an org has, as listMetadata gives it. Source: Metadata API, FileProperties. */
export interface ComponentProperties {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly id: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedDate: string;
}

/** What was deployed, and what the org has without a deploy: its objects, profiles, permission sets and sites. */
export function componentsOf(org: Org, type: string): readonly ComponentProperties[] {
  const deployed = org.metadata.components(type);
  const known = new Set(deployed.map(({ fullName }) => fullName.toLowerCase()));
  const others = recordsOf(org, type).filter(({ fullName }) => !known.has(fullName.toLowerCase()));
  return [...deployed, ...others];
}

function recordsOf(org: Org, type: string): ComponentProperties[] {
  switch (type) {
    case 'Profile':
    case 'PermissionSet':
    case 'Network': {
      const object = org.schema.object(type);
      const records = object === undefined ? [] : org.all(object);
      return records.map((record) => properties(org, type, fullNameOf(record), record));
    }
    case 'CustomObject':
      return org.schema.objects.map(({ apiName }) => properties(org, type, apiName));
    case 'CustomField':
      return org.schema.objects.flatMap(({ apiName, fields }) =>
        [...fields.keys()].filter(isCustom).map((field) => properties(org, type, `${apiName}.${field}`))
      );
    default:
      return [];
  }
}

/** Profiles that come with an org have names of their own in metadata. Source: Metadata API, Profile. */
const METADATA_NAMES: Readonly<Record<string, string>> = {
  'System Administrator': 'Admin',
  'Standard User': 'Standard'
};

/** The metadata name of a Profile, PermissionSet or Network. */
export function fullNameOf(record: StoredRecord): string {
  const name = textOf(record, 'Name');
  return record.Id.startsWith('00e') ? (METADATA_NAMES[name] ?? name) : name;
}

/** The `Name` of the Profile that a metadata name means. */
export function profileName(fullName: string): string {
  return Object.entries(METADATA_NAMES).find(([, metadataName]) => metadataName === fullName)?.[0] ?? fullName;
}

function properties(org: Org, typeName: string, fullName: string, record?: StoredRecord): ComponentProperties {
  const type = metadataType(typeName);
  const file = type?.parent === undefined ? fullName : fullName.split('.')[0];
  const author = org.people[0]?.userId ?? '';
  const date = new Date(org.clock.now()).toISOString();
  return {
    type: typeName,
    fullName,
    fileName: `${type?.directoryName ?? ''}/${file ?? fullName}.${type?.suffix ?? ''}`,
    id: record?.Id ?? '',
    createdById: record === undefined ? author : textOf(record, 'CreatedById'),
    createdDate: record === undefined ? date : textOf(record, 'CreatedDate'),
    lastModifiedById: record === undefined ? author : textOf(record, 'LastModifiedById'),
    lastModifiedDate: record === undefined ? date : textOf(record, 'LastModifiedDate')
  };
}
