import { join, sep } from 'node:path';
import { rolldown, type OutputChunk, type Plugin } from 'rolldown';
import { frugalLwcPlugin, maybeComponent } from './frugalLwcPlugin.ts';
import type { LayerOutput } from './layer.ts';
import { JSON_MODULE, MODULES } from './platformModules.ts';
import { resolvePlugin, type NamedModule } from './resolvePlugin.ts';
import { isPersonModule, scopedModulesPlugin } from './scopedModules.ts';
import { typescriptPlugin } from './typescriptPlugin.ts';

/** A layer that doesn't depend on a project. A thread gets it as a message. */
export interface LwcLayerInput {
  readonly modules: readonly NamedModule[];
  /** The names that the layer leaves to the page's import map. */
  readonly external: readonly string[];
  /** Those of them that the layer's modules also import by path. */
  readonly elsewhere: readonly NamedModule[];
  /** npm packages with LWC modules that the layer may import. */
  readonly npmModules: readonly string[];
  /** What this module imports, directly or not, goes into one file: every page loads all of it. */
  readonly host?: string;
}

/** These modules are no components. LWC's compiler would refuse their `import(name)`, because it does not know the name. */
const PLAIN_MODULES = join(MODULES, 'platform', sep);

/** The LWC engine itself has no components. */
const ENGINE = `${sep}@lwc${sep}`;

/** The names are in the messages of LWC. */
const KEPT_NAMES = { function: true, class: true };

/** Builds base components and modules of the playground, minified. Rejects with the errors of the build. */
export async function buildLwcLayer({
  modules,
  external,
  elsewhere,
  npmModules,
  host
}: LwcLayerInput): Promise<Pick<LayerOutput, 'files' | 'entries'>> {
  const names = new Set(external);
  const ofHost = new Set<string>();
  const build = await rolldown({
    input: Object.fromEntries(modules.map(({ specifier }) => [entryName(specifier), specifier])),
    external: (id, importer) => importer !== undefined && (isPersonModule(id) || names.has(id)),
    // A component may import any part of a package, and a search for unused parts takes seconds.
    treeshake: false,
    // LWC's compiler makes JavaScript of these.
    moduleTypes: { '.html': 'js', '.css': 'js' },
    transform: { define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' } },
    plugins: [
      scopedModulesPlugin(new Set()),
      typescriptPlugin().plugin,
      resolvePlugin(modules, (id, importer) => id === JSON_MODULE || importer.includes('node_modules'), elsewhere),
      frugalLwcPlugin(
        {
          rootDir: import.meta.dirname,
          modules: npmModules.map((npm) => ({ npm })),
          enableDynamicComponents: true,
          enableLwcOn: true
        },
        (source, file) => file.startsWith(PLAIN_MODULES) || file.includes(ENGINE) || !maybeComponent(source)
      ),
      ...(host === undefined ? [] : [importsOfHost(host, ofHost)])
    ],
    onLog: (_, { code, message }) => {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
    }
  });
  const { output } = await build.generate({
    format: 'es',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    minify: { compress: { keepNames: KEPT_NAMES }, mangle: { keepNames: KEPT_NAMES } },
    comments: false,
    ...(host === undefined ? {} : { codeSplitting: { groups: [{ name: 'page', test: (id) => ofHost.has(id) }] } })
  });
  await build.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  const fileNames = new Map(chunks.filter(({ isEntry }) => isEntry).map(({ name, fileName }) => [name, fileName]));
  return {
    files: chunks.map(({ fileName, code }) => ({ fileName, code })),
    entries: new Map(modules.map(({ specifier }) => [specifier, fileNames.get(entryName(specifier)) ?? '']))
  };
}

/** Collects the modules that a module imports, directly or not, but for those that it imports while it runs. */
function importsOfHost(host: string, found: Set<string>): Plugin {
  return {
    name: 'imports-of-host',
    async buildEnd() {
      const resolved = await this.resolve(host);
      const pending = resolved === null ? [] : [resolved.id];
      for (const id of pending) {
        if (found.has(id)) continue;
        found.add(id);
        pending.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    }
  };
}

function entryName(specifier: string): string {
  return specifier.replaceAll('/', '.');
}
