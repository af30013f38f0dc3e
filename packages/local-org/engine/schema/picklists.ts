import picklistFile from './picklists/picklists.json' with { type: 'json' };
import timeZones from './picklists/timeZones.json' with { type: 'json' };
import locales from './picklists/locales.json' with { type: 'json' };
import languages from './picklists/languages.json' with { type: 'json' };
import type { PicklistValue } from './objectSchema.ts';

/** Labels by value in display order. In a list each value is its own label. `@name` refers to another entry of the file. */
type Picklist = Readonly<Record<string, string>> | readonly string[] | string;

const picklists = {
  ...picklistFile,
  timeZones,
  locales,
  languages
} as Readonly<Record<string, Picklist>>;

/** The picklist values of a field; empty for other fields. */
export function picklistValues(object: string, field: string): readonly PicklistValue[] {
  return valuesOf(`${object}.${field}`);
}

function valuesOf(name: string): readonly PicklistValue[] {
  const picklist = picklists[name];
  if (picklist === undefined) {
    return [];
  }
  if (typeof picklist === 'string') {
    return valuesOf(picklist.slice('@'.length));
  }
  const labelled: readonly (readonly [string, string])[] = isList(picklist)
    ? picklist.map((value) => [value, value] as const)
    : Object.entries(picklist);
  return labelled.map(([value, label]) => ({ value, label, active: true, isDefault: false }));
}

function isList(picklist: Readonly<Record<string, string>> | readonly string[]): picklist is readonly string[] {
  return Array.isArray(picklist);
}
