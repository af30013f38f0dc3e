import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BASE_PACKAGE } from './baseModules.ts';
import { cachedLayer, type BuiltLayer } from './layerCache.ts';
import type { LayerOutput } from './layer.ts';
import type { LwcLayerInput } from './lwcLayer.ts';
import { packageVersion } from './npmPackages.ts';

export interface LayerCache {
  readonly directory: string | null;
  /** Called before a layer is built. */
  readonly onColdBuild?: (() => void) | undefined;
}

/**
 * Takes a layer from the cache, or builds it in a thread of its own, so that several layers are built at once. `sources`
 * are texts that the layer is made of, besides npm packages. Rejects with the errors of the build.
 */
export function keptLayer(
  { directory, onColdBuild }: LayerCache,
  name: string,
  input: LwcLayerInput,
  sources: readonly string[] = []
): Promise<BuiltLayer> {
  const key = [
    ...['lwc', '@lwc/rollup-plugin', BASE_PACKAGE, 'rolldown'].map(packageVersion),
    ...globSync('*.ts', { cwd: import.meta.dirname, exclude: ['*.test.ts'] })
      .sort()
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
    JSON.stringify(input.modules.map(({ specifier }) => specifier)),
    ...sources
  ];
  return cachedLayer(directory, name, key, async () => {
    onColdBuild?.();
    const thread = new Worker(new URL('lwcLayerThread.ts', import.meta.url), {
      workerData: input,
      // Compilers make many small objects that live shortly.
      resourceLimits: { maxYoungGenerationSizeMb: 128 }
    });
    const [layer] = (await once(thread, 'message')) as [Pick<LayerOutput, 'files' | 'entries'>];
    await thread.terminate();
    return layer;
  });
}
