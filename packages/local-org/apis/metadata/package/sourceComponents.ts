import { textOfFile, type Files, type SourceComponent } from '../../../engine/world/component.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, parseXml, textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import { childTypesOf, fileTypeOf, METADATA_TYPES, type MetadataType } from '../metadataTypes.ts';
import { deployedName } from '../types/fullNames.ts';
import { checkXml } from '../wsdl/checkXml.ts';
import { isNamed, type PackageManifest } from './packageManifest.ts';

/** A problem with its component. */
export interface ComponentProblem extends Problem {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
}

export interface SourcePackage {
  /** The components in the order in which they are saved. */
  readonly components: readonly SourceComponent[];
  readonly problems: readonly ComponentProblem[];
}

const MANIFESTS = /^(?:package|destructiveChanges(?:Pre|Post)?)\.xml$/;

/** Reads the components of a package. A file that the manifest does not name is a problem, and so is a member without a file. */
export function readComponents(files: Files, manifest: PackageManifest): SourcePackage {
  const components: SourceComponent[] = [];
  const problems: ComponentProblem[] = [];
  for (const [fileName, own] of groupFiles(files)) {
    const type = typeOfFile(fileName);
    const fullName = type === undefined ? fileName : fullNameOf(type, fileName);
    const add = (problem: Problem): void => {
      problems.push({ fileName, ...problem, type: type?.xmlName ?? '', fullName });
    };
    if (type === undefined || !isWanted(manifest, type, fullName)) {
      add({ problem: 'Not in package.xml' });
      continue;
    }
    const bytes = own.get(fileName);
    const parsed = bytes === undefined ? undefined : parseXml(textOfFile(bytes));
    if (parsed === undefined) {
      add({ problem: `Cannot find Lightning Component Bundle ${fullName}.` });
    } else if (!parsed.ok) {
      add({ problem: `Error parsing file: ${parsed.problem}`, ...parsed.position });
    } else {
      const fileType = fileTypeOf(type, fullName);
      const problem = checkRoot(parsed.root, fileType) ?? checkXml(parsed.root, fileType);
      if (problem === null) components.push(...componentsIn(type, fullName, fileName, parsed.root, own, manifest));
      else add(problem);
    }
  }
  problems.push(...missingFiles(manifest, components, problems));
  const order = (one: SourceComponent): number => METADATA_TYPES.findIndex(({ xmlName }) => xmlName === one.type);
  return { components: [...components].sort((one, other) => order(one) - order(other)), problems };
}

function checkRoot(root: XmlElement, typeName: string): Problem | null {
  return root.name === typeName
    ? null
    : {
        problem: `Error parsing file: Unexpected element {${root.namespace}}${root.name}, expected ${typeName}`,
        ...root.start
      };
}

/** Groups files by the main file of their component; the files of a bundle belong together. */
function groupFiles(files: Files): ReadonlyMap<string, Files> {
  const groups = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    if (MANIFESTS.test(path)) continue;
    const bundle = /^lwc\/([^/]+)\//.exec(path)?.[1];
    const key = bundle === undefined ? path : `lwc/${bundle}/${bundle}.js-meta.xml`;
    const group = groups.get(key) ?? new Map<string, Uint8Array>();
    groups.set(key, group.set(path, bytes));
  }
  return groups;
}

function typeOfFile(fileName: string): MetadataType | undefined {
  return METADATA_TYPES.find(
    ({ parent, directoryName, suffix }) =>
      parent === undefined && fileName.startsWith(`${directoryName}/`) && fileName.endsWith(`.${suffix}`)
  );
}

function fullNameOf({ xmlName, suffix }: MetadataType, fileName: string): string {
  const file = fileName.slice(fileName.lastIndexOf('/') + 1, -(suffix.length + 1));
  return deployedName(xmlName, file);
}

/** A file with several components is needed when the manifest names one of them. */
function isWanted(manifest: PackageManifest, type: MetadataType, fullName: string): boolean {
  if (isNamed(manifest, type.xmlName, fullName)) return true;
  return childTypesOf(type.xmlName).some(({ xmlName }) => {
    const members = [...(manifest.types.get(xmlName) ?? [])];
    return members.some((member) => xmlName === 'CustomLabel' || member === '*' || member.startsWith(`${fullName}.`));
  });
}

function componentsIn(
  type: MetadataType,
  fullName: string,
  fileName: string,
  xml: XmlElement,
  files: Files,
  manifest: PackageManifest
): SourceComponent[] {
  const isWhole = isNamed(manifest, type.xmlName, fullName);
  const own = isWhole ? [{ type: type.xmlName, fullName, fileName, xml, files }] : [];
  const children = childTypesOf(type.xmlName).flatMap(({ xmlName, tag = '' }) =>
    childrenOf(xml, tag).flatMap((element): SourceComponent[] => {
      const name = textOfChild(element, 'fullName');
      const childName = xmlName === 'CustomLabel' ? name : `${fullName}.${name}`;
      // A whole object includes all its fields; a manifest may also name single fields without the object.
      return isWhole || isNamed(manifest, xmlName, childName)
        ? [{ type: xmlName, fullName: childName, fileName, xml: element, files: new Map() }]
        : [];
    })
  );
  return [...own, ...children];
}

function missingFiles(
  { types }: PackageManifest,
  components: readonly SourceComponent[],
  problems: readonly ComponentProblem[]
): ComponentProblem[] {
  const present = new Set([...components, ...problems].map(({ type, fullName }) => `${type}:${fullName}`));
  // A file that cannot be read may contain the missing members.
  const unread = new Set(problems.map(({ type }) => type));
  return [...types].flatMap(([type, members]) =>
    [...members].flatMap((fullName): ComponentProblem[] => {
      const isUnread = METADATA_TYPES.some(({ xmlName, parent }) => xmlName === type && unread.has(parent ?? ''));
      if (fullName === '*' || present.has(`${type}:${fullName}`) || isUnread) return [];
      const problem = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
      return [{ type: '', fullName: 'package.xml', fileName: 'package.xml', problem }];
    })
  );
}
