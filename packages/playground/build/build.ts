import { dirname } from 'node:path';
import { findLwcBundles, type LwcBundle } from '../metadata/lwcBundles.ts';
import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { importsOf, ICONS_OF_EVERY_PAGE } from './baseModules.ts';
import { takePageLayer } from './earlyPage.ts';
import { laterParts } from './laterParts.ts';
import type { LayerFile } from './layer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { once } from './once.ts';
import { projectBuilder, withImports, type ProjectBuild } from './projectLayer.ts';
import { PERSON_I18N, PERSON_SCOPES } from './scopedModules.ts';

/** URL by module name. */
export type Imports = Readonly<Record<string, string>>;

/**
 * The code of a page: what every page needs, the base components that only some pages need, and the projects. They import
 * each other by name.
 */
export interface Build {
  /** The modules of every page as they are now, independent of the components that it shows. */
  imports(): Imports;
  /** The projects' components from the files on disk as they are now. A page waits for those that are not built yet. */
  projects(): Imports;
  /** Keeps a file for pages to load and returns its URL. An open page can load it even after a newer file was added. */
  serve(file: LayerFile): string;
  file(fileName: string): string | undefined;
  /** Builds a module that only some pages need; undefined if none has this name. */
  laterModule(specifier: string): Promise<string | undefined>;
  /** Builds a component of the projects. One that fails says so on the page. Undefined if there was none in this state of the files. */
  projectModule(state: string, specifier: string): Promise<string | undefined>;
  /** Builds all that the first page does not need, and other pages may. */
  buildRest(): Promise<void>;
}

export interface BuildOptions {
  readonly cacheDirectory: string | null;
  readonly projects: readonly SfdxProject[];
  /** The bundles of the projects that the first page shows. */
  readonly shownFirst: readonly string[];
  /** Whether it shows them, so that they are built at once, or what was deployed. */
  readonly isProjectShown: boolean;
  readonly onColdBuild?: (() => void) | undefined;
}

/** The paths below which a page loads modules. */
export const MODULE_PATHS = {
  built: '/playground/modules/',
  /** Base components and parts of the page that are built when a page asks for them. */
  onDemand: '/playground/on-demand/',
  /** Components of the projects that were not built when the page was sent, below the state of the files. */
  projects: '/playground/projects/',
  /** `@salesforce/…` modules whose value depends on the person. */
  person: '/playground/person/',
  /** Other `@salesforce/…` modules, which deployed code imports. */
  scoped: '/playground/scoped/'
} as const;

/** Builds what every page needs, or takes it from the cache. */
export async function createBuild({
  cacheDirectory,
  projects,
  shownFirst,
  isProjectShown,
  onColdBuild
}: BuildOptions): Promise<Build> {
  const files = new Map<string, string>();
  const take = (layer: BuiltLayer): BuiltLayer => {
    for (const [fileName, code] of layer.files) files.set(fileName, code);
    return layer;
  };
  const cache = { directory: cacheDirectory, onColdBuild: once(() => onColdBuild?.()) };
  const early = takePageLayer(cache);
  const building = early.layer.then(take);
  const { modules, rest, sources } = early.modules;
  const bundles = findLwcBundles(projects);
  const ofFirstPage = [...ICONS_OF_EVERY_PAGE, ...withImports(bundles, shownFirst).flatMap(importedBy)];
  const together = [
    ofFirstPage,
    bundles.flatMap(importedBy),
    rest.map(({ specifier }) => specifier).filter((specifier) => specifier.startsWith('host/'))
  ];
  const parts = laterParts(cache, { rest, provided: modules, together, sources }, take);
  const known = new Map<string, ReadonlySet<string>>();
  const buildProjects = projectBuilder(
    projects,
    {
      names: new Set([...modules, ...rest].map(({ specifier }) => specifier)),
      exportsOf: async (bundles) => {
        const { entries } = await building;
        await parts.build(bundles.flatMap(importedBy));
        const { exportedNames } = await import('./importedNames.ts');
        return (specifier) => {
          const code = files.get(entries.get(specifier) ?? parts.fileOf(specifier) ?? '');
          const exported = known.get(specifier) ?? (code === undefined ? null : exportedNames(code));
          if (exported !== null) known.set(specifier, exported);
          return exported;
        };
      }
    },
    { cacheDirectory, shownFirst }
  );
  const builds = new Map<string, ProjectBuild>();
  const projectsNow = (): ProjectBuild => {
    const now = buildProjects();
    const known = builds.get(now.state);
    if (known !== undefined) return known;
    const build: ProjectBuild = {
      ...now,
      first: once(async () => take(await now.first())),
      all: once(async () => take(await now.all()))
    };
    builds.set(build.state, build);
    // A page that asks for a component gets the error.
    build.first().catch(() => undefined);
    return build;
  };
  // It takes as long as the page's own modules.
  if (isProjectShown) projectsNow();
  // A page that asks for one of them waits for it, and gets its error.
  parts.build(ofFirstPage).catch(() => undefined);
  const page = await building;
  const urlOf = (specifier: string): string => {
    const file = parts.fileOf(specifier);
    return file === undefined ? `${MODULE_PATHS.onDemand}${specifier}` : `${MODULE_PATHS.built}${file}`;
  };
  /** Both modules of a name must be one, so that of the page only passes the built one on. */
  const passedOn = (file: string | undefined): string | undefined => {
    const code = file === undefined ? undefined : files.get(file);
    if (file === undefined || code === undefined) return undefined;
    const from = `from '${MODULE_PATHS.built}${file}';`;
    return `export * ${from}\n${HAS_DEFAULT.test(code) ? `export { default } ${from}\n` : ''}`;
  };

  return {
    imports: () => ({
      ...Object.fromEntries(parts.names.map((specifier) => [specifier, urlOf(specifier)])),
      ...urlsOf(page.entries),
      '@salesforce/': MODULE_PATHS.scoped,
      ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${MODULE_PATHS.person}${scope}/`])),
      ...Object.fromEntries(
        PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${MODULE_PATHS.person}i18n/${name}`])
      )
    }),
    projects() {
      const { state, specifiers, fileOf } = projectsNow();
      return Object.fromEntries(
        [...specifiers].map((specifier) => {
          const file = fileOf(specifier);
          const isBuilt = file !== undefined && files.has(file);
          return [
            specifier,
            isBuilt ? `${MODULE_PATHS.built}${file}` : `${MODULE_PATHS.projects}${state}/${specifier}`
          ];
        })
      );
    },
    serve({ fileName, code }) {
      files.set(fileName, code);
      return `${MODULE_PATHS.built}${fileName}`;
    },
    file: (fileName) => files.get(fileName),
    async laterModule(specifier) {
      await parts.build([specifier]);
      return passedOn(parts.fileOf(specifier));
    },
    async projectModule(state, specifier) {
      const build = builds.get(state);
      if (build?.specifiers.has(specifier) !== true) return undefined;
      await build.first();
      if (build.fileOf(specifier) === undefined) await build.all();
      return passedOn(build.fileOf(specifier));
    },
    async buildRest() {
      await Promise.all([
        ...together.map((names) => parts.build(names)),
        ...(isProjectShown ? [projectsNow().all()] : [])
      ]);
    }
  };
}

function importedBy({ entry }: LwcBundle): readonly string[] {
  return importsOf(dirname(entry));
}

/** Whether built code has a default export. A comment may hold the words too. */
const HAS_DEFAULT = /(?:^|[;}\n])[\t ]*export\s*(?:default\b|\{[^{}]*\bdefault\b(?!\s+as\b))/u;

function urlsOf(entries: ReadonlyMap<string, string>): Imports {
  return Object.fromEntries(
    [...entries].map(([specifier, fileName]) => [specifier, `${MODULE_PATHS.built}${fileName}`])
  );
}
