import type { Org } from '../../../engine/org/org.ts';
import type { DeployedComponent, Files } from '../../../engine/world/component.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { componentsOf, type ComponentProperties } from '../describe/orgComponents.ts';
import { childTypesOf, fileTypeOf, metadataType } from '../metadataTypes.ts';
import { isNamed, type PackageManifest } from '../package/packageManifest.ts';
import { generatedComponent } from './generatedComponents.ts';
import { element, writeMetadataFile } from './metadataFile.ts';

/** The files of a retrieve by their path in the package, and messages about components that were not found. */
export interface Retrieved {
  readonly files: Files;
  readonly components: readonly ComponentProperties[];
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
}

/** Finds the components that a manifest names. Source: Metadata API, retrieve(). */
export function retrieveComponents(org: Org, manifest: PackageManifest): Retrieved {
  const files = new Map<string, Uint8Array>();
  const found: ComponentProperties[] = [];
  const messages: { fileName: string; problem: string }[] = [];
  for (const [type, members] of manifest.types) {
    const present = componentsOf(org, type);
    // A wildcard means custom objects only; a standard object must be named.
    const isMeant = ({ fullName }: ComponentProperties): boolean =>
      members.has(fullName) || (members.has('*') && (type !== 'CustomObject' || fullName.includes('__')));
    const meant = present.filter(isMeant);
    for (const member of members) {
      if (member === '*' || member === type || present.some(({ fullName }) => fullName === member)) continue;
      messages.push({ fileName: 'package.xml', problem: `Entity of type '${type}' named '${member}' cannot be found` });
    }
    found.push(...meant);
    for (const component of meant) addFiles(org, component, files);
  }
  for (const [path, bytes] of composedFiles(org, manifest, found)) files.set(path, bytes);
  return { files: new Map([...files, ['package.xml', writeManifest(manifest, found)]]), components: found, messages };
}

/** Adds the files of a component that has its own file. */
function addFiles(org: Org, { type, fullName, fileName }: ComponentProperties, files: Map<string, Uint8Array>): void {
  const known = metadataType(type);
  if (known === undefined || known.parent !== undefined || childTypesOf(type).length > 0) return;
  const deployed = org.metadata.component(type, fullName);
  // Other APIs change a site too, so its deployed file may be outdated; a file of settings may name some of them only.
  const generated =
    deployed === undefined || type === 'Network' || type === 'Settings'
      ? generatedComponent(org, type, fullName)
      : undefined;
  if (generated !== undefined) {
    files.set(fileName, writeMetadataFile(fileTypeOf(known, fullName), generated));
  } else {
    for (const [path, bytes] of deployed?.files ?? []) files.set(path, bytes);
  }
}

/** The files that hold several components: labels, and objects with their fields. */
function composedFiles(org: Org, manifest: PackageManifest, found: readonly ComponentProperties[]): Files {
  const files = new Map<string, Uint8Array>();
  for (const parent of ['CustomLabels', 'CustomObject']) {
    const childTypes = childTypesOf(parent);
    const whole = found.filter(({ type }) => type === parent);
    const wanted = childTypes.flatMap(({ xmlName, tag = '' }) =>
      org.metadata
        .components(xmlName)
        .filter(
          ({ fullName, fileName }) =>
            isNamed(manifest, xmlName, fullName) ||
            whole.some((one) => one.fileName === fileName) ||
            (parent === 'CustomLabels' && (manifest.types.get(parent)?.size ?? 0) > 0)
        )
        .map(({ fileName, xml }) => ({ fileName, xml: { ...xml, name: tag } }))
    );
    const names = new Set([...whole, ...wanted].map(({ fileName }) => fileName));
    for (const fileName of names) {
      const children = wanted.filter((one) => one.fileName === fileName).map(({ xml }) => xml);
      const tags = childTypes.map(({ tag = '' }) => tag);
      const own = ownElements(org.metadata.components(parent), fileName, tags);
      if (own.length + children.length > 0) files.set(fileName, writeMetadataFile(parent, [...own, ...children]));
    }
  }
  return files;
}

function ownElements(
  parents: readonly DeployedComponent[],
  fileName: string,
  childTags: readonly string[]
): readonly XmlElement[] {
  const parent = parents.find((one) => one.fileName === fileName);
  return parent === undefined ? [] : parent.xml.children.filter(({ name }) => !childTags.includes(name));
}

function writeManifest({ version }: PackageManifest, found: readonly ComponentProperties[]): Uint8Array {
  const types = [...new Set(found.map(({ type }) => type))];
  return writeMetadataFile('Package', [
    ...types.map((type) =>
      element('types', [
        ...found.filter((one) => one.type === type).map(({ fullName }) => element('members', fullName)),
        element('name', type)
      ])
    ),
    element('version', version)
  ]);
}
