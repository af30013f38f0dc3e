import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';

/**
 * Reads components by metadata type and full name; null for a type that is not modelled. An unknown name gives an empty record.
 * Source: Metadata API Developer Guide, readMetadata(), CommunitiesSettings, FlowSettings, SharingSettings.
 */
export function readMetadata(org: Org, type: string, fullNames: readonly string[]): XmlValue | null {
  const settings = SETTINGS[type];
  if (settings === undefined) return null;
  const [name, read] = settings;
  return { records: fullNames.map((fullName) => (fullName === name ? read(org) : {})) };
}

const SETTINGS: Readonly<Record<string, readonly [name: string, read: (org: Org) => XmlValue]>> = {
  CommunitiesSettings: ['Communities', communitiesSettings],
  FlowSettings: ['Flow', flowSettings],
  SharingSettings: ['Sharing', sharingSettings]
};

function sharingSettings({ metadata }: Org): XmlValue {
  return { fullName: 'Sharing', enableAccountRoleOptimization: metadata.settings.accountRoleOptimization === true };
}

function flowSettings({ metadata }: Org): XmlValue {
  const { flowsDeployActive, lightningRuntimeForFlows = true } = metadata.settings;
  return {
    fullName: 'Flow',
    enableFlowDeployAsActiveEnabled: flowsDeployActive ?? !metadata.isProduction(),
    enableLightningRuntimeEnabled: lightningRuntimeForFlows
  };
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
