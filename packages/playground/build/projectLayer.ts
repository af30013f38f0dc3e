import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RollupCache } from 'rollup';
import { readCustomLabels } from '../metadata/customLabels.ts';
import { findLwcBundles } from '../metadata/lwcBundles.ts';
import { findSourceFiles, type SfdxProject } from '../metadata/sfdxProject.ts';
import { describeBuildError, type BuildProblem } from './buildProblem.ts';
import { buildLayer } from './layer.ts';
import { cachedLayer, hash, type BuiltLayer } from './layerCache.ts';
import { packageVersion } from './npmPackages.ts';

export type ProjectBuild =
  { readonly kind: 'built'; readonly layer: BuiltLayer } | { readonly kind: 'failed'; readonly problem: BuildProblem };

/**
 * Builds the components of the projects again when a source file was added, removed or changed since the last call.
 * Calls during a build share its result, and servers that start after it take it from the cache.
 */
export function projectBuilder(
  projects: readonly SfdxProject[],
  provided: ReadonlySet<string>,
  cacheDirectory: string | null
): () => Promise<ProjectBuild> {
  let cache: RollupCache | undefined;
  let current: { readonly state: string; readonly build: Promise<ProjectBuild> } | undefined;

  async function build(files: readonly string[]): Promise<ProjectBuild> {
    try {
      const layer = await cachedLayer(cacheDirectory, 'project', keyOf(files, provided), async () => {
        const output = await buildLayer({
          modules: findLwcBundles(projects).map(({ name, entry }) => ({ specifier: `c/${name}`, entry })),
          isExternal: (specifier) => provided.has(specifier),
          labelNames: new Set(readCustomLabels(projects).keys()),
          cache
        });
        cache = output.cache;
        return output;
      });
      return { kind: 'built', layer };
    } catch (error) {
      return { kind: 'failed', problem: describeBuildError(error) };
    }
  }

  return () => {
    const files = sourceFiles(projects);
    const state = sourceState(files);
    if (current?.state !== state) {
      current = { state, build: build(files) };
    }
    return current.build;
  };
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

/** All that a build depends on. */
function keyOf(files: readonly string[], provided: ReadonlySet<string>): readonly string[] {
  return [
    ...['lwc', '@lwc/rollup-plugin', 'rollup', 'typescript'].map(packageVersion),
    ...['layer.ts', 'projectLayer.ts', 'resolvePlugin.ts', 'scopedModules.ts', 'typescriptPlugin.ts'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8')
    ),
    ...[...provided].sort(),
    ...files.flatMap((file) => [file, readFileSync(file, 'utf8')])
  ];
}
