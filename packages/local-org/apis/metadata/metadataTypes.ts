/** Where the components of a metadata type lie in a package, as describeMetadata tells it. */
export interface MetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  /** Of the component's file, without the point. */
  readonly suffix: string;
  /** The type whose file holds components of this one: CustomObject for CustomField. */
  readonly parent?: string;
  /** In a parent's file, the element of one component. */
  readonly tag?: string;
}

/**
 * The types that the local org deploys, in the order in which one deploy saves them: what others refer to comes first.
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

/** The type by which a file is checked: each file of settings has a type of its own, `CommunitiesSettings`. */
export function fileTypeOf({ xmlName }: MetadataType, fullName: string): string {
  return xmlName === 'Settings' ? `${fullName}Settings` : xmlName;
}

/** By XML name, exactly. */
export function metadataType(xmlName: string): MetadataType | undefined {
  return METADATA_TYPES.find((type) => type.xmlName === xmlName);
}

/** The types whose components lie in a file of this one. */
export function childTypesOf(xmlName: string): readonly MetadataType[] {
  return METADATA_TYPES.filter(({ parent }) => parent === xmlName);
}

/** The namespace of the Metadata API, of its calls as well as of every metadata file. */
export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
