import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RollupCache } from 'rollup';
import { readCustomLabels } from '../metadata/customLabels.ts';
import { findLwcBundles } from '../metadata/lwcBundles.ts';
import { findSourceFiles, type SfdxProject } from '../metadata/sfdxProject.ts';
import type { BuildProblem } from './buildProblem.ts';
import type { ExportedNames } from './importedNames.ts';
import type { LayerFile, LayerOutput } from './layer.ts';
import { cachedLayer, hash, type BuiltLayer } from './layerCache.ts';
import { packageVersion } from './npmPackages.ts';

/** The modules of the layers before, and what they export. */
export interface ProvidedModules {
  readonly names: ReadonlySet<string>;
  /** Resolves when those that the projects import are built. */
  readonly exportsOf: () => Promise<ExportedNames>;
}

/**
 * Builds the components of the projects again when a source file was added, removed or changed since the last call.
 * Calls during a build share its result, and servers that start after it take it from the cache. A bundle that fails is
 * replaced by a component that says why, and the others are not touched.
 */
export function projectBuilder(
  projects: readonly SfdxProject[],
  provided: ProvidedModules,
  cacheDirectory: string | null
): () => Promise<BuiltLayer> {
  // The cache keeps the newest build of each set of projects, so that trying another one costs no build of this one.
  const name = `project_${hash(projects.map(({ directory }) => directory))}`;
  let cache: RollupCache | undefined;
  let current: { readonly state: string; readonly build: Promise<BuiltLayer> } | undefined;

  async function build(): Promise<Pick<LayerOutput, 'files' | 'entries'>> {
    // Compilers are loaded where something must be built only: they take longer than all the rest of a start.
    const [{ buildLayer }, { findFailedBundles }] = await Promise.all([
      import('./layer.ts'),
      import('./failedBundles.ts')
    ]);
    const bundles = findLwcBundles(projects);
    const modules = bundles.map(({ name, entry }) => ({ specifier: `c/${name}`, entry }));
    const specifiers = new Set(modules.map(({ specifier }) => specifier));
    const output = await buildLayer({
      modules,
      // Bundles import each other by the page's import map, so that one of them can be replaced.
      isExternal: (specifier) => provided.names.has(specifier) || specifiers.has(specifier),
      labelNames: new Set(readCustomLabels(projects).keys()),
      cache
    });
    cache = output.cache;
    const failed = [...findFailedBundles(bundles, output, await provided.exportsOf())].map(
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

  return () => {
    const files = sourceFiles(projects);
    const state = sourceState(files);
    if (current?.state !== state) {
      current = { state, build: cachedLayer(cacheDirectory, name, keyOf(files, provided.names), build) };
    }
    return current.build;
  };
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
