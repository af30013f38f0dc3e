import type { Org } from '../../../engine/org/org.ts';
import { textOf, type FieldValue, type StoredRecord } from '../../../engine/storage/record.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { fullNameOf } from '../types/fullNames.ts';
import { element } from './metadataFile.ts';

/**
 * The current file of a site. Settings and members come from the records, because other APIs change them too; the rest comes
 * from the deployed file, or from the template of a site that was never deployed.
 */
export function networkElements(org: Org, site: StoredRecord): XmlElement[] {
  const known = knownElements(org, site);
  const deployed = without(org.metadata.component('Network', fullNameOf(site))?.xml.children ?? [], known);
  const template = without(templateElements(site), [...known, ...deployed]);
  return [...known, ...deployed, ...template].sort((one, other) => compare(one.name, other.name));
}

function without(elements: readonly XmlElement[], others: readonly XmlElement[]): XmlElement[] {
  const names = new Set(others.map(({ name }) => name));
  return elements.filter(({ name }) => !names.has(name));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function knownElements(org: Org, site: StoredRecord): XmlElement[] {
  const flag = (value: FieldValue | undefined): string => String(value === true);
  const profile = org.find(textOf(site, 'SelfRegProfileId'));
  const description = textOf(site, 'Description');
  return [
    element('allowInternalUserLogin', flag(site['OptionsAllowInternalUserLogin'])),
    ...(description === '' ? [] : [element('description', description)]),
    element('emailSenderAddress', textOf(site, 'EmailSenderAddress')),
    element('emailSenderName', textOf(site, 'EmailSenderName') || textOf(site, 'Name')),
    element('networkMemberGroups', memberElements(org, site)),
    ...(profile === undefined ? [] : [element('selfRegProfile', fullNameOf(profile))]),
    element('selfRegistration', flag(site['OptionsSelfRegistrationEnabled'])),
    element('sendWelcomeEmail', flag(site['OptionsSendWelcomeEmail'])),
    element('status', textOf(site, 'Status')),
    element('urlPathPrefix', textOf(site, 'UrlPathPrefix'))
  ];
}

/** Members in the order in which orgs write them: permission sets first, then by name. */
function memberElements(org: Org, site: StoredRecord): XmlElement[] {
  const groups = org.schema.object('NetworkMemberGroup');
  const holders = (groups === undefined ? [] : org.where(groups, 'NetworkId', site.Id)).flatMap(
    (group) => org.find(textOf(group, 'ParentId')) ?? []
  );
  return holders
    .map((holder) => element(holder.Id.startsWith('00e') ? 'profile' : 'permissionSet', fullNameOf(holder)))
    .sort((one, other) => compare(`${one.name} ${one.text}`, `${other.name} ${other.text}`));
}

const FOLDER = 'unfiled$public/Communities';

/** The pages of a site from an Experience Builder template. Source: Metadata API, Network and NetworkPageOverride. */
function templateElements(site: StoredRecord): XmlElement[] {
  return [
    element('changePasswordTemplate', `${FOLDER}ChangePassword`),
    element('forgotPasswordTemplate', `${FOLDER}ForgotPassword`),
    element('networkPageOverrides', [
      element('changePasswordPageOverrideSetting', 'Standard'),
      element('forgotPasswordPageOverrideSetting', 'Designer'),
      element('homePageOverrideSetting', 'Designer'),
      element('loginPageOverrideSetting', 'Designer'),
      element('selfRegProfilePageOverrideSetting', 'Designer')
    ]),
    element('site', textOf(site, 'Name').replaceAll(/\W+/g, '_')),
    element('tabs', [element('defaultTab', 'home'), element('standardTab', 'Chatter')]),
    element('welcomeTemplate', `${FOLDER}Welcome`)
  ];
}
