import { NEWEST_VERSION } from '../../shared/apiVersions.ts';
import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { childTypesOf, METADATA_TYPES } from '../metadataTypes.ts';
import { componentsOf, type ComponentProperties } from './orgComponents.ts';
import type { Org } from '../../../engine/org/org.ts';

/** The types that can be deployed here. Source: Metadata API, DescribeMetadataResult. */
export function describeMetadata(): XmlValue {
  return {
    metadataObjects: METADATA_TYPES.filter(({ parent }) => parent === undefined).map(
      ({ xmlName, directoryName, suffix }) => ({
        childXmlNames: childTypesOf(xmlName).map((child) => child.xmlName),
        directoryName,
        inFolder: false,
        metaFile: false,
        // A bundle is a folder.
        suffix: xmlName === 'LightningComponentBundle' ? undefined : suffix,
        xmlName
      })
    ),
    organizationNamespace: '',
    partialSaveAllowed: true,
    testRequired: false
  };
}

/** The components of a type, each as FileProperties. Source: Metadata API, listMetadata(). */
export function listMetadata(org: Org, types: readonly string[]): XmlValue {
  return types.flatMap((type) => componentsOf(org, type).map((component) => fileProperties(org, component)));
}

/** Source: Metadata API, FileProperties. */
export function fileProperties(org: Org, component: ComponentProperties): XmlValue {
  return {
    createdById: component.createdById,
    createdByName: nameOf(org, component.createdById),
    createdDate: component.createdDate,
    fileName: component.fileName,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: component.lastModifiedById,
    lastModifiedByName: nameOf(org, component.lastModifiedById),
    lastModifiedDate: component.lastModifiedDate,
    manageableState: 'unmanaged',
    type: component.type
  };
}

function nameOf(org: Org, userId: string): string {
  const name = org.find(userId)?.['Name'];
  return typeof name === 'string' ? name : '';
}

/** The version of a manifest that says none. */
export const DEFAULT_VERSION = NEWEST_VERSION;
