import { setImmediate } from 'node:timers/promises';
import type { CompiledBundle } from '../../../bundles/compileBundle.ts';
import { compileBundleOnce } from '../../../bundles/compileBundleOnce.ts';
import type { MetadataTransaction } from '../../../engine/org/metadataTransaction.ts';
import type { Org } from '../../../engine/org/org.ts';
import { textOfFile, type SourceComponent } from '../../../engine/world/component.ts';
import { readManifest } from '../package/packageManifest.ts';
import { readZip } from '../package/packageZip.ts';
import { readComponents } from '../package/sourceComponents.ts';
import type { DeployMessage, DeployRecord } from './deployRecord.ts';
import { removeComponents } from './destructiveChanges.ts';
import { failedMessage } from './failedMessage.ts';
import { saveComponents } from './saveComponents.ts';

/**
 * Executes a deploy: reads the package, compiles its bundles, then saves its components in one transaction. Writes the outcome
 * into the record, and ends early when the deploy is canceled.
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
    record.messages = manifest.problems.map((problem) =>
      failedMessage({ type: '', fullName: 'package.xml', fileName: 'package.xml' }, problem)
    );
    record.status = 'Failed';
    return;
  }
  const source = readComponents(files, manifest.manifest);
  record.componentsTotal = source.components.length + source.problems.length;

  const bundles = await compileAll(record, source.components);
  if (record.status === 'Canceling') return;
  record.componentsDeployed = 0;

  const { checkOnly, rollbackOnError } = record.options;
  const refused = new Map<SourceComponent, readonly DeployMessage[]>();
  const attempt = (transaction: MetadataTransaction): boolean => {
    const before = removeComponents(files, 'before', transaction);
    const saved = saveComponents(transaction, source, record.options.allowMissingFiles, refused);
    const messages = [...before, ...saved.messages, ...removeComponents(files, 'after', transaction)];
    const failures = messages.filter(({ success }) => !success);
    record.messages = messages;
    record.componentsDeployed = messages.length - failures.length;
    record.componentsTotal = messages.length;
    record.status = failures.length === 0 ? 'Succeeded' : rollbackOnError ? 'Failed' : 'SucceededPartial';
    for (const [component, refusals] of saved.refusedLate) refused.set(component, refusals);
    const isFinal = saved.refusedLate.size === 0 || rollbackOnError;
    return isFinal && !checkOnly && record.status !== 'Failed';
  };
  // A component that is refused when it is already saved is rolled back with all others, which are saved again without it.
  let refusedBefore: number;
  do {
    refusedBefore = refused.size;
    org.metadata.transact(record.person, bundles, attempt);
  } while (refused.size > refusedBefore && !rollbackOnError);
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
    bundles.set(component.fullName, await compileBundleOnce(component.fullName, filesOf(component)));
    // The compiler blocks the process, so requests for the status are answered between two bundles.
    await setImmediate();
  }
  return bundles;
}

/** The texts of a bundle's files, by their path in the bundle. */
function filesOf({ fullName, files }: SourceComponent): Record<string, string> {
  const folder = `lwc/${fullName}/`;
  return Object.fromEntries(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), textOfFile(bytes)]] : []
    )
  );
}
