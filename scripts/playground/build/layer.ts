import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup, type OutputChunk, type Plugin, type RollupCache, type RollupLog } from 'rollup';
import { isPersonModule, placeOf, scopedModulesPlugin } from './scopedModules.ts';
import { fileOf, typescriptPlugin, type TypescriptLocations } from './typescriptPlugin.ts';

/** A module that a page imports by name, and the file that it starts at. */
export interface NamedModule {
  /** As in an import: `lightning/button`, `c/enableExternalUser`. */
  readonly specifier: string;
  readonly entry: string;
}

/** One build: its own modules, and the names that it leaves to the page's import map. */
export interface LayerInput {
  readonly modules: readonly NamedModule[];
  readonly isExternal: (specifier: string) => boolean;
  readonly customLabels: ReadonlyMap<string, string>;
  /** npm packages with LWC modules. */
  readonly npmModules?: readonly string[];
  /** What an earlier build of the same layer left, to build only what changed. */
  readonly cache?: RollupCache | undefined;
}

export interface LayerFile {
  readonly fileName: string;
  readonly code: string;
}

export interface LayerOutput {
  readonly files: readonly LayerFile[];
  /** File name by specifier. */
  readonly entries: ReadonlyMap<string, string>;
  readonly cache: RollupCache | undefined;
  readonly warnings: readonly RollupLog[];
}

/** A failed build, with what is needed to find a place in a `.ts` file. */
export class LayerBuildError extends Error {
  readonly locate: TypescriptLocations;

  constructor(cause: unknown, locate: TypescriptLocations) {
    super('The build failed', { cause });
    this.locate = locate;
  }
}

/** Builds the modules of one layer into ES modules. Throws LayerBuildError. */
export async function buildLayer(input: LayerInput): Promise<LayerOutput> {
  const warnings: RollupLog[] = [];
  const typescript = typescriptPlugin();
  try {
    const build = await rollup({
      input: Object.fromEntries(input.modules.map(({ specifier }) => [entryName(specifier), specifier])),
      external: (id, importer) => importer !== undefined && (isPersonModule(id) || input.isExternal(id)),
      plugins: plugins(input, typescript.plugin),
      cache: input.cache ?? true,
      onwarn(warning) {
        if (warning.code === 'UNRESOLVED_IMPORT') {
          throw new UnresolvedImport(warning.exporter ?? '', warning.id ?? '');
        }
        warnings.push(warning);
      }
    });
    const { output } = await build.generate({
      format: 'es',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: 'shared-[hash].js',
      hoistTransitiveImports: false
    });
    await build.close();
    const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    return {
      files: chunks.map(({ fileName, code }) => ({ fileName, code })),
      entries: new Map(
        input.modules.map(({ specifier }) => {
          const chunk = chunks.find(({ isEntry, name }) => isEntry && name === entryName(specifier));
          return [specifier, chunk?.fileName ?? ''];
        })
      ),
      cache: build.cache,
      warnings
    };
  } catch (cause) {
    throw new LayerBuildError(cause, typescript.locate);
  }
}

function entryName(specifier: string): string {
  return specifier.replaceAll('/', '.');
}

/** No components: LWC's compiler would refuse an import whose name is known only when it runs. */
const PLAIN_MODULES = join(import.meta.dirname, '..', 'modules', 'platform', '**');

/** LWC's plugin resolves what a file imports; an entry, which no file imports, is asked for in the name of this one. */
const resolveEntries: Plugin = {
  name: 'entry-modules',
  resolveId(id, importer) {
    return importer === undefined ? this.resolve(id, import.meta.filename, { skipSelf: true }) : null;
  }
};

function plugins(input: LayerInput, typescript: Plugin): Plugin[] {
  return [
    resolveEntries,
    scopedModulesPlugin(input.customLabels),
    typescript,
    lwc({
      rootDir: import.meta.dirname,
      exclude: [PLAIN_MODULES],
      modules: [
        ...input.modules.map(({ specifier, entry }) => ({ name: specifier, path: entry })),
        ...(input.npmModules ?? []).map((npm) => ({ npm }))
      ],
      enableDynamicComponents: true,
      enableLwcOn: true
    }),
    replace({
      preventAssignment: true,
      values: { 'process.env.NODE_ENV': '"development"', 'import.meta.env.SSR': 'false' }
    }),
    nodeResolve()
  ];
}

/** Rollup would leave such an import to the browser, where it fails without a place. */
class UnresolvedImport extends Error {
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };

  constructor(specifier: string, importer: string) {
    super(`Failed to resolve import "${specifier}"`);
    const file = fileOf(importer);
    this.loc = { file, ...placeOf(specifier, file) };
  }
}
