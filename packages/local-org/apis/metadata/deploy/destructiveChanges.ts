import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { textOfFile, type Files } from '../../../engine/world/component.ts';
import type { FlowVersion } from '../../../engine/world/flowVersions.ts';
import { readManifest } from '../package/packageManifest.ts';
import { rulesOfType } from '../types/rulesOfType.ts';
import type { DeployMessage } from './deployRecord.ts';
import { failedMessage } from './failedMessage.ts';
import { notModelled } from '../../../engine/schema/notModelled.ts';

/** Whether components are removed before or after the package is saved. Source: Metadata API, "Deleting Components from an Organization". */
export type DestructiveTime = 'before' | 'after';

const FILES: Readonly<Record<DestructiveTime, readonly string[]>> = {
  before: ['destructiveChangesPre.xml', 'destructiveChanges.xml'],
  after: ['destructiveChangesPost.xml']
};

/** Removes the components that the destructive manifests name. A component that does not exist is a warning. */
export function removeComponents(
  files: Files,
  time: DestructiveTime,
  transaction: MetadataTransaction
): DeployMessage[] {
  return FILES[time].flatMap((fileName) => {
    const bytes = files.get(fileName);
    if (bytes === undefined) return [];
    const read = readManifest(textOfFile(bytes));
    if (!read.ok) {
      return read.problems.map((problem) => failedMessage({ type: '', fullName: fileName, fileName }, problem));
    }
    return [...read.manifest.types].flatMap(([type, members]) =>
      [...members].map((fullName) => removeOne(transaction, fileName, type, fullName))
    );
  });
}

function removeOne(transaction: MetadataTransaction, fileName: string, type: string, fullName: string): DeployMessage {
  const { metadata } = transaction.world;
  const version = type === 'Flow' ? findFlowVersion(transaction, fullName) : null;
  if (version !== null) return removeFlowVersion(transaction, fileName, version);
  const component = metadata.component(type, fullName);
  if (component === undefined) {
    // A warning does not fail the deploy.
    const problem = `No ${type} named: ${fullName} found`;
    return { ...failed(fileName, type), success: true, problem, problemType: 'Warning' };
  }
  if (type === 'CustomObject' || type === 'CustomField') {
    const problem = notModelled(`Deleting a ${type} is not supported`);
    return { ...failed(fileName, type), fullName, problem, problemType: 'Error' };
  }
  const refusal = rulesOfType(type).refuseRemoval?.(fullName, transaction) ?? null;
  if (refusal !== null) return { ...failed(fileName, type), fullName, problem: refusal, problemType: 'Error' };
  transaction.remove(component);
  rulesOfType(type).remove?.(fullName, transaction);
  return { ...failed(fileName, type), fullName, success: true, deleted: true, id: component.id };
}

interface NamedFlowVersion {
  readonly name: string;
  readonly version: FlowVersion;
}

/** The version that `Greet-2` names; null for a name without the number of a version. */
function findFlowVersion({ world }: MetadataTransaction, fullName: string): NamedFlowVersion | null {
  const [, name = '', number = ''] = /^(.+)-(\d+)$/u.exec(fullName) ?? [];
  const version = world.metadata.flowVersions(name).find((one) => one.number === Number(number));
  return version === undefined ? null : { name, version };
}

/** Removes a version that is not active; the last one takes the flow along. Source: forcedotcom/cli#3401, scolladon/sfdx-git-delta#894. */
function removeFlowVersion(
  transaction: MetadataTransaction,
  fileName: string,
  { name, version }: NamedFlowVersion
): DeployMessage {
  const fullName = `${name}-${String(version.number)}`;
  const { metadata } = transaction.world;
  if (version.isActive) {
    const problem = 'insufficient access rights on cross-reference id';
    return { ...failed(fileName, 'Flow'), fullName, problem, problemType: 'Error' };
  }
  const rest = metadata.flowVersions(name).filter((one) => one !== version);
  const component = metadata.component('Flow', name);
  if (rest.length === 0 && component !== undefined) transaction.remove(component);
  metadata.setFlowVersions(name, rest);
  return { ...failed(fileName, 'Flow'), fullName, success: true, deleted: true, id: version.id };
}

function failed(fileName: string, componentType: string): DeployMessage {
  return {
    componentType,
    fullName: fileName,
    fileName,
    success: false,
    created: false,
    changed: false,
    deleted: false
  };
}
