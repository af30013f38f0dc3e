import { optionsOfJson } from '../../apis/metadata/deploy/deployOptions.ts';
import { deployQueueOf } from '../../apis/metadata/deploy/deployQueue.ts';
import type { DeployMessage, DeployRecord } from '../../apis/metadata/deploy/deployRecord.ts';
import type { Person } from '../../engine/access/person.ts';
import type { Org } from '../../engine/org/org.ts';
import { notModelled } from '../../engine/schema/notModelled.ts';

/** A built version of a package. Ids are those of the Dev Hub. */
export interface BuiltVersion {
  /** Of the SubscriberPackageVersion. */
  readonly id: string;
  readonly packageId: string;
  readonly packageName: string;
  /** Two numbers: `0.1` */
  readonly shortNumber: string;
  readonly metadata: Uint8Array;
  /** Names of its components, such as `Flow:Enable_External_Users`. */
  readonly components: readonly string[];
  /** Versions of the packages that have to be installed before it. */
  readonly dependencies: readonly BuiltVersion[];
}

/** What an org has of a package. */
export interface InstalledVersion {
  readonly packageId: string;
  readonly components: readonly string[];
}

/** Saves the components of a package version in an org. Returns why it can't; empty when it is done. */
export async function installVersion(
  org: Org,
  person: Person,
  version: BuiltVersion,
  installed: readonly InstalledVersion[]
): Promise<readonly string[]> {
  const missing = version.dependencies.find(({ packageId }) => !installed.some((one) => one.packageId === packageId));
  if (missing !== undefined) return [dependsOn(version, missing)];
  const before = installed.find(({ packageId }) => packageId === version.packageId);
  const removed = before?.components.find((component) => !version.components.includes(component));
  if (removed !== undefined) return [notModelled(`An upgrade that removes ${removed}`)];
  return problemsOf(await deployZip(org, person, version.metadata));
}

/** The text is that of orgs [F-164]. */
function dependsOn({ packageName }: BuiltVersion, missing: BuiltVersion): string {
  return (
    `The package you're installing depends on package '${missing.packageName}', version '${missing.shortNumber}'. ` +
    `Install package '${missing.packageName}' in the target org before you install package '${packageName}'.`
  );
}

/** Deploys a zip in metadata format, all or nothing. */
export async function deployZip(org: Org, person: Person, zip: Uint8Array): Promise<DeployRecord> {
  const queue = deployQueueOf(org);
  const record = queue.start(person, zip, optionsOfJson({ rollbackOnError: true, singlePackage: true }));
  await queue.settled();
  return record;
}

/** The errors of a deploy, in the form that packages have [F-164]. */
export function problemsOf({ errorMessage, messages }: DeployRecord): string[] {
  return [
    ...(errorMessage === null ? [] : [errorMessage]),
    ...messages.filter(({ success }) => !success).map(problemOf)
  ];
}

function problemOf({ componentType, fullName, problem = '' }: DeployMessage): string {
  return componentType === '' ? problem : `${componentType}(${fullName}) ${problem}, Details: ${fullName}: ${problem}`;
}

/** Names of the components that a deploy has saved. */
export function componentsOf({ messages }: DeployRecord): string[] {
  return messages
    .filter(({ success, componentType }) => success && componentType !== '')
    .map(({ componentType, fullName }) => `${componentType}:${fullName}`);
}
