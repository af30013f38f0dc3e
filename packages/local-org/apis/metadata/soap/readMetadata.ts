import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';

/**
 * Reads components by metadata type and full name; null for a type that is not modelled. An unknown name gives an empty record.
 * Source: Metadata API Developer Guide, readMetadata(), CommunitiesSettings.
 */
export function readMetadata(org: Org, type: string, fullNames: readonly string[]): XmlValue | null {
  if (type !== 'CommunitiesSettings') return null;
  return { records: fullNames.map((fullName) => (fullName === 'Communities' ? communitiesSettings(org) : {})) };
}

function communitiesSettings({ metadata, schema }: Org): XmlValue {
  const { standardExternalProfiles, usernameUniquenessInOrg } = metadata.settings;
  return {
    fullName: 'Communities',
    enableNetworksEnabled: schema.object('Network') !== undefined,
    enableOotbProfExtUserOpsEnable: standardExternalProfiles,
    enableUsernameUniqForOrgPref: usernameUniquenessInOrg
  };
}
