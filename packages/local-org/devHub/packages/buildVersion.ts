import { readManifest } from '../../apis/metadata/package/packageManifest.ts';
import { readZip } from '../../apis/metadata/package/packageZip.ts';
import type { Org } from '../../engine/org/org.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';
import type { StartingOrg } from '../../engine/startingOrg/startingOrg.ts';
import type { StoredRecord } from '../../engine/storage/record.ts';
import { textOfFile } from '../../engine/world/component.ts';
import { scratchStartingOrg } from '../scratchOrg.ts';
import {
  componentsOf,
  deployZip,
  installVersion,
  problemsOf,
  type BuiltVersion,
  type InstalledVersion
} from './installVersion.ts';
import type { VersionInfo } from './versionInfo.ts';

/** Makes the org in which a package version is validated, and which is gone afterwards. */
export type CreateBuildOrg = (starting: StartingOrg) => Org;

export type Build =
  | { readonly ok: true; readonly components: readonly string[]; readonly files: number; readonly bytes: number }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Metadata types that a package can't contain as a deploy can: the hub keeps no settings, and of profiles parts only [F-165]. */
const NOT_PACKAGED = ['Profile', 'Settings'];

/**
 * Validates a package version in a new org of its definition file, in which the versions are installed on which it depends.
 * Source: Salesforce DX Developer Guide, "Create New Versions of an Unlocked Package" [F-164].
 */
export async function buildVersion(
  info: VersionInfo,
  dependencies: readonly BuiltVersion[],
  createBuildOrg: CreateBuildOrg
): Promise<Build> {
  const content = await readContent(info.metadata);
  if (!content.ok) return content;
  const org = createBuildOrg(scratchStartingOrg(requestOf(info), 'build@example.com'));
  const [person] = org.people;
  if (person === undefined) throw new Error('The build org has nobody');
  if (info.settings !== null) {
    const problems = problemsOf(await deployZip(org, person, info.settings));
    if (problems.length > 0) return { ok: false, problems };
  }
  const installed: InstalledVersion[] = [];
  for (const dependency of dependencies) {
    const problems = await installVersion(org, person, dependency, installed);
    if (problems.length > 0)
      return { ok: false, problems: problems.map((problem) => ofDependency(dependency, problem)) };
    installed.push(dependency);
  }
  const deployment = await deployZip(org, person, info.metadata);
  const problems = problemsOf(deployment);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, components: componentsOf(deployment), files: content.files, bytes: content.bytes };
}

/** The text is that of hubs [F-164]. */
function ofDependency({ id }: BuiltVersion, problem: string): string {
  return `An error occurred while trying to install a package dependency, ID ${id}: ${problem}`;
}

async function readContent(
  zip: Uint8Array
): Promise<{ readonly ok: true; readonly files: number; readonly bytes: number } | (Build & { readonly ok: false })> {
  const read = await readZip(zip);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const manifest = readManifest(textOfFile(read.files.get('package.xml') ?? new Uint8Array()));
  // A manifest that can't be read is an error of the deploy, which says where it is.
  const types = manifest.ok ? manifest.manifest.types : new Map<string, ReadonlySet<string>>();
  // The CLI names the type Profile for every package, without a member.
  const refused = NOT_PACKAGED.find((type) => (types.get(type)?.size ?? 0) > 0);
  if (refused !== undefined) {
    return { ok: false, problems: [notModelled(`A package with ${refused} components`)] };
  }
  const contents = [...read.files.values()];
  return { ok: true, files: contents.length, bytes: contents.reduce((sum, { length }) => sum + length, 0) };
}

/** The org of a definition file has the fields of a ScratchOrgInfo. */
function requestOf({ definition }: VersionInfo): StoredRecord {
  const text = (name: string): string => (typeof definition[name] === 'string' ? definition[name] : '');
  return {
    Id: '',
    OrgName: text('orgName'),
    Edition: text('edition'),
    Country: text('country'),
    Language: text('language')
  };
}
