import type { Problem } from '../../../engine/xml/problem.ts';
import { childrenOf, parseXml, textOfChild } from '../../../engine/xml/xml.ts';
import { isServedVersion, isUnmodelledVersion } from '../../shared/apiVersions.ts';
import { metadataType } from '../metadataTypes.ts';
import { deployedName } from '../types/fullNames.ts';
import { checkXml } from '../wsdl/checkXml.ts';
import { wsdlTypes } from '../wsdl/wsdl.ts';
import { notModelled, notModelledIf } from '../../../engine/schema/notModelled.ts';

/** The members of a package.xml or destructiveChanges.xml by metadata type. */
export interface PackageManifest {
  readonly version: string;
  readonly types: ReadonlyMap<string, ReadonlySet<string>>;
}

export type ReadManifest =
  | { readonly ok: true; readonly manifest: PackageManifest }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a manifest and checks it against the type Package. The text for a metadata type that the local org does not deploy is
 * ours; those for a type or a version that does not exist are the API's.
 */
export function readManifest(text: string): ReadManifest {
  const parsed = parseXml(text);
  if (!parsed.ok) {
    return { ok: false, problems: [{ problem: `Error parsing file: ${parsed.problem}`, ...parsed.position }] };
  }
  const { root } = parsed;
  const problem = checkXml(root, 'Package');
  if (problem !== null) return { ok: false, problems: [problem] };
  const version = textOfChild(root, 'version');
  const problems: Problem[] = [];
  if (!isServedVersion(`v${version}`)) {
    const isLacking = isUnmodelledVersion(`v${version}`);
    problems.push({ problem: notModelledIf(isLacking, `Invalid version specified:${version}`) });
  }
  const types = new Map<string, Set<string>>();
  for (const element of childrenOf(root, 'types')) {
    const name = textOfChild(element, 'name');
    const refusal = refusalOf(name);
    if (refusal !== null) problems.push({ problem: refusal, ...element.start });
    const members = types.get(name) ?? new Set<string>();
    for (const member of childrenOf(element, 'members')) members.add(deployedName(name, member.text.trim()));
    types.set(name, members);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, manifest: { version, types } };
}

function refusalOf(typeName: string): string | null {
  if (metadataType(typeName) !== undefined) return null;
  return wsdlTypes().isMetadata(typeName)
    ? notModelled(`${typeName} is not supported`)
    : `Unknown type name '${typeName}' specified in package.xml`;
}

/** Whether a manifest names a component, by its name or by `*`. */
export function isNamed({ types }: PackageManifest, type: string, fullName: string): boolean {
  const members = types.get(type);
  return members !== undefined && (members.has(fullName) || members.has('*'));
}
