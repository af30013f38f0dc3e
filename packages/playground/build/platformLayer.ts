import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { buildLayer } from './layer.ts';
import { cachedLayer, type BuiltLayer } from './layerCache.ts';
import type { NamedModule } from './resolvePlugin.ts';

const MODULES = resolve(import.meta.dirname, '../modules');

/** The only npm module that the playground's own modules import. */
const JSON_MODULE = 'sf-cli/json';

/**
 * The modules that are imported by name: stand-ins for `lightning/*`, and the page around the components. Both use
 * `modules/platform`.
 */
export function platformModules(): NamedModule[] {
  return globSync('{host,lightning}/*/*.ts', { cwd: MODULES })
    .filter((path) => /^(?<name>\w+)\.ts$/u.exec(basename(path))?.groups?.['name'] === basename(dirname(path)))
    .sort()
    .map((path) => ({ specifier: dirname(path).replaceAll('\\', '/'), entry: join(MODULES, path) }));
}

/** Builds the platform layer when a file of the playground changed, and takes it from the cache otherwise. */
export function buildPlatformLayer(
  cacheDirectory: string | null,
  modules: readonly NamedModule[],
  base: BuiltLayer
): Promise<BuiltLayer> {
  const sources = globSync('**/*.{ts,html,css}', { cwd: MODULES }).sort();
  const key = [
    ...sources,
    ...sources.map((path) => readFileSync(join(MODULES, path), 'utf8')),
    ...['layer.ts', 'resolvePlugin.ts', 'scopedModules.ts', 'typescriptPlugin.ts'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8')
    ),
    readFileSync(createRequire(import.meta.url).resolve(JSON_MODULE), 'utf8'),
    ...base.entries.values()
  ];
  return cachedLayer(cacheDirectory, 'platform', key, () =>
    buildLayer({
      modules,
      isExternal: (specifier) => base.entries.has(specifier),
      labelNames: new Set(),
      bundled: [JSON_MODULE]
    })
  );
}
