import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import { rollup, type OutputChunk, type Plugin, type RollupCache, type RollupLog } from 'rollup';
import { resolvePlugin, type NamedModule } from './resolvePlugin.ts';
import { isPersonModule, scopedModulesPlugin } from './scopedModules.ts';
import { typescriptPlugin, type TypescriptLocations } from './typescriptPlugin.ts';

/** One build: its own modules, and the names that it leaves to the page's import map. */
export interface LayerInput {
  readonly modules: readonly NamedModule[];
  readonly isExternal: (specifier: string) => boolean;
  /** Custom labels by full name; their texts come with the page. */
  readonly labelNames: ReadonlySet<string>;
  /** npm packages with LWC modules. */
  readonly npmModules?: readonly string[];
  /** Modules of npm packages that become part of what imports them. */
  readonly bundled?: readonly string[];
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
  const isOurs = input.npmModules === undefined;
  const typescript = typescriptPlugin();
  try {
    const build = await rollup({
      input: Object.fromEntries(input.modules.map(({ specifier }) => [entryName(specifier), specifier])),
      external: (id, importer) => importer !== undefined && (isPersonModule(id) || input.isExternal(id)),
      plugins: plugins(input, typescript.plugin),
      cache: isOurs ? (input.cache ?? true) : false,
      // Everything in a package may be asked for; looking for what isn't costs seconds.
      treeshake: isOurs,
      onwarn: (warning) => warnings.push(warning)
    });
    const { output } = await build.generate({
      format: 'es',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: 'shared-[hash].js',
      hoistTransitiveImports: false,
      sourcemap: isOurs ? 'inline' : false
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

function plugins(input: LayerInput, typescript: Plugin): Plugin[] {
  return [
    scopedModulesPlugin(input.labelNames),
    typescript,
    resolvePlugin(input.modules, (id) => input.npmModules !== undefined || input.bundled?.includes(id) === true),
    lwc({
      rootDir: import.meta.dirname,
      exclude: [PLAIN_MODULES],
      modules: (input.npmModules ?? []).map((npm) => ({ npm })),
      enableDynamicComponents: true,
      enableLwcOn: true,
      sourcemap: input.npmModules === undefined
    }),
    replace({
      preventAssignment: true,
      values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' }
    }),
    nodeResolve()
  ];
}
