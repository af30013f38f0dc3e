import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RollupCache } from 'rollup';
import { readCustomLabels } from '../metadata/customLabels.ts';
import { findLwcBundles, type LwcBundle } from '../metadata/lwcBundles.ts';
import { findSourceFiles, type SfdxProject } from '../metadata/sfdxProject.ts';
import { neededOf } from './baseModules.ts';
import type { BuildProblem } from './buildProblem.ts';
import type { ExportedNames } from './importedNames.ts';
import type { LayerFile, LayerOutput } from './layer.ts';
import { cachedLayer, hash, readLayer, type BuiltLayer } from './layerCache.ts';
import { packageVersion } from './npmPackages.ts';
import { once } from './once.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** The modules of the layers before, and what they export. */
export interface ProvidedModules {
  readonly names: ReadonlySet<string>;
  /** Resolves when those that the bundles import are built. */
  readonly exportsOf: (bundles: readonly LwcBundle[]) => Promise<ExportedNames>;
}

/** The components of the projects as the files were at one time. */
export interface ProjectBuild {
  /** Another one for other files. */
  readonly state: string;
  /** `c/…`, one for each bundle. */
  readonly specifiers: ReadonlySet<string>;
  /** The built file of a component; undefined until it is built. */
  readonly fileOf: (specifier: string) => string | undefined;
  /** Builds the components that are shown first, with what they import; all if that takes no longer. */
  first(): Promise<BuiltLayer>;
  all(): Promise<BuiltLayer>;
}

/**
 * Builds the components of the projects again when a source file was added, removed or changed since the last call.
 * Calls during a build share its result, and servers that start after it take it from the cache. A bundle that fails is
 * replaced by a component that says why, and the others are not touched. `shownFirst` are names of bundles.
 */
export function projectBuilder(
  projects: readonly SfdxProject[],
  provided: ProvidedModules,
  { cacheDirectory, shownFirst }: { readonly cacheDirectory: string | null; readonly shownFirst: readonly string[] }
): () => ProjectBuild {
  // The cache keeps the newest build of each set of projects, so that trying another one costs no build of this one.
  const name = `project_${hash(projects.map(({ directory }) => directory))}`;
  const firstName = `first_${name}`;
  let cache: RollupCache | undefined;
  let current: ProjectBuild | undefined;

  async function build(
    bundles: readonly LwcBundle[],
    specifiers: ReadonlySet<string>
  ): Promise<Pick<LayerOutput, 'files' | 'entries'>> {
    // Compilers are loaded where something must be built only: they take longer than all the rest of a start.
    const [{ buildLayer }, { findFailedBundles }] = await Promise.all([
      import('./layer.ts'),
      import('./failedBundles.ts')
    ]);
    const output = await buildLayer({
      modules: bundles.map(toModule),
      // Bundles import each other by the page's import map, so that one of them can be replaced.
      isExternal: (specifier) => provided.names.has(specifier) || specifiers.has(specifier),
      labelNames: new Set(readCustomLabels(projects).keys()),
      cache
    });
    cache = output.cache;
    const failed = [...findFailedBundles(bundles, output, await provided.exportsOf(bundles))].map(
      ([name, problem]) => [`c/${name}`, failedModule(name, problem)] as const
    );
    return {
      files: [...output.files, ...failed.map(([, file]) => file)],
      entries: new Map([
        ...output.entries,
        ...failed.map(([specifier, { fileName }]) => [specifier, fileName] as const)
      ])
    };
  }

  function begin(state: string, files: readonly string[]): ProjectBuild {
    const bundles = findLwcBundles(projects);
    const specifiers = new Set(bundles.map((bundle) => toModule(bundle).specifier));
    const key = [...keyOf(files, provided.names), ...shownFirst];
    const kept = readLayer(cacheDirectory, name, key);
    // What was built before makes a build of all short.
    const firstBundles = kept === undefined && cache === undefined ? withImports(bundles, shownFirst) : [];
    let { entries } = kept ?? readLayer(cacheDirectory, firstName, key) ?? NOTHING;
    const built = async (layer: BuiltLayer | Promise<BuiltLayer>): Promise<BuiltLayer> => {
      ({ entries } = await layer);
      return layer;
    };
    const first = once(async () =>
      firstBundles.length === 0
        ? all()
        : built(cachedLayer(cacheDirectory, firstName, key, () => build(firstBundles, specifiers)))
    );
    const all = once(async () => {
      // It leaves what it compiled for this one.
      if (firstBundles.length > 0) await first();
      return built(kept ?? cachedLayer(cacheDirectory, name, key, () => build(bundles, specifiers)));
    });
    return { state, specifiers, fileOf: (specifier) => entries.get(specifier), first, all };
  }

  return () => {
    const files = sourceFiles(projects);
    const state = sourceState(files);
    if (current?.state !== state) current = begin(state, files);
    return current;
  };
}

const NOTHING: BuiltLayer = { files: new Map(), entries: new Map() };

function toModule({ name, entry }: LwcBundle): NamedModule {
  return { specifier: `c/${name}`, entry };
}

/** Bundles with those that they import, directly or not. */
export function withImports(bundles: readonly LwcBundle[], names: readonly string[]): readonly LwcBundle[] {
  const needed = neededOf(
    bundles.map(toModule),
    names.map((name) => `c/${name}`)
  );
  const entries = new Set(needed.map(({ entry }) => entry));
  return bundles.filter(({ entry }) => entries.has(entry));
}

/** The module of a component that draws why the bundle failed. */
function failedModule(bundle: string, problem: BuildProblem): LayerFile {
  const code = `import { failedComponent } from 'host/failedComponent';
export default failedComponent(${JSON.stringify({ name: `c/${bundle}`, ...problem })});
`;
  return { fileName: `c.${bundle}-failed-${hash([code])}.js`, code };
}

function sourceFiles(projects: readonly SfdxProject[]): readonly string[] {
  const files = new Set([
    ...findSourceFiles(projects, '**/lwc/**/*.{ts,js,html,css}'),
    ...findSourceFiles(projects, '**/labels/*.labels-meta.xml')
  ]);
  // A `.js` beside its `.ts` is compiled code, which the build does not read.
  return [...files].filter((file) => !(file.endsWith('.js') && files.has(file.replace(/\.js$/u, '.ts'))));
}

function sourceState(files: readonly string[]): string {
  return hash(
    files.flatMap((file) => {
      const status = statSync(file, { throwIfNoEntry: false });
      return status === undefined ? [] : [file, String(status.mtimeMs), String(status.size)];
    })
  );
}

/** The files of the playground that decide what a build contains. */
const OWN_FILES = [
  'buildProblem.ts',
  'failedBundles.ts',
  'fileOf.ts',
  'frugalLwcPlugin.ts',
  'iconTemplates.ts',
  'importedNames.ts',
  'isolate.ts',
  'layer.ts',
  'lwcCompiler.ts',
  'projectLayer.ts',
  'refusalPlugin.ts',
  '../modules/platform/refusals.ts',
  'resolvePlugin.ts',
  'scopedModules.ts',
  'stripTypes.ts',
  'typescriptPlugin.ts'
];

/** All that a build depends on. */
function keyOf(files: readonly string[], provided: ReadonlySet<string>): readonly string[] {
  return [
    ...['lwc', '@lwc/rollup-plugin', 'rollup', 'typescript'].map(packageVersion),
    ...OWN_FILES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
    ...[...provided].sort(),
    ...files.flatMap((file) => [file, readFileSync(file, 'utf8')])
  ];
}
