import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { isCustomMetadataType } from '../../../engine/schema/customMetadata.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';
import type { FieldSchema } from '../../../engine/schema/objectSchema.ts';
import type { FieldRight, Grant, ObjectRight } from '../../../engine/world/grant.ts';
import type { World } from '../../../engine/world/world.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { userPermissionNames } from '../wsdl/wsdl.ts';

/**
 * Checks the file of a profile or permission set: everything that it grants must exist.
 * Texts as orgs answer them. Source: Metadata API, PermissionSet and Profile.
 */
export function grantProblems(xml: XmlElement, transaction: MetadataTransaction): Problem[] {
  const { schema, metadata } = transaction.world;
  const each = (tag: string, problemOf: (element: XmlElement) => string | null): Problem[] =>
    childrenOf(xml, tag).flatMap((element) => {
      const problem = problemOf(element);
      return problem === null ? [] : [{ problem, ...element.start }];
    });
  return [
    ...each('userPermissions', (element) => {
      const name = textOfChild(element, 'name');
      return hasUserPermission(transaction.world, name) ? null : `Unknown user permission: ${name}`;
    }),
    ...each('objectPermissions', (element) => {
      const name = textOfChild(element, 'object');
      return schema.object(name) === undefined
        ? missingReference('object', 'CustomObject', name)
        : dependencyOf(element);
    }),
    ...each('fieldPermissions', (element) => fieldProblem(textOfChild(element, 'field'), transaction.world)),
    ...each('customMetadataTypeAccesses', (element) => {
      const name = textOfChild(element, 'name');
      const isThere = isCustomMetadataType(name) && schema.object(name) !== undefined;
      return isThere ? null : missingReference('customMetadataType', 'CustomObject', name);
    }),
    ...each('customPermissions', (element) => {
      const name = textOfChild(element, 'name');
      const isThere = metadata.component('CustomPermission', name) !== undefined;
      return isThere ? null : missingReference('customPermission', 'CustomPermission', name);
    }),
    ...['tabSettings', 'tabVisibilities'].flatMap((tag) =>
      each(tag, (element) => {
        const name = textOfChild(element, 'tab');
        const isThere = name.startsWith('standard-') || metadata.component('CustomTab', name) !== undefined;
        return isThere ? null : missingReference('tab', 'CustomTab', name);
      })
    ),
    ...each('flowAccesses', (element) => {
      const name = textOfChild(element, 'flow');
      return metadata.component('Flow', name) === undefined ? missingReference('flow', 'Flow', name) : null;
    }),
    ...NOT_MODELLED.flatMap(({ tag, field, type }) =>
      each(tag, (element) => {
        const name = textOfChild(element, field);
        return name.startsWith('standard__') ? null : notModelled(missingReference(field, type, name));
      })
    )
  ];
}

/** Whether the org has the user permission. */
export function hasUserPermission({ settings }: Pick<World, 'settings'>, name: string): boolean {
  return userPermissionNames().has(name) && settings.userPermissionsWithout?.includes(name) !== true;
}

/** Metadata types that the local org does not model, so that no component of them can be there. */
const NOT_MODELLED = [
  { tag: 'applicationVisibilities', field: 'application', type: 'CustomApplication' },
  { tag: 'classAccesses', field: 'apexClass', type: 'ApexClass' },
  { tag: 'pageAccesses', field: 'apexPage', type: 'ApexPage' },
  { tag: 'recordTypeVisibilities', field: 'recordType', type: 'RecordType' }
];

/** Create, edit and delete need read; delete needs edit. Source: Help, "Object Permissions". */
function dependencyOf(element: XmlElement): string | null {
  const object = textOfChild(element, 'object');
  const has = (name: string): boolean => textOfChild(element, name) === 'true';
  const broken = DEPENDENCIES.find(([tag, , needed]) => has(tag) && !has(needed));
  if (broken === undefined) return null;
  const [, verb, , neededVerb] = broken;
  return `Permission ${verb} ${object} depends on permission(s): ${neededVerb} ${object}`;
}

const DEPENDENCIES = [
  ['allowCreate', 'Create', 'allowRead', 'Read'],
  ['allowEdit', 'Edit', 'allowRead', 'Read'],
  ['allowDelete', 'Delete', 'allowEdit', 'Edit'],
  ['viewAllRecords', 'View All', 'allowRead', 'Read'],
  ['modifyAllRecords', 'Modify All', 'allowDelete', 'Delete']
] as const;

function fieldProblem(name: string, { schema }: World): string | null {
  const [objectName = '', fieldName = ''] = name.split('.');
  const object = schema.object(objectName);
  const field = object === undefined ? undefined : schema.field(object, fieldName);
  if (field === undefined) return missingReference('field', 'CustomField', name);
  return isRequired(field) ? `You cannot deploy to a required field: ${name}` : null;
}

function isRequired({ nillable, createable, dataType, nameField }: FieldSchema): boolean {
  return nameField || (!nillable && createable && dataType !== 'boolean');
}

/** The rights that a file grants. */
export function grantOf(xml: XmlElement): Grant {
  const enabled = (tag: string, named = 'name'): string[] =>
    childrenOf(xml, tag).flatMap((element) =>
      textOfChild(element, 'enabled') === 'true' ? [textOfChild(element, named)] : []
    );
  return {
    userPermissions: enabled('userPermissions'),
    customMetadataTypes: enabled('customMetadataTypeAccesses'),
    customPermissions: enabled('customPermissions'),
    flows: enabled('flowAccesses', 'flow'),
    objectPermissions: Object.fromEntries(
      childrenOf(xml, 'objectPermissions').map((element) => [textOfChild(element, 'object'), rightsOf(element)])
    ),
    fieldPermissions: Object.fromEntries(
      childrenOf(xml, 'fieldPermissions').map((element) => [textOfChild(element, 'field'), fieldRightOf(element)])
    )
  };
}

function rightsOf(element: XmlElement): ObjectRight[] {
  return RIGHTS.flatMap(([tag, right]) => (textOfChild(element, tag) === 'true' ? [right] : []));
}

const RIGHTS: readonly (readonly [string, ObjectRight])[] = [
  ['allowRead', 'read'],
  ['allowCreate', 'create'],
  ['allowEdit', 'edit'],
  ['allowDelete', 'delete'],
  ['viewAllRecords', 'viewAllRecords'],
  ['modifyAllRecords', 'modifyAllRecords']
];

function fieldRightOf(element: XmlElement): FieldRight {
  if (textOfChild(element, 'editable') === 'true') return 'edit';
  return textOfChild(element, 'readable') === 'true' ? 'read' : 'none';
}

/** Changes existing rights by a file. A profile's file names only some of them. */
export function changedGrant(before: Grant, xml: XmlElement): Grant {
  const named = grantOf(xml);
  const namedIn = (tag: string, named: string): ReadonlySet<string> =>
    new Set(childrenOf(xml, tag).map((element) => textOfChild(element, named)));
  const merged = (old: readonly string[], granted: readonly string[], tag: string, named = 'name'): string[] => {
    const touched = namedIn(tag, named);
    return [...old.filter((name) => !touched.has(name)), ...granted];
  };
  return {
    userPermissions: merged(before.userPermissions, named.userPermissions, 'userPermissions'),
    customMetadataTypes: merged(
      before.customMetadataTypes ?? [],
      named.customMetadataTypes ?? [],
      'customMetadataTypeAccesses'
    ),
    customPermissions: merged(before.customPermissions ?? [], named.customPermissions ?? [], 'customPermissions'),
    flows: merged(before.flows ?? [], named.flows ?? [], 'flowAccesses', 'flow'),
    objectPermissions: { ...before.objectPermissions, ...named.objectPermissions },
    fieldPermissions: { ...before.fieldPermissions, ...named.fieldPermissions }
  };
}
