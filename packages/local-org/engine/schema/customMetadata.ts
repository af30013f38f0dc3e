import type { FieldDefinition, ObjectDefinition } from './definition.ts';

/** A custom metadata type as its deployment declares it. */
export interface CustomMetadataType {
  readonly label: string;
  readonly labelPlural: string;
  /** The custom fields. Their calls and properties are those of every custom metadata type. */
  readonly fields: Readonly<Record<string, FieldDefinition>>;
}

/** Whether the API name belongs to a custom metadata type. */
export function isCustomMetadataType(apiName: string): boolean {
  return apiName.endsWith('__mdt');
}

/**
 * The objects of custom metadata types. They support `describeSObjects()`, `query()` and `retrieve()`, but no writes.
 * Source: Object Reference, "Custom Metadata Type__mdt". Key prefixes start at m00, as in orgs.
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
