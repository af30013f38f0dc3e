import { statSync } from 'node:fs';
import type { RollupCache } from 'rollup';
import { readCustomLabels } from '../metadata/customLabels.ts';
import { findLwcBundles } from '../metadata/lwcBundles.ts';
import { findSourceFiles, type SfdxProject } from '../metadata/sfdxProject.ts';
import { describeBuildError, type BuildProblem } from './buildProblem.ts';
import { buildLayer } from './layer.ts';
import { hash, toBuiltLayer, type BuiltLayer } from './layerCache.ts';

export type ProjectBuild =
  { readonly kind: 'built'; readonly layer: BuiltLayer } | { readonly kind: 'failed'; readonly problem: BuildProblem };

/**
 * Builds the components of the projects again when a source file was added, removed or changed since the last call.
 * Calls during a build share its result.
 */
export function projectBuilder(
  projects: readonly SfdxProject[],
  isProvided: (specifier: string) => boolean
): () => Promise<ProjectBuild> {
  let cache: RollupCache | undefined;
  let current: { readonly state: string; readonly build: Promise<ProjectBuild> } | undefined;

  async function build(): Promise<ProjectBuild> {
    try {
      const output = await buildLayer({
        modules: findLwcBundles(projects).map(({ name, entry }) => ({ specifier: `c/${name}`, entry })),
        isExternal: isProvided,
        labelNames: new Set(readCustomLabels(projects).keys()),
        cache
      });
      cache = output.cache;
      return { kind: 'built', layer: toBuiltLayer(output) };
    } catch (error) {
      return { kind: 'failed', problem: describeBuildError(error) };
    }
  }

  return () => {
    const state = sourceState(projects);
    if (current?.state !== state) {
      current = { state, build: build() };
    }
    return current.build;
  };
}

function sourceState(projects: readonly SfdxProject[]): string {
  const files = new Set([
    ...findSourceFiles(projects, '**/lwc/**/*.{ts,js,html,css}'),
    ...findSourceFiles(projects, '**/labels/*.labels-meta.xml')
  ]);
  // A `.js` beside its `.ts` is compiled code, which the build does not read.
  const isCompiled = (file: string): boolean => file.endsWith('.js') && files.has(file.replace(/\.js$/u, '.ts'));
  return hash(
    [...files].flatMap((file) => {
      if (isCompiled(file)) return [];
      const status = statSync(file, { throwIfNoEntry: false });
      return status === undefined ? [] : [file, String(status.mtimeMs), String(status.size)];
    })
  );
}
