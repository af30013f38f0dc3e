import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';

/** Standard profiles whose metadata name is not their label. Source: Metadata API, Profile. */
const METADATA_NAMES: Readonly<Record<string, string>> = {
  'System Administrator': 'Admin',
  'Standard User': 'Standard'
};

/** The metadata name of a Profile, PermissionSet or Network record. */
export function fullNameOf(record: StoredRecord): string {
  const name = textOf(record, 'Name');
  return record.Id.startsWith('00e') ? (METADATA_NAMES[name] ?? name) : name;
}

/** The `Name` of the Profile record with this metadata name. */
export function profileName(fullName: string): string {
  return Object.entries(METADATA_NAMES).find(([, metadataName]) => metadataName === fullName)?.[0] ?? fullName;
}
