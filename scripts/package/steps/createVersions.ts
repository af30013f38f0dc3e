import { listAt, textAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import type { StepFailure } from '../../shared/runSteps.ts';
import { done, hubOf, poll, type PackageEnd, type PackageStep, type PackageTools } from '../packageStep.ts';
import { versionOf, withVersion, type PackageState } from '../packageState.ts';
import { fingerprintOf, type ProjectPackage } from '../project.ts';

/** How long a hub may take for one version. */
const MINUTES = 60;

/**
 * Requests a version and waits for it. A version that an interrupted run has requested of the same files is waited for, or
 * taken, as a hub makes only so many a day.
 */
export function createVersion(tools: PackageTools, one: ProjectPackage): PackageStep {
  return {
    name: `version of ${one.name}`,
    title: `Make a version of ${one.name}`,
    run: async (state) => {
      const fingerprint = await fingerprintOf(tools.copy, one, [tools.options.installationKey]);
      const before = versionOf(state, one.name);
      const isSame = before.fingerprint === fingerprint;
      if (isSame && before.id !== '') return done(state, `${before.number}, made before of the same files`);
      if (isSame && before.requestId !== '') return waitForVersion(state, tools, one);
      const requested = await requestVersion(state, tools, one, fingerprint);
      return 'kind' in requested ? requested : waitForVersion(requested, tools, one);
    },
    leaves: () => 'A version that was requested goes on in the Dev Hub.'
  };
}

async function requestVersion(
  state: PackageState,
  tools: PackageTools,
  { name }: ProjectPackage,
  fingerprint: string
): Promise<PackageState | StepFailure> {
  const { installationKey } = tools.options;
  const key = installationKey === '' ? ['--installation-key-bypass'] : ['--installation-key', installationKey];
  // Without code coverage a version can never be promoted, even if it has no Apex [F-164].
  const command = ['package', 'version', 'create', '--package', name, '--code-coverage', ...key, ...hubOf(tools)];
  const answer = await tools.sf(command, 10);
  if (answer.kind === 'refused') return withoutKey(failureOf(answer), installationKey);
  const known = { requestId: textAt(answer.value, 'Id'), fingerprint, id: '', number: '', installId: '' };
  const requested = withVersion(state, name, known);
  await tools.store.write(requested);
  return requested;
}

async function waitForVersion(state: PackageState, tools: PackageTools, { name }: ProjectPackage): Promise<PackageEnd> {
  const { requestId } = versionOf(state, name);
  const report = ['package', 'version', 'create', 'report', '--package-create-request-id', requestId, ...hubOf(tools)];
  const version = await poll<PackageState>(
    async () => {
      const answer = await tools.sf(report);
      if (answer.kind === 'refused') return failureOf(answer);
      const [request] = Array.isArray(answer.value) ? (answer.value as readonly unknown[]) : [];
      const status = textAt(request, 'Status');
      if (status === 'Error') return refusedVersion(listAt(request, 'Error'));
      if (status !== 'Success') return 'under way';
      const id = textAt(request, 'SubscriberPackageVersionId');
      return withVersion(state, name, { id, number: textAt(request, 'VersionNumber') });
    },
    tools.pause,
    MINUTES
  );
  if (version === null) return stillUnderWay(requestId);
  if ('kind' in version) {
    // The next run requests another version of what was corrected.
    if (version.message === REFUSED) await tools.store.write(withVersion(state, name, { requestId: '' }));
    return version;
  }
  await tools.store.write(version);
  const { id, number } = versionOf(version, name);
  return done(version, `${number} ${id}`);
}

const REFUSED = 'the Dev Hub can’t make it.';

function refusedVersion(errors: readonly unknown[]): StepFailure {
  return {
    kind: 'failed',
    message: REFUSED,
    details: errors.map(String),
    todo: 'correct what is named above, then run it again. Versions of the other packages are kept.'
  };
}

function stillUnderWay(requestId: string): StepFailure {
  return {
    kind: 'failed',
    message: `the Dev Hub is still at it (${requestId}) after ${String(MINUTES)} minutes.`,
    details: [],
    todo: 'start again: it waits for the same version.'
  };
}

/** The command line of a failure, which doesn't show the key. */
export function withoutKey(failure: StepFailure, key: string): StepFailure {
  return key === '' ? failure : { ...failure, details: failure.details.map((line) => line.replaceAll(key, '…')) };
}
