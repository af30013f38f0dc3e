import { basename, dirname } from 'node:path/posix';
import { saveComponents } from '../apis/metadata/deploy/saveComponents.ts';
import { METADATA_TYPES } from '../apis/metadata/metadataTypes.ts';
import { checkXml } from '../apis/metadata/wsdl/checkXml.ts';
import type { Person } from '../engine/access/person.ts';
import type { MetadataTransaction } from '../engine/org/metadataTransaction.ts';
import type { Org } from '../engine/org/org.ts';
import { textOfFile, type Files, type SourceComponent } from '../engine/world/component.ts';
import { parseXml, type ParsedXml } from '../engine/xml/xml.ts';
import { withoutGaps, withoutPages, type NotTaken } from './takenParts.ts';

/**
 * Takes a project's source files without a deploy: objects, fields, buttons, flows and permission sets. They are checked as in a
 * deploy. Left out are refused components, grants of what the org lacks, parts about tabs, apps, pages and Apex, custom metadata
 * types that the org plays without, and files of standard objects. The person is assigned each permission set. Bundles exist only
 * while flows that show them are checked. Salesforce has nothing like it.
 */
export function takeSource(org: Org, person: Person, files: Files): readonly NotTaken[] {
  const read = [...files].flatMap(([path, bytes]) => componentIn(org, path, bytes));
  const order = ({ type }: SourceComponent): number => METADATA_TYPES.findIndex(({ xmlName }) => xmlName === type);
  const components = read.flatMap((one) => ('problem' in one ? [] : [one])).sort((a, b) => order(a) - order(b));
  const unread = read.flatMap((one) => ('problem' in one ? [one] : []));
  const refused: NotTaken[] = [];
  org.metadata.transact(person, new Map(), (transaction) => {
    const bundles = components.filter((one) => isBundle(one) && !isDeployed(transaction, one));
    for (const bundle of bundles) transaction.put(bundle, '');
    const save = (saved: readonly SourceComponent[]): void => {
      const { messages } = saveComponents(transaction, { components: saved, problems: [] }, false, new Map());
      for (const { componentType: type, fullName, problem = '', success } of messages) {
        if (!success) refused.push({ type, fullName, problem });
      }
    };
    const isSet = ({ type }: SourceComponent): boolean => type === 'PermissionSet';
    save(components.filter((one) => !isBundle(one) && !isSet(one)));
    const sets = components.filter(isSet).map((one) => withoutGaps(one, transaction, refused));
    refused.push(...sets.flatMap(({ gaps }) => gaps));
    save(sets.map(({ component }) => component));
    for (const { type, fullName } of bundles) {
      const standIn = transaction.world.metadata.component(type, fullName);
      if (standIn !== undefined) transaction.remove(standIn);
    }
    assignPermissionSets(transaction, components);
    return true;
  });
  return [...unread, ...refused];
}

function isBundle({ type }: SourceComponent): boolean {
  return type === 'LightningComponentBundle';
}

function isDeployed({ world }: MetadataTransaction, { type, fullName }: SourceComponent): boolean {
  return world.metadata.component(type, fullName) !== undefined;
}

/** The path of a component's file below any folder: `objects/Contact/fields/Score__c.field-meta.xml`. */
const PLACES: readonly { readonly type: string; readonly place: RegExp; readonly isOfObject: boolean }[] = [
  { type: 'CustomObject', place: /objects\/\w+\/\w+\.object-meta\.xml$/, isOfObject: false },
  { type: 'CustomField', place: /objects\/\w+\/fields\/\w+\.field-meta\.xml$/, isOfObject: true },
  { type: 'WebLink', place: /objects\/\w+\/webLinks\/\w+\.webLink-meta\.xml$/, isOfObject: true },
  { type: 'CustomMetadata', place: /customMetadata\/\w+\.\w+\.md-meta\.xml$/, isOfObject: false },
  { type: 'LightningComponentBundle', place: /lwc\/\w+\/\w+\.js-meta\.xml$/, isOfObject: false },
  { type: 'CustomPermission', place: /customPermissions\/\w+\.customPermission-meta\.xml$/, isOfObject: false },
  { type: 'Flow', place: /flows\/\w+\.flow-meta\.xml$/, isOfObject: false },
  { type: 'PermissionSet', place: /permissionsets\/\w+\.permissionset-meta\.xml$/, isOfObject: false }
];

function componentIn(org: Org, path: string, bytes: Uint8Array): (SourceComponent | NotTaken)[] {
  const found = PLACES.find(({ place }) => place.test(path));
  if (found === undefined) return [];
  const { type, isOfObject } = found;
  const own = basename(path)
    .replace(/\.[^.]+$/, '')
    .replace(/\.[^.]+$/, '');
  const fullName = isOfObject ? `${basename(dirname(dirname(path)))}.${own}` : own;
  if (!isWanted(org, type, fullName)) return [];
  const parsed = parsedFile(bytes);
  if (!parsed.ok) return [{ type, fullName, problem: parsed.problem }];
  const problem = checkXml(parsed.root, type);
  if (problem !== null) return [{ type, fullName, problem: problem.problem }];
  const fileName = isOfObject
    ? `objects/${fullName.split('.')[0] ?? ''}.object`
    : `${METADATA_TYPES.find(({ xmlName }) => xmlName === type)?.directoryName ?? ''}/${basename(path, '-meta.xml')}`;
  const kept = isOfObject ? new Map<string, Uint8Array>() : new Map([[fileName, bytes]]);
  return [withoutPages({ type, fullName, fileName, xml: parsed.root, files: kept })];
}

/** Each org that is started gets the same files again. */
const parsedFiles = new WeakMap<Uint8Array, ParsedXml>();

function parsedFile(bytes: Uint8Array): ParsedXml {
  const parsed = parsedFiles.get(bytes) ?? parseXml(textOfFile(bytes));
  parsedFiles.set(bytes, parsed);
  return parsed;
}

/** Leaves out what the starting org plays without. */
function isWanted(org: Org, type: string, fullName: string): boolean {
  const [objectName = ''] = fullName.split('.');
  switch (type) {
    case 'PermissionSet':
      return org.metadata.component(type, fullName) !== undefined || !hasPermissionSet(org, fullName);
    case 'CustomObject':
    case 'CustomField':
      if (type === 'CustomObject' && !fullName.includes('__')) return false;
      return !isPlayedWithout(org, objectName);
    case 'CustomMetadata':
      return !isPlayedWithout(org, `${objectName}__mdt`) && !hasOwnType(org, `${objectName}__mdt`);
    default:
      return true;
  }
}

/** For each org, whether it had a custom metadata type before a project brought it. */
const ownTypes = new WeakMap<Org, Map<string, boolean>>();

/** The starting org says which records its own custom metadata types have, so a project's records are left out. */
function hasOwnType(org: Org, customMetadataType: string): boolean {
  const types = ownTypes.get(org) ?? new Map<string, boolean>();
  ownTypes.set(org, types);
  const isOwn = types.get(customMetadataType) ?? org.schema.object(customMetadataType) !== undefined;
  types.set(customMetadataType, isOwn);
  return isOwn;
}

function isPlayedWithout({ metadata: { settings } }: Org, customMetadataType: string): boolean {
  return settings.customMetadataTypesWithout?.includes(customMetadataType) === true;
}

function hasPermissionSet(org: Org, name: string): boolean {
  const object = org.schema.object('PermissionSet');
  return object !== undefined && org.where(object, 'Name', name).length > 0;
}

function assignPermissionSets(transaction: MetadataTransaction, components: readonly SourceComponent[]): void {
  const { world, person } = transaction;
  const assignments = world.schema.object('PermissionSetAssignment');
  if (assignments === undefined) return;
  for (const { type, fullName } of components) {
    const set = world.records.where('PermissionSet', 'Name', fullName)[0];
    if (type !== 'PermissionSet' || set === undefined) continue;
    const isAssigned = world.records
      .where('PermissionSetAssignment', 'PermissionSetId', set.Id)
      .some((assignment) => assignment['AssigneeId'] === person.userId);
    if (!isAssigned) {
      transaction.saveRecord(assignments, undefined, { AssigneeId: person.userId, PermissionSetId: set.Id });
    }
  }
}
