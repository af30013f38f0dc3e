import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { SETTINGS_NAMES, settingsValues } from '../describe/orgSettings.ts';

/**
 * Reads components by metadata type and full name; null for a type that is not modelled. An unknown name gives an empty record.
 * Source: Metadata API Developer Guide, readMetadata(), CommunitiesSettings, FlowSettings, SharingSettings.
 */
export function readMetadata(org: Org, type: string, fullNames: readonly string[]): XmlValue | null {
  const name = SETTINGS_NAMES.find((one) => `${one}Settings` === type);
  if (name === undefined) return null;
  return {
    records: fullNames.map((fullName) => (fullName === name ? { fullName, ...settingsValues(org, name) } : {}))
  };
}
