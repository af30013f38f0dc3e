import type { Features } from '../../../engine/schema/features.ts';
import type { OrgSettings } from '../../../engine/world/settings.ts';
import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { checkXml } from '../wsdl/checkXml.ts';
import { wsdlTypes } from '../wsdl/wsdl.ts';
import { fillNewFields } from './newFields.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * Settings such as `Communities.settings`. The settings that the local org models take effect.
 * Source: Metadata API, Settings, CommunitiesSettings, FlowSettings, LanguageSettings, SharingSettings.
 */
export const settings: TypeRules = {
  keyPrefix: '0DS',
  check: ({ fullName, xml }, { world }) => {
    const type = `${fullName}Settings`;
    if (wsdlTypes().membersOf(type) === undefined) return [{ problem: `Invalid settings type: ${type}`, ...xml.start }];
    const problem = checkXml(xml, type);
    if (problem !== null) return [problem];
    const isTurnedOff =
      fullName === 'Communities' && world.features.digitalExperiences && hasValue(xml, 'enableNetworksEnabled', false);
    return isTurnedOff ? [{ problem: 'Digital Experiences can’t be turned off once it is on', ...xml.start }] : [];
  },
  apply: ({ fullName, xml }, { world }) => {
    if (WITHOUT_FEATURES.includes(fullName)) world.metadata.setSettings(settingsIn(xml));
    if (fullName !== 'Communities') return;
    world.metadata.setFeatures(featuresIn(xml));
    world.metadata.setSettings(settingsIn(xml));
    for (const object of world.schema.objects) fillNewFields(world, object);
  }
};

/** Settings that add nothing to the schema. */
const WITHOUT_FEATURES: readonly string[] = ['Language', 'Flow', 'Sharing'];

function hasValue(xml: XmlElement, name: string, value: boolean): boolean {
  return xml.children.some((child) => child.name === name) && (textOfChild(xml, name) === 'true') === value;
}

function featuresIn(xml: XmlElement): Partial<Features> {
  return {
    ...(hasValue(xml, 'enableNetworksEnabled', true) ? { digitalExperiences: true } : {}),
    ...(hasValue(xml, 'enableEnablePRM', true) ? { partnerAccounts: true } : {})
  };
}

function settingsIn(xml: XmlElement): Partial<OrgSettings> {
  const named = SETTINGS.filter(([element]) => xml.children.some(({ name }) => name === element));
  return Object.fromEntries(named.map(([element, setting]) => [setting, textOfChild(xml, element) === 'true']));
}

/** The modelled settings by the elements of the files. */
const SETTINGS: readonly (readonly [element: string, setting: keyof OrgSettings])[] = [
  ['enableOotbProfExtUserOpsEnable', 'standardExternalProfiles'],
  ['enableUsernameUniqForOrgPref', 'usernameUniquenessInOrg'],
  ['enableTranslationWorkbench', 'translationWorkbench'],
  ['enableFlowDeployAsActiveEnabled', 'flowsDeployActive'],
  ['enableLightningRuntimeEnabled', 'lightningRuntimeForFlows'],
  ['enableAccountRoleOptimization', 'accountRoleOptimization']
];
