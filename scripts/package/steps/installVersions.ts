import { listAt, textAt } from 'sf-cli/json';
import { failureOf } from '../../shared/sf/failure.ts';
import { ACTION } from '../../shared/product.ts';
import { quoted } from '../../shared/soql.ts';
import type { StepFailure } from '../../shared/runSteps.ts';
import { done, poll, type PackageEnd, type PackageStep, type PackageTools } from '../packageStep.ts';
import { versionOf, withVersion, type PackageState } from '../packageState.ts';
import type { ProjectPackage } from '../project.ts';
import { withoutKey } from './createVersions.ts';

/** How long a version may take until every instance of Salesforce knows it. */
const PUBLISH_MINUTES = 20;
/** How long an installation may take. */
const MINUTES = 60;

/** Installs a version; one that an interrupted run was installing is waited for. */
export function installVersion(tools: PackageTools, one: ProjectPackage): PackageStep {
  return {
    name: `installation of ${one.name}`,
    title: `Install ${one.name}`,
    run: async (state) => {
      const before = versionOf(state, one.name);
      if (before.installId !== '') return waitForInstallation(state, tools, one);
      const requested = await requestInstallation(state, tools, one);
      return 'kind' in requested ? requested : waitForInstallation(requested, tools, one);
    },
    leaves: () => 'An installation that was requested goes on in the org.'
  };
}

/** Alias or username of the org that gets the packages. */
function targetOf(state: PackageState, { options: { install } }: PackageTools): string {
  return install.kind === 'org' ? install.org : state.username;
}

async function requestInstallation(
  state: PackageState,
  tools: PackageTools,
  { name }: ProjectPackage
): Promise<PackageState | StepFailure> {
  const { installationKey } = tools.options;
  const answer = await tools.sf(
    [
      ...['package', 'install', '--package', versionOf(state, name).id, '--target-org', targetOf(state, tools)],
      ...['--publish-wait', String(PUBLISH_MINUTES), '--security-type', 'AdminsOnly', '--no-prompt'],
      ...(installationKey === '' ? [] : ['--installation-key', installationKey])
    ],
    PUBLISH_MINUTES + 5
  );
  if (answer.kind === 'refused') return withoutKey(failureOf(answer), installationKey);
  const requested = withVersion(state, name, { installId: textAt(answer.value, 'Id') });
  await tools.store.write(requested);
  return requested;
}

async function waitForInstallation(
  state: PackageState,
  tools: PackageTools,
  { name }: ProjectPackage
): Promise<PackageEnd> {
  const { installId, number } = versionOf(state, name);
  const report = ['package', 'install', 'report', '--request-id', installId, '--target-org', targetOf(state, tools)];
  const end = await poll<'installed'>(
    async () => {
      const answer = await tools.sf(report);
      if (answer.kind === 'refused') {
        // The org has refused the installation, so that the next run installs anew. Anything else ends only the wait.
        const isFinal = answer.code.includes('PackageInstall');
        if (isFinal) await tools.store.write(withVersion(state, name, { installId: '' }));
        return failureOf(answer);
      }
      return textAt(answer.value, 'Status') === 'SUCCESS' ? 'installed' : 'under way';
    },
    tools.pause,
    MINUTES
  );
  if (end === 'installed') return done(state, number);
  if (end !== null) return end;
  return {
    kind: 'failed',
    message: `the org is still at it (${installId}) after ${String(MINUTES)} minutes.`,
    details: [],
    todo: 'start again: it waits for the same installation.'
  };
}

/** Asks the org what it has: each version that was installed, and the action on contacts. */
export function checkInstalled(tools: PackageTools): PackageStep {
  return {
    name: 'check',
    title: 'Check that the org has the packages and the action',
    run: async (state) => {
      const target = ['--target-org', targetOf(state, tools)];
      const installed = await tools.sf(['package', 'installed', 'list', ...target]);
      if (installed.kind === 'refused') return failureOf(installed);
      const rows: readonly unknown[] = Array.isArray(installed.value) ? installed.value : [];
      const missing = tools.packages.find(
        ({ name }) => !rows.some((row) => textAt(row, 'SubscriberPackageVersionId') === versionOf(state, name).id)
      );
      if (missing !== undefined) return lacks(`${missing.name} ${versionOf(state, missing.name).number}`);
      const query = `SELECT DeveloperName FROM QuickActionDefinition WHERE DeveloperName = ${quoted(ACTION)} AND SobjectType = 'Contact'`;
      const actions = await tools.sf(['data', 'query', '--use-tooling-api', '--query', query, ...target]);
      if (actions.kind === 'refused') return failureOf(actions);
      if (listAt(actions.value, 'records').length === 0) return lacks(`the action ${ACTION} of contacts`);
      return done(state, `${String(tools.packages.length)} packages, and the action ${ACTION} of contacts`);
    }
  };
}

function lacks(what: string): StepFailure {
  return {
    kind: 'failed',
    message: `the org doesn’t show ${what}, although it was installed.`,
    details: [],
    todo: 'look at Setup, Installed Packages in the org.'
  };
}
