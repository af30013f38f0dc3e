import { dirname } from 'node:path';
import { findLwcBundles } from '../metadata/lwcBundles.ts';
import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { baseComponentParts } from './baseComponentParts.ts';
import { importsOf, ICONS_OF_EVERY_PAGE } from './baseModules.ts';
import { takePageLayer } from './earlyPage.ts';
import type { LayerFile } from './layer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { projectBuilder } from './projectLayer.ts';
import { PERSON_I18N, PERSON_SCOPES } from './scopedModules.ts';

/** URL by module name. */
export type Imports = Readonly<Record<string, string>>;

/**
 * The code of a page: what every page needs, the base components that only some pages need, and the projects. They import
 * each other by name.
 */
export interface Build {
  /** The modules of every page as they are now, independent of the components that it shows. */
  imports(): Imports;
  /** Builds the projects' components from the files on disk as they are now. A component that fails says so on the page. */
  projects(): Promise<Imports>;
  /** Keeps a file for pages to load and returns its URL. An open page can load it even after a newer file was added. */
  serve(file: LayerFile): string;
  file(fileName: string): string | undefined;
  /** Builds a base component that only some pages need; undefined if no component has this name. */
  baseComponent(specifier: string): Promise<string | undefined>;
}

export interface BuildOptions {
  readonly cacheDirectory: string | null;
  readonly projects: readonly SfdxProject[];
  /** Whether the first page shows components of the projects, so that they are built at once. */
  readonly isProjectShown: boolean;
  readonly onColdBuild?: (() => void) | undefined;
}

/** The paths below which a page loads modules. */
export const MODULE_PATHS = {
  built: '/playground/modules/',
  /** Base components that are built when a page asks for them. */
  onDemand: '/playground/on-demand/',
  /** `@salesforce/…` modules whose value depends on the person. */
  person: '/playground/person/',
  /** Other `@salesforce/…` modules, which deployed code imports. */
  scoped: '/playground/scoped/'
} as const;

/** Builds what every page needs, or takes it from the cache. */
export async function createBuild({
  cacheDirectory,
  projects,
  isProjectShown,
  onColdBuild
}: BuildOptions): Promise<Build> {
  const files = new Map<string, string>();
  const take = (layer: BuiltLayer): BuiltLayer => {
    for (const [fileName, code] of layer.files) files.set(fileName, code);
    return layer;
  };
  const cache = { directory: cacheDirectory, onColdBuild: once(onColdBuild) };
  const early = takePageLayer(cache);
  const ofPage = early.modules;
  const names = ofPage.modules.map(({ specifier }) => specifier);
  const parts = baseComponentParts(cache, ofPage.rest, names, take);
  const usedByProjects = (): Promise<void> =>
    parts.build(findLwcBundles(projects).flatMap(({ entry }) => importsOf(dirname(entry))));
  const building = early.layer.then(take);
  const known = new Map<string, ReadonlySet<string>>();
  const buildProjects = projectBuilder(
    projects,
    {
      names: new Set([...names, ...parts.names]),
      exportsOf: async () => {
        const { entries } = await building;
        await usedByProjects();
        const { exportedNames } = await import('./importedNames.ts');
        return (specifier) => {
          const code = files.get(entries.get(specifier) ?? parts.fileOf(specifier) ?? '');
          const exported = known.get(specifier) ?? (code === undefined ? null : exportedNames(code));
          if (exported !== null) known.set(specifier, exported);
          return exported;
        };
      }
    },
    cacheDirectory
  );
  // A page that asks for one of them waits for it, and gets its error.
  const later = Promise.all([parts.build(ICONS_OF_EVERY_PAGE), usedByProjects()]);
  later.catch(() => undefined);
  // It takes as long as the page's own modules. A page that asks for it gets its error.
  if (isProjectShown) void buildProjects().catch(() => undefined);
  const page = await building;
  const urlOf = (specifier: string): string => {
    const file = parts.fileOf(specifier);
    return file === undefined ? `${MODULE_PATHS.onDemand}${specifier}` : `${MODULE_PATHS.built}${file}`;
  };
  const imports = (): Imports => ({
    ...Object.fromEntries(parts.names.map((specifier) => [specifier, urlOf(specifier)])),
    ...urlsOf(page.entries),
    '@salesforce/': MODULE_PATHS.scoped,
    ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${MODULE_PATHS.person}${scope}/`])),
    ...Object.fromEntries(PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${MODULE_PATHS.person}i18n/${name}`]))
  });

  return {
    imports,
    async projects() {
      const { entries } = take(await buildProjects());
      return urlsOf(entries);
    },
    serve({ fileName, code }) {
      files.set(fileName, code);
      return `${MODULE_PATHS.built}${fileName}`;
    },
    file: (fileName) => files.get(fileName),
    async baseComponent(specifier) {
      await parts.build([specifier]);
      const file = parts.fileOf(specifier);
      const code = file === undefined ? undefined : files.get(file);
      if (file === undefined || code === undefined) return undefined;
      // Both modules of a name must be one, so this one only passes the other on.
      const from = `from '${MODULE_PATHS.built}${file}';`;
      return `export * ${from}\n${HAS_DEFAULT.test(code) ? `export { default } ${from}\n` : ''}`;
    }
  };
}

/** Calls a function the first time only. */
function once(call: (() => void) | undefined): () => void {
  let isCalled = false;
  return () => {
    if (!isCalled) call?.();
    isCalled = true;
  };
}

const HAS_DEFAULT = /\bas default\b|\bexport default\b/u;

function urlsOf(entries: ReadonlyMap<string, string>): Imports {
  return Object.fromEntries(
    [...entries].map(([specifier, fileName]) => [specifier, `${MODULE_PATHS.built}${fileName}`])
  );
}
