import type { Org } from '../../../engine/org/org.ts';

/** Settings that every org has, as far as the local org models them: their values by the elements of their file. */
export type SettingsValues = Readonly<Record<string, boolean>>;

/** The names of the settings that are modelled, such as `Flow` of `Flow.settings`. */
export const SETTINGS_NAMES: readonly string[] = ['Communities', 'Flow', 'Sharing'];

/** The values of settings; null for settings that are not modelled. Source: Metadata API, CommunitiesSettings, FlowSettings, SharingSettings. */
export function settingsValues(org: Org, name: string): SettingsValues | null {
  switch (name) {
    case 'Communities':
      return communitiesSettings(org);
    case 'Flow':
      return flowSettings(org);
    case 'Sharing':
      return { enableAccountRoleOptimization: org.metadata.settings.accountRoleOptimization === true };
    default:
      return null;
  }
}

function flowSettings({ metadata }: Org): SettingsValues {
  const { flowsDeployActive, lightningRuntimeForFlows = true } = metadata.settings;
  return {
    enableFlowDeployAsActiveEnabled: flowsDeployActive ?? !metadata.isProduction(),
    enableLightningRuntimeEnabled: lightningRuntimeForFlows
  };
}

function communitiesSettings({ metadata, schema }: Org): SettingsValues {
  const { standardExternalProfiles, usernameUniquenessInOrg } = metadata.settings;
  return {
    enableNetworksEnabled: schema.object('Network') !== undefined,
    enableOotbProfExtUserOpsEnable: standardExternalProfiles,
    enableUsernameUniqForOrgPref: usernameUniquenessInOrg
  };
}
