import { BASE_PACKAGE, MISSING_FROM_PACKAGE, neededOf } from './baseModules.ts';
import { keptLayer, type LayerCache } from './keptLayer.ts';
import { hash, type BuiltLayer } from './layerCache.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** Base components that are built when a page needs them. */
export interface BaseComponentParts {
  readonly names: readonly string[];
  /** Builds those that are not built yet, with what they import. Other names are passed over. */
  build(specifiers: Iterable<string>): Promise<void>;
  /** The file of a component that is built. */
  fileOf(specifier: string): string | undefined;
}

/** `rest` are the components that may be built, `provided` the names that pages have already; `take` gets the files of each part. */
export function baseComponentParts(
  cache: LayerCache,
  rest: readonly NamedModule[],
  provided: readonly string[],
  take: (layer: BuiltLayer) => unknown
): BaseComponentParts {
  const files = new Map<string, string>();
  const names = rest.map(({ specifier }) => specifier);
  /** The builds that are under way, by the names that they bring. */
  const building = new Map<string, Promise<void>>();

  async function buildPart(modules: readonly NamedModule[], external: readonly string[]): Promise<void> {
    const name = `part_${hash(modules.map(({ specifier }) => specifier))}`;
    const layer = await keptLayer(cache, name, { modules, external, npmModules: [BASE_PACKAGE] });
    take(layer);
    for (const [specifier, file] of layer.entries) files.set(specifier, file);
  }

  return {
    names,
    async build(specifiers) {
      const wanted = neededOf(rest, specifiers);
      const missing = wanted.filter(({ specifier }) => !building.has(specifier));
      if (missing.length > 0) {
        const own = new Set(missing.map(({ specifier }) => specifier));
        const external = [...provided, ...names, ...MISSING_FROM_PACKAGE];
        const part = buildPart(
          missing,
          external.filter((name) => !own.has(name))
        ).catch((error: unknown) => {
          // The next page tries again.
          for (const name of own) building.delete(name);
          throw error;
        });
        for (const name of own) building.set(name, part);
      }
      await Promise.all(wanted.flatMap(({ specifier }) => building.get(specifier) ?? []));
    },
    fileOf: (specifier) => files.get(specifier)
  };
}
