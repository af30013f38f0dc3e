import { buildPageLayer, pageModules, type PageModules } from './pageLayer.ts';
import type { LayerCache } from './keptLayer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { setThreadHoldsProcess } from './lwcThread.ts';

/** The layer of every page, and what it is made of. */
export interface PageBuild {
  readonly modules: PageModules;
  readonly layer: Promise<BuiltLayer>;
}

let early: (PageBuild & { readonly directory: string | null }) | undefined;

/**
 * Begins with the layer of every page before the rest of the playground is loaded, which takes as long. The process may end
 * before it is built. `onColdBuild` is called if it isn't in the cache.
 */
export function startPageLayer(directory: string | null, onColdBuild?: () => void): void {
  early = { directory, ...beginPage({ directory, onColdBuild }) };
  // Who takes the layer gets its error.
  early.layer.catch(() => undefined);
  setThreadHoldsProcess(false);
}

/** Takes the layer that was begun before for this cache, once. Begins with it otherwise. */
export function takePageLayer(cache: LayerCache): PageBuild {
  const begun = early?.directory === cache.directory ? early : undefined;
  early = undefined;
  setThreadHoldsProcess(true);
  return begun ?? beginPage(cache);
}

function beginPage(cache: LayerCache): PageBuild {
  const modules = pageModules();
  return { modules, layer: buildPageLayer(cache, modules) };
}
