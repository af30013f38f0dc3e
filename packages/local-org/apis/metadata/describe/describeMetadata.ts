import type { Org } from '../../../engine/org/org.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { childTypesOf, METADATA_TYPES } from '../metadataTypes.ts';
import { componentsOf, type ComponentProperties } from './orgComponents.ts';
import { userName } from './userName.ts';

/** The metadata types that can be deployed here. Source: Metadata API, DescribeMetadataResult. */
export function describeMetadata(): XmlValue {
  return {
    metadataObjects: METADATA_TYPES.filter(({ parent }) => parent === undefined).map(
      ({ xmlName, directoryName, suffix }) => ({
        childXmlNames: childTypesOf(xmlName).map((child) => child.xmlName),
        directoryName,
        inFolder: false,
        metaFile: false,
        // A bundle is a folder, so it has no suffix.
        suffix: xmlName === 'LightningComponentBundle' ? undefined : suffix,
        xmlName
      })
    ),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false
  };
}

/** The components of metadata types, each as FileProperties. Source: Metadata API, listMetadata(). */
export function listMetadata(org: Org, types: readonly string[]): XmlValue {
  return types.flatMap((type) => componentsOf(org, type).map((component) => fileProperties(org, component)));
}

/** Source: Metadata API, FileProperties. */
export function fileProperties(org: Org, component: ComponentProperties): XmlValue {
  return {
    createdById: component.createdById,
    createdByName: userName(org, component.createdById),
    createdDate: component.createdDate,
    fileName: component.fileName,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: component.lastModifiedById,
    lastModifiedByName: userName(org, component.lastModifiedById),
    lastModifiedDate: component.lastModifiedDate,
    manageableState: 'unmanaged',
    type: component.type
  };
}
