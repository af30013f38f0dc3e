import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import type { LayerOutput } from './layer.ts';
import { cachedLayer, type BuiltLayer } from './layerCache.ts';
import { packageVersion } from './npmPackages.ts';

/** The module that draws every page. */
const HOST = 'host/app';

const KEPT_NAMES = { function: true, class: true };

/** Built files import at the start of a line. */
const IMPORT = /^(?:import|export)\b[^;'"]*(?:'([^']+)'|"([^"]+)");/gmu;

/**
 * Bundles what every page needs of the built layers into one small file: a page would else load 115 files of 3 MB. The
 * modules that only some components import keep a file each.
 */
export function buildPageLayer(cacheDirectory: string | null, layers: readonly BuiltLayer[]): Promise<BuiltLayer> {
  const files = new Map(layers.flatMap((layer) => [...layer.files]));
  const entries = new Map(layers.flatMap((layer) => [...layer.entries]));
  // The name of a file has a digest of what it contains.
  const key = [
    packageVersion('rolldown'),
    readFileSync(join(import.meta.dirname, 'pageLayer.ts'), 'utf8'),
    ...files.keys()
  ];
  return cachedLayer(cacheDirectory, 'page', key, () => bundle(files, entries));
}

async function bundle(
  files: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, string>
): Promise<Pick<LayerOutput, 'files' | 'entries'>> {
  const fileOf = (specifier: string): string | undefined =>
    entries.get(specifier) ?? (specifier.startsWith('./') ? specifier.slice(2) : undefined);
  const ofEveryPage = filesOf(HOST, files, fileOf);
  const build = await rolldown({
    input: Object.fromEntries([...entries.keys()].map((specifier) => [entryName(specifier), specifier])),
    treeshake: false,
    plugins: [builtFiles(files, fileOf)]
  });
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    // The names are in the messages of LWC.
    minify: { compress: { keepNames: KEPT_NAMES }, mangle: { keepNames: KEPT_NAMES } },
    comments: false,
    codeSplitting: { groups: [{ name: 'page', test: (id) => ofEveryPage.has(id.slice(1)) }] }
  });
  await build.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  const fileNames = new Map(chunks.filter(({ isEntry }) => isEntry).map(({ name, fileName }) => [name, fileName]));
  return {
    files: chunks.map(({ fileName, code }) => ({ fileName, code })),
    entries: new Map([...entries.keys()].map((specifier) => [specifier, fileNames.get(entryName(specifier)) ?? '']))
  };
}

/** Reads the files of the layers from memory. What they don't have, the page brings. */
function builtFiles(files: ReadonlyMap<string, string>, fileOf: (specifier: string) => string | undefined): Plugin {
  return {
    name: 'built-files',
    resolveId: (specifier) => {
      const file = fileOf(specifier);
      return file === undefined ? { id: specifier, external: true } : `\0${file}`;
    },
    load: (id) => files.get(id.slice(1)) ?? null
  };
}

/** The files that a module imports, directly or not. */
function filesOf(
  specifier: string,
  files: ReadonlyMap<string, string>,
  fileOf: (specifier: string) => string | undefined
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [specifier];
  for (const next of pending) {
    const file = fileOf(next);
    const code = file === undefined ? undefined : files.get(file);
    if (file !== undefined && code !== undefined && !found.has(file)) {
      found.add(file);
      pending.push(...[...code.matchAll(IMPORT)].map(([, single = '', double = '']) => single || double));
    }
  }
  return found;
}

function entryName(specifier: string): string {
  return specifier.replaceAll('/', '.');
}
