import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';

/** Standard profiles whose metadata name is not their label. Source: Metadata API, Profile. */
const METADATA_NAMES: Readonly<Record<string, string>> = {
  'System Administrator': 'Admin',
  'Standard User': 'Standard'
};

/** The metadata types whose components have free names; all others have API names. */
const FREE_NAMES: ReadonlySet<string> = new Set(['Layout', 'Network', 'Profile']);

/** The metadata name of a Profile, PermissionSet or Network record. */
export function fullNameOf(record: StoredRecord): string {
  const name = textOf(record, 'Name');
  const known = record.Id.startsWith('00e') ? METADATA_NAMES[name] : undefined;
  return known ?? encodeName(name);
}

/** The `Name` of the Profile record with this metadata name. */
export function profileName(fullName: string): string {
  const standard = Object.entries(METADATA_NAMES).find(([, metadataName]) => metadataName === fullName)?.[0];
  return standard ?? decodeName(fullName);
}

/** The full name of a component that a deploy names; a free name may come with or without codes [F-102]. */
export function deployedName(type: string, name: string): string {
  const decoded = decodeName(name);
  return FREE_NAMES.has(type) && decoded !== '*' ? encodeName(decoded) : decoded;
}

/** A free name as the Metadata API writes it: each character but letters, digits, blanks, `_` and `-` is a code [F-102]. */
export function encodeName(name: string): string {
  return name.toWellFormed().replace(/[^\p{L}\p{N} _-]/gu, (character) => {
    const code = encodeURIComponent(character);
    return code === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : code;
  });
}

/** A name without codes. A `%` that begins no code stays. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
