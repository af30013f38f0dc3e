import { createRequire } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BASE_PACKAGE,
  baseComponents,
  engineModules,
  importsOf,
  MISSING_FROM_PACKAGE,
  neededOf
} from './baseModules.ts';
import { keptLayer, type LayerCache } from './keptLayer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { JSON_MODULE, MODULES, platformModules } from './platformModules.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** The module that draws every page. */
const HOST = 'host/app';

/** The modules of every page, and the base components that only some pages need. */
export interface PageModules {
  readonly modules: readonly NamedModule[];
  readonly rest: readonly NamedModule[];
}

/**
 * The LWC engine, the modules of the playground, and the base components that these need. The playground replaces some
 * base components with its own.
 */
export function pageModules(): PageModules {
  const own = platformModules();
  const names = new Set(own.map(({ specifier }) => specifier));
  const components = baseComponents().filter(({ specifier }) => !names.has(specifier));
  const needed = new Set(neededOf(components, importsOf(MODULES)));
  return {
    modules: [...engineModules(), ...own, ...needed],
    rest: components.filter((component) => !needed.has(component))
  };
}

/** What every page loads is one file: a page would else load 115 files of 3 MB. */
export function buildPageLayer(cache: LayerCache, { modules, rest }: PageModules): Promise<BuiltLayer> {
  const sources = globSync('**/*.{ts,html,css}', { cwd: MODULES }).sort();
  const external = [...rest.map(({ specifier }) => specifier), ...MISSING_FROM_PACKAGE];
  return keptLayer(cache, 'page', { modules, external, npmModules: [BASE_PACKAGE], host: HOST }, [
    ...sources,
    ...sources.map((path) => readFileSync(join(MODULES, path), 'utf8')),
    readFileSync(createRequire(import.meta.url).resolve(JSON_MODULE), 'utf8')
  ]);
}
