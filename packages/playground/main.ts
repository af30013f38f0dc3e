import type { LocalOrg, NotTaken, StartingOrgSummary } from 'sfdx-local-org';
import { createBuild } from './build/build.ts';
import { readSfdxProject, type SfdxProject } from './metadata/sfdxProject.ts';
import { createApp } from './server/app.ts';
import { readSites, type Site } from './server/pageContext.ts';
import type { ComponentSource, SourceName } from './source/componentSource.ts';
import { readRecordPageComponents } from './metadata/recordPageComponents.ts';
import { whenQuiet } from './server/whenQuiet.ts';
import { deployedSource } from './source/deployed.ts';
import { workingTreeSource } from './source/workingTree.ts';

export { NO_COMPONENT } from './modules/platform/componentProblem.ts';
export { isRefusal } from './modules/platform/refusals.ts';
export { readExposedComponents } from './metadata/exposedComponents.ts';
export type { ExposedComponent } from './metadata/componentTargets.ts';
export { readSfdxProject, SfdxProjectError } from './metadata/sfdxProject.ts';
export { suppliedModules, type SuppliedModules } from './build/suppliedModules.ts';

export interface PlaygroundOptions {
  readonly localOrg: LocalOrg;
  /** The starting orgs that the bar offers as scenarios. */
  readonly startingOrgs: readonly StartingOrgSummary[];
  /** Directories with an `sfdx-project.json`. */
  readonly projects: readonly string[];
  /** Which components the pages show until the bar says otherwise; those of the working tree when left out. */
  readonly source?: SourceName;
  /** Where built base components are kept; null keeps none. Pages run what lies there, so only this user may write to it. */
  readonly cacheDirectory: string | null;
  /** Called when the base components are not in the cache, before they are built. */
  readonly onColdBuild?: () => void;
}

export interface Playground {
  fetch(request: Request): Promise<Response>;
  /** The components of the working tree that the org has not taken, each with the reason. */
  notTaken(): readonly NotTaken[];
  /** The org's sites with the path of their log-in pages. */
  sites(): readonly Site[];
}

/**
 * Pages of Lightning Experience on which a project's components run. A request for anything else goes to the local org.
 * Resolves when what every page loads is built or taken from the cache.
 */
export async function createPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { localOrg, startingOrgs, cacheDirectory, onColdBuild } = options;
  const projects = options.projects.map(readSfdxProject);
  const build = await createBuild({
    cacheDirectory,
    projects,
    shownFirst: bundlesOfFirstPage(projects),
    isProjectShown: options.source !== 'deployed',
    onColdBuild
  });

  const sources: Readonly<Record<SourceName, ComponentSource>> = {
    workingTree: workingTreeSource(projects, build, localOrg),
    deployed: deployedSource(localOrg, build)
  };
  let shown = sources[options.source ?? 'workingTree'];
  shown.prepareOrg();
  const shownSource = (): ComponentSource => shown;
  const showSource = (name: SourceName): void => {
    shown = sources[name];
  };
  const app = createApp({ localOrg, startingOrgs, build, shownSource, showSource });
  const inQuiet = whenQuiet(QUIET_MS, () => build.buildRest());
  return {
    fetch: (request) => inQuiet(async () => app.fetch(request)),
    notTaken: () => sources.workingTree.prepareOrg(),
    sites: () => readSites(localOrg)
  };
}

/** Milliseconds without a request, after which the first page has all that it needs. */
const QUIET_MS = 2000;

/** The first page is that of a contact. */
function bundlesOfFirstPage(projects: readonly SfdxProject[]): string[] {
  return readRecordPageComponents(projects)
    .filter(({ objects }) => objects.length === 0 || objects.includes('Contact'))
    .map(({ bundle }) => bundle);
}
