import type { FieldDefinition, ObjectDefinition } from './definition.ts';

/** A custom metadata type as an org declares it, by API name: what its own deployment would say. */
export interface CustomMetadataType {
  readonly label: string;
  readonly labelPlural: string;
  /** The custom fields; which calls and properties they have follows from the kind of object. */
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** Whether an API name is one of a custom metadata type. */
export function isCustomMetadataType(apiName: string): boolean {
  return apiName.endsWith('__mdt');
}

/**
 * The types as objects: `describeSObjects()`, `query()`, `retrieve()` and nothing that writes. Source: Object Reference,
 * "Custom Metadata Type__mdt". Key prefixes are given out from m00 on, as orgs do.
 */
export function customMetadataDefinitions(
  types: Readonly<Record<string, CustomMetadataType>>
): Readonly<Record<string, ObjectDefinition>> {
  return Object.fromEntries(
    Object.entries(types).map(([apiName, { label, labelPlural, fields }], position) => [
      apiName,
      {
        label,
        labelPlural,
        keyPrefix: `m${position.toString(36).padStart(2, '0')}`,
        calls: 'query',
        supportedByUiApi: true,
        isSetup: true,
        systemFields: 'Id SystemModstamp',
        fields: { ...STANDARD_FIELDS, ...fields }
      }
    ])
  );
}

const STANDARD_FIELDS: Readonly<Record<string, FieldDefinition>> = {
  DeveloperName: { type: 'string', label: 'Custom Metadata Record Name', length: 40, is: 'defaulted' },
  Label: { type: 'string', label: 'Label', length: 40, is: 'nillable' },
  Language: { type: 'string', label: 'Master Language', length: 40 },
  MasterLabel: { type: 'string', label: 'Label', length: 40, is: 'nameField' },
  NamespacePrefix: { type: 'string', label: 'Namespace Prefix', length: 15, is: 'nillable' },
  QualifiedApiName: { type: 'string', label: 'Qualified API Name', length: 70, is: 'nillable' }
};
