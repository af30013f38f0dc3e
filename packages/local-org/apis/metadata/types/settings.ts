import type { Features } from '../../../engine/schema/features.ts';
import type { OrgSettings } from '../../../engine/world/settings.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { checkXml } from '../wsdl/checkXml.ts';
import { wsdlTypes } from '../wsdl/wsdl.ts';
import { isOn } from './grant.ts';
import { fillNewFields } from './newFields.ts';
import type { TypeRules } from './typeRules.ts';

/**
 * `Communities.settings` and its like: a file of a type of its own. What the local org models of them takes effect.
 * Source: Metadata API, Settings, CommunitiesSettings.
 */
export const settings: TypeRules = {
  keyPrefix: '0DS',
  check: ({ fullName, xml }, { world }) => {
    const type = `${fullName}Settings`;
    if (wsdlTypes().membersOf(type) === undefined) return [{ problem: `Invalid settings type: ${type}`, ...xml.start }];
    const problem = checkXml(xml, type);
    if (problem !== null) return [problem];
    const isTurnedOff =
      fullName === 'Communities' && world.features.digitalExperiences && says(xml, 'enableNetworksEnabled', false);
    return isTurnedOff ? [{ problem: 'Digital Experiences can’t be turned off once it is on', ...xml.start }] : [];
  },
  apply: ({ fullName, xml }, { world }) => {
    if (fullName === 'Language') world.metadata.setSettings(settingsIn(xml));
    if (fullName !== 'Communities') return;
    world.metadata.setFeatures(featuresIn(xml));
    world.metadata.setSettings(settingsIn(xml));
    for (const object of world.schema.objects) fillNewFields(world, object);
  }
};

function says(xml: XmlElement, name: string, value: boolean): boolean {
  return xml.children.some((child) => child.name === name) && isOn(xml, name) === value;
}

function featuresIn(xml: XmlElement): Partial<Features> {
  return {
    ...(says(xml, 'enableNetworksEnabled', true) ? { digitalExperiences: true } : {}),
    ...(says(xml, 'enableEnablePRM', true) ? { partnerAccounts: true } : {})
  };
}

function settingsIn(xml: XmlElement): Partial<OrgSettings> {
  const named = SETTINGS.filter(([element]) => xml.children.some(({ name }) => name === element));
  return Object.fromEntries(named.map(([element, setting]) => [setting, isOn(xml, element)]));
}

/** Elements of the files by the settings that the local org models. */
const SETTINGS: readonly (readonly [element: string, setting: keyof OrgSettings])[] = [
  ['enableOotbProfExtUserOpsEnable', 'standardExternalProfiles'],
  ['enableUsernameUniqForOrgPref', 'usernameUniquenessInOrg'],
  ['enableTranslationWorkbench', 'translationWorkbench']
];
