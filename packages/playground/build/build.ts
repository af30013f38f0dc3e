import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { buildBaseLayer } from './baseLayer.ts';
import { exportedNames } from './importedNames.ts';
import type { LayerFile } from './layer.ts';
import { buildPageLayer } from './pageLayer.ts';
import { buildPlatformLayer, platformModules } from './platformLayer.ts';
import { projectBuilder } from './projectLayer.ts';
import { PERSON_I18N, PERSON_SCOPES } from './scopedModules.ts';

/** URL by module name. */
export type Imports = Readonly<Record<string, string>>;

/**
 * The code of a page in three layers: base, platform, projects. A layer imports the layers before it by name. The first two
 * are bundled for the page.
 */
export interface Build {
  /** The modules of every page, independent of the components that it shows. */
  readonly imports: Imports;
  /** Builds the projects' components from the files on disk as they are now. A component that fails says so on the page. */
  projects(): Promise<Imports>;
  /** Keeps a file for pages to load and returns its URL. An open page can load it even after a newer file was added. */
  serve(file: LayerFile): string;
  file(fileName: string): string | undefined;
}

export interface BuildOptions {
  readonly cacheDirectory: string | null;
  readonly projects: readonly SfdxProject[];
  readonly onColdBuild?: (() => void) | undefined;
}

/** The paths below which a page loads modules. */
export const MODULE_PATHS = {
  built: '/playground/modules/',
  /** `@salesforce/…` modules whose value depends on the person. */
  person: '/playground/person/',
  /** Other `@salesforce/…` modules, which deployed code imports. */
  scoped: '/playground/scoped/'
} as const;

/** Builds the layers that do not depend on the projects, or takes them from the cache. */
export async function createBuild({ cacheDirectory, projects, onColdBuild }: BuildOptions): Promise<Build> {
  const modules = platformModules();
  const base = await buildBaseLayer(cacheDirectory, new Set(modules.map(({ specifier }) => specifier)), onColdBuild);
  const platform = await buildPlatformLayer(cacheDirectory, modules, base);
  const page = await buildPageLayer(cacheDirectory, [base, platform]);
  const files = new Map(page.files);
  const known = new Map<string, ReadonlySet<string> | null>();
  const exportsOf = (specifier: string): ReadonlySet<string> | null => {
    const code = page.files.get(page.entries.get(specifier) ?? '');
    const exported = known.get(specifier) ?? (code === undefined ? null : exportedNames(code));
    known.set(specifier, exported);
    return exported;
  };
  const buildProjects = projectBuilder(projects, { names: new Set(page.entries.keys()), exportsOf }, cacheDirectory);

  return {
    imports: {
      ...urlsOf(page.entries),
      '@salesforce/': MODULE_PATHS.scoped,
      ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${MODULE_PATHS.person}${scope}/`])),
      ...Object.fromEntries(
        PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${MODULE_PATHS.person}i18n/${name}`])
      )
    },
    async projects() {
      const layer = await buildProjects();
      for (const [fileName, code] of layer.files) {
        files.set(fileName, code);
      }
      return urlsOf(layer.entries);
    },
    serve({ fileName, code }) {
      files.set(fileName, code);
      return `${MODULE_PATHS.built}${fileName}`;
    },
    file: (fileName) => files.get(fileName)
  };
}

function urlsOf(entries: ReadonlyMap<string, string>): Imports {
  return Object.fromEntries(
    [...entries].map(([specifier, fileName]) => [specifier, `${MODULE_PATHS.built}${fileName}`])
  );
}
