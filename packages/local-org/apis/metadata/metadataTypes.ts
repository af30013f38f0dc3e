/** A metadata type, with the place of its components in a package. Source: Metadata API, DescribeMetadataObject. */
export interface MetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  /** The suffix of a component's file, without its point. */
  readonly suffix: string;
  /** The metadata type whose file contains these components: CustomObject for CustomField. */
  readonly parent?: string;
  /** The element of one component in the file of the parent. */
  readonly tag?: string;
}

/**
 * The metadata types that the local org deploys, in the order in which a deploy saves them, so that references lead backwards.
 * Source: Metadata API Developer Guide, "Metadata Types": folder and suffix of each.
 */
export const METADATA_TYPES: readonly MetadataType[] = [
  { xmlName: 'Settings', directoryName: 'settings', suffix: 'settings' },
  { xmlName: 'CustomLabels', directoryName: 'labels', suffix: 'labels' },
  { xmlName: 'CustomLabel', directoryName: 'labels', suffix: 'labels', parent: 'CustomLabels', tag: 'labels' },
  { xmlName: 'CustomObject', directoryName: 'objects', suffix: 'object' },
  { xmlName: 'CustomField', directoryName: 'objects', suffix: 'object', parent: 'CustomObject', tag: 'fields' },
  { xmlName: 'WebLink', directoryName: 'objects', suffix: 'object', parent: 'CustomObject', tag: 'webLinks' },
  { xmlName: 'ListView', directoryName: 'objects', suffix: 'object', parent: 'CustomObject', tag: 'listViews' },
  { xmlName: 'CustomMetadata', directoryName: 'customMetadata', suffix: 'md' },
  { xmlName: 'CustomPermission', directoryName: 'customPermissions', suffix: 'customPermission' },
  { xmlName: 'LightningComponentBundle', directoryName: 'lwc', suffix: 'js-meta.xml' },
  { xmlName: 'Flow', directoryName: 'flows', suffix: 'flow' },
  { xmlName: 'FlowDefinition', directoryName: 'flowDefinitions', suffix: 'flowDefinition' },
  { xmlName: 'QuickAction', directoryName: 'quickActions', suffix: 'quickAction' },
  { xmlName: 'FlexiPage', directoryName: 'flexipages', suffix: 'flexipage' },
  { xmlName: 'CustomTab', directoryName: 'tabs', suffix: 'tab' },
  { xmlName: 'Layout', directoryName: 'layouts', suffix: 'layout' },
  { xmlName: 'Profile', directoryName: 'profiles', suffix: 'profile' },
  { xmlName: 'PermissionSet', directoryName: 'permissionsets', suffix: 'permissionset' },
  { xmlName: 'Network', directoryName: 'networks', suffix: 'network' },
  { xmlName: 'Translations', directoryName: 'translations', suffix: 'translation' },
  { xmlName: 'CustomObjectTranslation', directoryName: 'objectTranslations', suffix: 'objectTranslation' }
];

/** The WSDL type of a file. Each file of settings has its own type, such as `CommunitiesSettings`. */
export function fileTypeOf({ xmlName }: MetadataType, fullName: string): string {
  return xmlName === 'Settings' ? `${fullName}Settings` : xmlName;
}

/** Finds a metadata type by its exact XML name. */
export function metadataType(xmlName: string): MetadataType | undefined {
  return METADATA_TYPES.find((type) => type.xmlName === xmlName);
}

/** The metadata types whose components are in the file of this one. */
export function childTypesOf(xmlName: string): readonly MetadataType[] {
  return METADATA_TYPES.filter(({ parent }) => parent === xmlName);
}

/** The XML namespace of the Metadata API's calls and files. */
export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
