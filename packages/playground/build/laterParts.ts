import { BASE_PACKAGE, MISSING_FROM_PACKAGE, neededOf } from './baseModules.ts';
import { keptLayer, type KeptLayer, type LayerCache } from './keptLayer.ts';
import { hash, type BuiltLayer } from './layerCache.ts';
import type { NamedModule } from './resolvePlugin.ts';

/** Base components and parts of the page itself that are built when a page needs them. */
export interface LaterParts {
  readonly names: readonly string[];
  /** Builds those that are not built yet, with what they import. Other names are passed over. */
  build(specifiers: Iterable<string>): Promise<void>;
  /** The file of a module that is built. */
  fileOf(specifier: string): string | undefined;
}

export interface LaterModules {
  /** The modules that may be built. */
  readonly rest: readonly NamedModule[];
  /** Those that pages have already. */
  readonly provided: readonly NamedModule[];
  /** Names that are built together, so that the next start finds the same parts; each with what it imports. */
  readonly together: readonly (readonly string[])[];
  /** The texts that parts of the page itself are made of. */
  readonly sources: readonly string[];
}

/** Modules that are built together. Its layer reads the sources once, for the cache. */
interface Part {
  readonly modules: readonly NamedModule[];
  readonly layer: KeptLayer;
}

/** Parts that were built before are there at once; `take` gets the files of each part. */
export function laterParts(
  cache: LayerCache,
  { rest, provided, together, sources }: LaterModules,
  take: (layer: BuiltLayer) => unknown
): LaterParts {
  const files = new Map<string, string>();
  /** The builds that are under way or done, by the names that they bring. */
  const building = new Map<string, Promise<void>>();
  const partOf = new Map<string, Part>();
  for (const names of together) {
    const modules = neededOf(rest, names).filter(({ specifier }) => !partOf.has(specifier));
    const part = { modules, layer: layerOf(modules) };
    for (const { specifier } of modules) partOf.set(specifier, part);
  }

  function layerOf(modules: readonly NamedModule[]): KeptLayer {
    const own = new Set(modules);
    const elsewhere = [...provided, ...rest].filter((module) => !own.has(module));
    const external = [...elsewhere.map(({ specifier }) => specifier), ...MISSING_FROM_PACKAGE];
    return keptLayer(
      cache,
      `part_${hash(modules.map(({ specifier }) => specifier))}`,
      { modules, external, elsewhere, npmModules: [BASE_PACKAGE] },
      modules.some(({ specifier }) => specifier.startsWith('host/')) ? sources : []
    );
  }

  function add(layer: BuiltLayer): void {
    take(layer);
    for (const [specifier, file] of layer.entries) files.set(specifier, file);
  }

  function begin(modules: readonly NamedModule[], layer: Promise<BuiltLayer>): void {
    const added = layer.then(add).catch((error: unknown) => {
      // The next page tries again.
      for (const { specifier } of modules) building.delete(specifier);
      throw error;
    });
    for (const { specifier } of modules) building.set(specifier, added);
  }

  for (const part of new Set(partOf.values())) {
    const kept = part.layer.read();
    if (kept === undefined) continue;
    add(kept);
    begin(part.modules, Promise.resolve(kept));
  }

  return {
    names: rest.map(({ specifier }) => specifier),
    async build(specifiers) {
      const wanted = neededOf(rest, specifiers);
      const alone: NamedModule[] = [];
      for (const module of wanted) {
        const part = partOf.get(module.specifier);
        if (building.has(module.specifier)) continue;
        if (part === undefined) alone.push(module);
        else begin(part.modules, part.layer.take());
      }
      if (alone.length > 0) begin(alone, layerOf(alone).take());
      await Promise.all(wanted.flatMap(({ specifier }) => building.get(specifier) ?? []));
    },
    fileOf: (specifier) => files.get(specifier)
  };
}
