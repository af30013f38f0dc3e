import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_PACKAGE } from './baseModules.ts';
import { cachedLayer, readLayer, type BuiltLayer } from './layerCache.ts';
import type { LwcLayerInput } from './lwcLayer.ts';
import { buildInThread } from './lwcThread.ts';
import { packageVersion } from './npmPackages.ts';

export interface LayerCache {
  readonly directory: string | null;
  /** Called before a layer is built. */
  readonly onColdBuild?: (() => void) | undefined;
}

/** A layer that is in the cache or not built yet. */
export interface KeptLayer {
  /** Takes it from the cache; undefined if it isn't there. */
  read(): BuiltLayer | undefined;
  /** Takes it from the cache, or builds it in the thread of compilers. Rejects with the errors of the build. */
  take(): Promise<BuiltLayer>;
}

/** `sources` are texts that the layer is made of, besides npm packages. */
export function keptLayer(
  { directory, onColdBuild }: LayerCache,
  name: string,
  input: LwcLayerInput,
  sources: readonly string[] = []
): KeptLayer {
  const key = [
    ...['lwc', '@lwc/rollup-plugin', BASE_PACKAGE, 'rolldown'].map(packageVersion),
    ...globSync('*.ts', { cwd: import.meta.dirname, exclude: ['*.test.ts'] })
      .sort()
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
    JSON.stringify(input.modules.map(({ specifier }) => specifier)),
    ...sources
  ];
  return {
    read: () => readLayer(directory, name, key),
    take: () =>
      cachedLayer(directory, name, key, () => {
        onColdBuild?.();
        return buildInThread(input);
      })
  };
}
