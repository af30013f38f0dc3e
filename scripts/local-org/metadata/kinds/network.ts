import { childOf, childrenOf, textOfChild, type XmlElement } from '../../soap/xml.ts';
import type { FieldValue, StoredRecord } from '../../types.ts';
import { textOf } from '../../values.ts';
import { standardObject, type World } from '../../world.ts';
import type { Draft } from '../draft.ts';
import { missingReference, type Problem } from '../problem.ts';
import type { Kind } from './kind.ts';
import { profileRecord } from './profile.ts';

/**
 * An Experience Cloud site's settings, status and members. The site itself comes from a template (`sf community create`):
 * a Network without its CustomSite is refused. Source: Metadata API, Network.
 */
export const network: Kind = {
  keyPrefix: '0DB',
  check: ({ fullName, xml }, { world }) => {
    if (!world.features.digitalExperiences) return [{ problem: 'Not available for deploy for this organization' }];
    if (networkRecord(world, fullName) === undefined) {
      return [{ problem: missingReference('site', 'CustomSite', textOfChild(xml, 'site')) }];
    }
    return memberElements(xml).flatMap((element): Problem[] => {
      const [type, name] = [TYPES[element.name] ?? '', element.text.trim()];
      return memberId(world, element) === undefined
        ? [{ problem: missingReference(element.name, type, name), ...element.start }]
        : [];
    });
  },
  apply: (component, draft) => {
    const { world } = draft;
    const before = networkRecord(world, component.fullName);
    if (before === undefined) return;
    const site = draft.saveRecord(standardObject(world, 'Network'), before, settingsOf(component.xml));
    if (childOf(component.xml, 'networkMemberGroups') !== undefined) setMembers(component.xml, site, draft);
  }
};

const TYPES: Readonly<Record<string, string>> = { profile: 'Profile', permissionSet: 'PermissionSet' };

/** The site of a metadata name, which encodes what a file name cannot hold. */
export function networkRecord({ records }: World, fullName: string): StoredRecord | undefined {
  return records.all('Network').find((record) => textOf(record, 'Name').toLowerCase() === fullName.toLowerCase());
}

function settingsOf(xml: XmlElement): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const { name, text } of xml.children) {
    const field = FIELDS[name];
    const value = text.trim();
    if (field !== undefined) fields[field] = value === 'true' ? true : value === 'false' ? false : value;
  }
  return fields;
}

/** Elements of the file by the fields of the record that hold the same. */
const FIELDS: Readonly<Record<string, string>> = {
  allowInternalUserLogin: 'OptionsAllowInternalUserLogin',
  description: 'Description',
  emailSenderName: 'EmailSenderName',
  emailSenderAddress: 'EmailSenderAddress',
  enableGuestChatter: 'OptionsGuestChatterEnabled',
  enableGuestMemberVisibility: 'OptionsGuestMemberVisibility',
  enableMemberVisibility: 'OptionsMemberVisibility',
  enableNicknameDisplay: 'OptionsNicknameDisplayEnabled',
  selfRegistration: 'OptionsSelfRegistrationEnabled',
  sendWelcomeEmail: 'OptionsSendWelcomeEmail',
  status: 'Status',
  urlPathPrefix: 'UrlPathPrefix'
};

function memberElements(xml: XmlElement): readonly XmlElement[] {
  return childrenOf(xml, 'networkMemberGroups').flatMap(({ children }) => children);
}

function memberId(world: World, element: XmlElement): string | undefined {
  const name = element.text.trim();
  return element.name === 'profile'
    ? profileRecord(world, name)?.Id
    : world.records.where('PermissionSet', 'Name', name)[0]?.Id;
}

/** The file's list is the whole list of members. */
function setMembers(xml: XmlElement, site: StoredRecord, draft: Draft): void {
  const { world } = draft;
  const object = standardObject(world, 'NetworkMemberGroup');
  const wanted = new Set(memberElements(xml).flatMap((element) => memberId(world, element) ?? []));
  const present = world.records.where('NetworkMemberGroup', 'NetworkId', site.Id);
  for (const group of present) if (!wanted.has(textOf(group, 'ParentId'))) world.records.remove(object, group.Id);
  for (const parentId of wanted) {
    if (present.some((group) => textOf(group, 'ParentId') === parentId)) continue;
    draft.saveRecord(object, undefined, { NetworkId: site.Id, ParentId: parentId, AssignmentStatus: 'WaitingForAdd' });
  }
}
