import type { Org } from '../../../engine/org/org.ts';
import { textOf, type StoredRecord } from '../../../engine/storage/record.ts';
import type { Grant } from '../../../engine/world/grant.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { settingsValues } from '../describe/orgSettings.ts';
import { decodeName, profileName } from '../types/fullNames.ts';
import { standardLayoutElements } from '../types/standardLayouts.ts';
import { element } from './metadataFile.ts';
import { networkElements } from './networkFile.ts';

/** The content of a component that was never deployed, made from the org's records; undefined when the org has none. */
export function generatedComponent(org: Org, type: string, fullName: string): readonly XmlElement[] | undefined {
  switch (type) {
    case 'PermissionSet':
    case 'Profile': {
      const record = recordOf(org, type, type === 'Profile' ? profileName(fullName) : fullName);
      return record === undefined ? undefined : grantElements(org, type, record);
    }
    case 'Network': {
      const record = recordOf(org, type, decodeName(fullName));
      return record === undefined ? undefined : networkElements(org, record);
    }
    case 'Layout':
      return standardLayoutElements(org, fullName);
    case 'Settings':
      return settingsElements(org, fullName);
    default:
      return undefined;
  }
}

/** All settings that are modelled, with those of a deployed file that are not. */
function settingsElements(org: Org, fullName: string): XmlElement[] | undefined {
  const values = settingsValues(org, fullName);
  if (values === null) return undefined;
  const deployed = org.metadata.component('Settings', fullName)?.xml.children ?? [];
  const known = Object.entries(values).map(([name, value]) => element(name, String(value)));
  return [...deployed.filter(({ name }) => !(name in values)), ...known];
}

function recordOf(org: Org, type: string, name: string): StoredRecord | undefined {
  const object = org.schema.object(type);
  return object === undefined ? undefined : org.all(object).find((record) => textOf(record, 'Name') === name);
}

function grantElements(org: Org, type: 'PermissionSet' | 'Profile', record: StoredRecord): XmlElement[] {
  const grant = org.metadata.grant(record.Id);
  const license = org.find(textOf(record, type === 'Profile' ? 'UserLicenseId' : 'LicenseId'));
  const description = textOf(record, 'Description');
  const licenseElement =
    license === undefined ? [] : [element(type === 'Profile' ? 'userLicense' : 'license', textOf(license, 'Name'))];
  return [
    ...(type === 'Profile' ? [element('custom', String(!org.metadata.isStandardProfile(record.Id)))] : []),
    ...(description === '' ? [] : [element('description', description)]),
    ...(grant === undefined ? [] : objectElements(grant)),
    ...(type === 'Profile'
      ? licenseElement
      : [element('hasActivationRequired', 'false'), element('label', textOf(record, 'Label')), ...licenseElement]),
    ...(grant?.userPermissions ?? []).map((name) =>
      element('userPermissions', [element('enabled', 'true'), element('name', name)])
    )
  ];
}

function objectElements({ objectPermissions }: Grant): XmlElement[] {
  return Object.entries(objectPermissions).map(([object, rights]) => {
    const has = (right: (typeof rights)[number]): string => String(rights.includes(right));
    return element('objectPermissions', [
      element('allowCreate', has('create')),
      element('allowDelete', has('delete')),
      element('allowEdit', has('edit')),
      element('allowRead', has('read')),
      element('modifyAllRecords', has('modifyAllRecords')),
      element('object', object),
      element('viewAllRecords', has('viewAllRecords'))
    ]);
  });
}
