import { BASE_PACKAGE, baseComponents, engineModules, MISSING_FROM_PACKAGE, neededOf } from './baseModules.ts';
import { keptLayer, type LayerCache } from './keptLayer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { platformModules, platformSources } from './platformModules.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** The module that draws every page. */
const HOST = 'host/app';

/** The modules of every page, and those that only some pages need: base components, and parts of the page itself. */
export interface PageModules {
  readonly modules: readonly NamedModule[];
  readonly rest: readonly NamedModule[];
  /** The texts of the playground's own modules, read once for the cache. */
  readonly sources: readonly string[];
}

/**
 * The LWC engine, the stand-ins of the playground, the module that draws pages, and what these import; what they import while
 * they run is of the rest. The playground replaces some base components with its own.
 */
export function pageModules(): PageModules {
  const own = platformModules();
  const names = new Set(own.map(({ specifier }) => specifier));
  const all = [...own, ...baseComponents().filter(({ specifier }) => !names.has(specifier))];
  const shared = own.filter(({ specifier }) => specifier.startsWith('platform/'));
  const atOnce = [HOST, ...[...names].filter((name) => name.startsWith('lightning/'))];
  const needed = new Set([...shared, ...neededOf(all, atOnce)]);
  return {
    modules: [...engineModules(), ...needed],
    rest: all.filter((module) => !needed.has(module)),
    sources: platformSources()
  };
}

/** What every page loads is one file: a page would else load 115 files of 3 MB. */
export function buildPageLayer(cache: LayerCache, { modules, rest, sources }: PageModules): Promise<BuiltLayer> {
  const external = [...rest.map(({ specifier }) => specifier), ...MISSING_FROM_PACKAGE];
  const input = { modules, external, elsewhere: rest, npmModules: [BASE_PACKAGE], host: HOST };
  return keptLayer(cache, 'page', input, sources).take();
}
