import { setImmediate } from 'node:timers/promises';
import type { CompiledBundle } from '../../../bundles/compileBundle.ts';
import { compiled } from './compiledBundles.ts';
import { textOfFile, type SourceComponent } from '../../../engine/world/component.ts';
import type { DeployMessage, DeployRecord } from './deployRecord.ts';
import { readZip } from '../package/packageZip.ts';
import { removeComponents } from './destructiveChanges.ts';
import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import { rulesOfType } from '../types/rulesOfType.ts';
import { readManifest } from '../package/packageManifest.ts';
import type { Problem } from '../../../engine/xml/problem.ts';
import { readComponents, type SourcePackage } from '../package/sourceComponents.ts';
import type { Org } from '../../../engine/org/org.ts';

/**
 * Carries out a deploy: takes the package apart, compiles its bundles, then saves one component after the other into
 * the org, all in one transaction. Writes what became of it into the record, and ends early when that is to be canceled.
 */
export async function runDeploy(org: Org, record: DeployRecord): Promise<void> {
  const zip = await readZip(record.zip);
  if (!zip.ok) {
    record.errorMessage = zip.problem;
    record.status = 'Failed';
    return;
  }
  const { files } = zip;
  const manifestFile = files.get('package.xml');
  const manifest =
    manifestFile === undefined
      ? ({ ok: false, problems: [{ problem: 'No package.xml found' }] } as const)
      : readManifest(textOfFile(manifestFile));
  if (!manifest.ok) {
    record.messages = manifest.problems.map((problem) => failure('', 'package.xml', 'package.xml', problem));
    record.status = 'Failed';
    return;
  }
  const source = readComponents(files, manifest.manifest);
  record.componentsTotal = source.components.length + source.problems.length;

  const bundles = await compileAll(record, source.components);
  if (record.status === 'Canceling') return;
  record.componentsDeployed = 0;

  const { checkOnly, rollbackOnError } = record.options;
  org.metadata.transact(record.person, bundles, (transaction) => {
    const messages = [
      ...removeComponents(files, 'before', transaction),
      ...saveAll(transaction, source, record.options.allowMissingFiles),
      ...removeComponents(files, 'after', transaction)
    ];
    const failures = messages.filter(({ success }) => !success);
    record.messages = messages;
    record.componentsDeployed = messages.length - failures.length;
    record.componentsTotal = messages.length;
    record.status = failures.length === 0 ? 'Succeeded' : rollbackOnError ? 'Failed' : 'SucceededPartial';
    return !checkOnly && record.status !== 'Failed';
  });
}

async function compileAll(
  record: DeployRecord,
  components: readonly SourceComponent[]
): Promise<ReadonlyMap<string, CompiledBundle>> {
  const bundles = new Map<string, CompiledBundle>();
  for (const component of components) {
    if (record.status === 'Canceling') break;
    record.componentsDeployed += 1;
    if (component.type !== 'LightningComponentBundle') continue;
    bundles.set(component.fullName, await compiled(component));
    // The compiler never waits: whoever asks for the status is answered between two bundles.
    await setImmediate();
  }
  return bundles;
}

/** Saves components one after the other, each as far as nothing refuses it. */
export function saveAll(
  transaction: MetadataTransaction,
  { components, problems }: SourcePackage,
  allowMissingFiles: boolean
): DeployMessage[] {
  const unread = problems.map((problem) => {
    const isMissing = problem.fileName === 'package.xml';
    const message = failure(problem.type, problem.fullName, problem.fileName, problem);
    return isMissing && allowMissingFiles ? { ...message, success: true, problemType: 'Warning' as const } : message;
  });
  const saved = components.map((component) => ({ component, messages: saveOne(transaction, component) }));
  return [...unread, ...saved.flatMap(({ component, messages }) => checkedAgain(transaction, component, messages))];
}

function checkedAgain(
  transaction: MetadataTransaction,
  component: SourceComponent,
  messages: DeployMessage[]
): DeployMessage[] {
  if (messages.some(({ success }) => !success)) return messages;
  const { type, fullName, fileName } = component;
  const problems = rulesOfType(type).checkSaved?.(component, transaction) ?? [];
  return problems.length === 0 ? messages : problems.map((problem) => failure(type, fullName, fileName, problem));
}

function saveOne(transaction: MetadataTransaction, component: SourceComponent): DeployMessage[] {
  const { type, fullName, fileName } = component;
  const rules = rulesOfType(type);
  const problems = rules.check(component, transaction);
  if (problems.length > 0) return problems.map((problem) => failure(type, fullName, fileName, problem));
  const isKept = rules.keyPrefix !== '';
  const change = isKept ? transaction.put(component, rules.keyPrefix) : 'changed';
  rules.apply?.(component, transaction);
  const id = transaction.world.metadata.component(type, fullName)?.id;
  return [
    {
      componentType: type,
      fullName,
      fileName,
      success: true,
      created: change === 'created',
      changed: change !== 'unchanged',
      deleted: false,
      ...(id === undefined ? {} : { id })
    }
  ];
}

function failure(
  componentType: string,
  fullName: string,
  fileName: string,
  { problem, line, column, fileName: place, problemType = 'Error' }: Problem
): DeployMessage {
  return {
    componentType,
    fullName,
    fileName: place ?? fileName,
    success: false,
    created: false,
    changed: false,
    deleted: false,
    problem,
    problemType,
    ...(line === undefined ? {} : { lineNumber: line }),
    ...(column === undefined ? {} : { columnNumber: column })
  };
}
