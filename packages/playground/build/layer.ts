import replace from '@rollup/plugin-replace';
import { rollup, type OutputChunk, type Plugin, type RollupCache, type RollupLog } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import { frugalLwcPlugin, maybeComponent } from './frugalLwcPlugin.ts';
import { importedNamesPlugin, type ExportedNames, type ImportedNames } from './importedNames.ts';
import { isolate, type FileFault } from './isolate.ts';
import { refusalPlugin } from './refusalPlugin.ts';
import { resolvePlugin, type NamedModule } from './resolvePlugin.ts';
import { isPersonModule, scopedModulesPlugin } from './scopedModules.ts';
import { typescriptPlugin, type TypescriptLocations } from './typescriptPlugin.ts';

/** The modules of one build, and the names that the build leaves to the page's import map. */
export interface LayerInput {
  readonly modules: readonly NamedModule[];
  readonly isExternal: (specifier: string) => boolean;
  /** Full names of custom labels. The page brings their texts. */
  readonly labelNames: ReadonlySet<string>;
  /** The cache of an earlier build of the same layer, so that only changed modules are built. */
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
  readonly faults: readonly FileFault[];
  /** What the files import. */
  readonly imports: readonly ImportedNames[];
  /** The exports of a file. */
  readonly exportsOf: ExportedNames;
  readonly locate: TypescriptLocations;
}

/** Builds the components of projects into ES modules. The build goes on after a file that failed, and says so in `faults`. */
export async function buildLayer(input: LayerInput): Promise<LayerOutput> {
  const warnings: RollupLog[] = [];
  const typescript = typescriptPlugin();
  const faults: FileFault[] = [];
  const imported = importedNamesPlugin();
  const isolated = (plugin: Plugin): Plugin => isolate(plugin, (fault) => faults.push(fault));
  const build = await rollup({
    input: Object.fromEntries(input.modules.map(({ specifier }) => [entryName(specifier), specifier])),
    external: (id, importer) => importer !== undefined && (isPersonModule(id) || input.isExternal(id)),
    plugins: [...plugins(input, typescript.plugin).map(isolated), imported.plugin],
    shimMissingExports: true,
    // A page loads all of a bundle anyway, and a search for unused parts takes a third of rollup's time.
    treeshake: false,
    cache: input.cache ?? true,
    onwarn: (warning) => warnings.push(warning)
  });
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'shared-[hash].js',
    hoistTransitiveImports: false,
    sourcemap: 'inline'
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
    // A file that failed must be read again by the next build.
    cache: faults.length === 0 ? build.cache : undefined,
    warnings,
    faults,
    imports: imported.imports,
    exportsOf: imported.exportsOf,
    locate: typescript.locate
  };
}

function entryName(specifier: string): string {
  return specifier.replaceAll('/', '.');
}

function plugins(input: LayerInput, typescript: Plugin): Plugin[] {
  return [
    scopedModulesPlugin(input.labelNames),
    typescript,
    refusalPlugin(),
    resolvePlugin(input.modules, () => false),
    frugalLwcPlugin(
      { rootDir: import.meta.dirname, enableDynamicComponents: true, enableLwcOn: true, sourcemap: true },
      isPlain
    ),
    replace({
      preventAssignment: true,
      values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' }
    })
  ];
}

/** An import while the module runs, which LWC's compiler checks. */
const DYNAMIC_IMPORT = /\bimport\s*\(/u;

/** Whether LWC's compiler would leave a script as it is. It also finds a fault in the syntax, and says where it is. */
function isPlain(source: string): boolean {
  if (maybeComponent(source) || DYNAMIC_IMPORT.test(source)) return false;
  try {
    parseAst(source);
    return true;
  } catch {
    return false;
  }
}
