import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import type { FieldDefinition, ObjectDefinition } from '../../../engine/schema/definition.ts';
import type { SourceComponent } from '../../../engine/world/component.ts';
import { missingReference, type Problem } from '../../../engine/xml/problem.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { wsdlTypes } from '../wsdl/wsdl.ts';
import { definitionOfEvent, eventProblems, isPlatformEvent } from './platformEvent.ts';
import type { TypeRules } from './typeRules.ts';
import { LIST_BUTTON } from './webLink.ts';
import { notModelled, notModelledIf } from '../../../engine/schema/notModelled.ts';
import { isUnmodelledPath } from '../../../engine/schema/unmodelledNames.ts';

/** A custom object, a custom metadata type, a platform event, or settings of a standard object. Source: Metadata API, CustomObject. */
export const customObject: TypeRules = {
  keyPrefix: '01I',
  check: (component, transaction) => [
    ...unsupportedParts(component),
    ...(isPlatformEvent(component.fullName)
      ? eventProblems(component)
      : isCustomObject(component.fullName)
        ? definitionProblems(component)
        : standardObjectProblems(component, transaction))
  ],
  checkSaved: (component, transaction) => [
    ...actionOverrideProblems(component, transaction),
    ...listButtonProblems(component, transaction)
  ],
  apply: ({ fullName, xml }, { world }) => {
    const label = textOfChild(xml, 'label');
    const labelPlural = textOfChild(xml, 'pluralLabel');
    if (fullName.endsWith('__mdt')) {
      const fields = world.metadata.state.customizations.customMetadataTypes?.[fullName]?.fields ?? {};
      world.metadata.setCustomMetadataType(fullName, { label, labelPlural, fields });
    } else if (isPlatformEvent(fullName)) {
      world.metadata.setCustomObject(
        fullName,
        definitionOfEvent(
          xml,
          { label, labelPlural },
          keyPrefixOf(fullName, world.metadata.state.customizations.customObjects ?? {})
        )
      );
    } else if (isCustomObject(fullName)) {
      world.metadata.setCustomObject(
        fullName,
        definitionOf(
          xml,
          { label, labelPlural },
          keyPrefixOf(fullName, world.metadata.state.customizations.customObjects ?? {})
        )
      );
    }
  }
};

function isCustomObject(fullName: string): boolean {
  return /__(?:c|mdt)$/.test(fullName);
}

const MODELLED_PARTS = ['CustomField', 'ListView', 'WebLink'];

/** Finds components in an object's file whose metadata type is not modelled, such as record types. */
function unsupportedParts({ xml }: SourceComponent): Problem[] {
  const members = wsdlTypes().membersOf('CustomObject');
  return xml.children.flatMap((child) => {
    const type = members?.get(child.name)?.type ?? '';
    return !MODELLED_PARTS.includes(type) && wsdlTypes().isMetadata(type)
      ? [{ problem: notModelled(`${type} is not supported`), ...child.start }]
      : [];
  });
}

/** Checks the Lightning page that an object's file makes the org default. Source: Metadata API, ActionOverride. */
function actionOverrideProblems({ xml }: SourceComponent, { world }: MetadataTransaction): Problem[] {
  return childrenOf(xml, 'actionOverrides').flatMap((override) => {
    const content = textOfChild(override, 'content');
    if (textOfChild(override, 'type').toLowerCase() !== 'flexipage') return [];
    return world.metadata.component('FlexiPage', content) === undefined
      ? [{ problem: missingReference('content', 'FlexiPage', content), ...override.start }]
      : [];
  });
}

/** Checks that each button above the object's lists is a list button of the object. Source: Metadata API, SearchLayouts. */
function listButtonProblems({ fullName, xml }: SourceComponent, { world }: MetadataTransaction): Problem[] {
  const named = childrenOf(xml, 'searchLayouts').flatMap((layouts) => childrenOf(layouts, 'listViewButtons'));
  return named.flatMap((element) => {
    const button = `${fullName}.${element.text.trim()}`;
    const deployed = world.metadata.component('WebLink', button);
    return deployed === undefined || textOfChild(deployed.xml, 'displayType') !== LIST_BUTTON
      ? [{ problem: missingReference('listViewButtons', 'WebLink', button), ...element.start }]
      : [];
  });
}

function standardObjectProblems({ fullName }: SourceComponent, { world }: MetadataTransaction): Problem[] {
  return world.schema.object(fullName) === undefined
    ? [
        {
          problem: notModelledIf(
            isUnmodelledPath(fullName),
            `Entity of type 'CustomObject' named '${fullName}' cannot be found`
          )
        }
      ]
    : [];
}

function definitionProblems({ fullName, xml }: SourceComponent): Problem[] {
  if (textOfChild(xml, 'label') === '') return [{ problem: 'Must specify a non-empty label for the CustomObject' }];
  if (textOfChild(xml, 'pluralLabel') === '') {
    return [{ problem: 'Must specify a non-empty plural label for the CustomObject' }];
  }
  if (fullName.endsWith('__mdt')) return [];
  const nameField = childOf(xml, 'nameField');
  if (nameField === undefined) return [{ problem: 'Must specify a nameField of type Text or AutoNumber' }];
  return ['deploymentStatus', 'sharingModel']
    .filter((name) => childOf(xml, name) === undefined)
    .map((name) => ({ problem: `Required field is missing: ${name}` }));
}

function definitionOf(
  xml: XmlElement,
  labels: Pick<ObjectDefinition, 'label' | 'labelPlural'>,
  keyPrefix: string
): ObjectDefinition {
  const nameField = childOf(xml, 'nameField');
  const isAutoNumber = nameField !== undefined && textOfChild(nameField, 'type') === 'AutoNumber';
  const isDetail = textOfChild(xml, 'sharingModel') === 'ControlledByParent';
  const own: Record<string, FieldDefinition> = {
    Name: {
      type: 'string',
      label: (nameField === undefined ? '' : textOfChild(nameField, 'label')) || `${labels.label} Name`,
      length: 80,
      is: isAutoNumber ? 'nameField idLookup defaulted' : 'create update nillable nameField idLookup'
    },
    ...(isDetail ? {} : { OwnerId: OWNER })
  };
  return {
    ...labels,
    keyPrefix,
    calls: 'create update delete query',
    supportedByUiApi: true,
    isSetup: false,
    systemFields: 'Id IsDeleted CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp',
    fields: own
  };
}

const OWNER: FieldDefinition = {
  type: 'reference',
  label: 'Owner ID',
  is: 'create update defaulted',
  relationship: 'Owner',
  to: 'User'
};

/** The key prefix of an object: `a00` and following ones, `e00` for platform events. An existing object keeps its prefix. */
function keyPrefixOf(fullName: string, objects: Readonly<Record<string, ObjectDefinition>>): string {
  const known = objects[fullName]?.keyPrefix;
  const letter = isPlatformEvent(fullName) ? 'e' : 'a';
  const count = Object.values(objects).filter(({ keyPrefix }) => keyPrefix.startsWith(letter)).length;
  return known ?? `${letter}${count.toString(36).padStart(2, '0')}`;
}
