import type { Org } from '../../engine/org/org.ts';
import type { FieldDefinition, ObjectDefinition } from '../../engine/schema/definition.ts';
import type { Fields, StoredRecord } from '../../engine/storage/record.ts';
import type { DeployedComponent } from '../../engine/world/component.ts';
import { textOfChild } from '../../engine/xml/xml.ts';

/** An object that only the Tooling API has. */
export interface ToolingObject {
  readonly definition: ObjectDefinition;
  readonly rowsOf: (org: Org) => readonly StoredRecord[];
  /** Whether the org has the object; every org has it when left out. */
  readonly isThere?: (org: Org) => boolean;
}

const COMMON: Readonly<Record<string, FieldDefinition>> = {
  DeveloperName: { type: 'string', label: 'Name', length: 80 },
  Language: { type: 'string', label: 'Language', length: 40, is: 'nillable' },
  ManageableState: { type: 'string', label: 'Manageable State', length: 40, is: 'nillable' },
  MasterLabel: { type: 'string', label: 'Label', length: 80 },
  NamespacePrefix: { type: 'string', label: 'Namespace Prefix', length: 15, is: 'nillable' },
  Description: { type: 'string', label: 'Description', length: 1000, is: 'nillable' }
};

/** The definition of an object that represents components. */
export function componentObject(
  label: string,
  keyPrefix: string,
  fields: Readonly<Record<string, FieldDefinition>>
): ObjectDefinition {
  const systemFields = 'Id CreatedDate CreatedById LastModifiedDate LastModifiedById';
  return toolingDefinition(label, keyPrefix, systemFields, { ...COMMON, ...fields });
}

/** The definition of an object that only queries of the Tooling API find. */
export function toolingDefinition(
  label: string,
  keyPrefix: string,
  systemFields: string,
  fields: Readonly<Record<string, FieldDefinition>>
): ObjectDefinition {
  return {
    label,
    labelPlural: `${label}s`,
    keyPrefix,
    calls: 'query',
    supportedByUiApi: false,
    isSetup: true,
    systemFields,
    fields
  };
}

/** The fields that every such object has. */
export function commonOf({ xml }: DeployedComponent, developerName: string, label: string): Fields {
  return {
    DeveloperName: developerName,
    Language: 'en_US',
    ManageableState: 'unmanaged',
    MasterLabel: label,
    NamespacePrefix: null,
    Description: textOfChild(xml, 'description') || null
  };
}

/** Source: Tooling API, LightningComponentBundle, QuickActionDefinition. */
export const COMPONENT_OBJECTS: Readonly<Record<string, ToolingObject>> = {
  LightningComponentBundle: {
    definition: componentObject('Lightning Component Bundle', '0Rb', {
      ApiVersion: { type: 'double', label: 'API Version', digits: [18, 1] },
      IsExposed: { type: 'boolean', label: 'Is Exposed' }
    }),
    rowsOf: rowsOfType('LightningComponentBundle', (component) => ({
      ...commonOf(component, component.fullName, textOfChild(component.xml, 'masterLabel') || component.fullName),
      ApiVersion: Number(textOfChild(component.xml, 'apiVersion')) || null,
      IsExposed: textOfChild(component.xml, 'isExposed') === 'true'
    }))
  },
  QuickActionDefinition: {
    definition: componentObject('Quick Action Definition', '09D', {
      Label: { type: 'string', label: 'Label', length: 80, is: 'nillable' },
      SobjectType: { type: 'string', label: 'Object', length: 40 },
      Type: { type: 'string', label: 'Action Type', length: 40 }
    }),
    rowsOf: rowsOfType('QuickAction', (component) => {
      const [sObject = '', name = ''] = component.fullName.split('.');
      const label = textOfChild(component.xml, 'label');
      const type = textOfChild(component.xml, 'type');
      return { ...commonOf(component, name, label || name), Label: label || null, SobjectType: sObject, Type: type };
    })
  }
};

function rowsOfType(type: string, fieldsOf: (component: DeployedComponent) => Fields): ToolingObject['rowsOf'] {
  return ({ metadata }) =>
    metadata.components(type).map((component) => ({ ...fieldsOf(component), ...systemFieldsOf(component) }));
}

/** The id of a component, and when it was made and changed. */
export function systemFieldsOf(component: DeployedComponent): StoredRecord {
  return {
    Id: component.id,
    CreatedDate: component.createdDate,
    CreatedById: component.createdById,
    LastModifiedDate: component.lastModifiedDate,
    LastModifiedById: component.lastModifiedById
  };
}
