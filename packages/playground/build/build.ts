import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { buildBaseLayer } from './baseLayer.ts';
import type { BuildProblem } from './buildProblem.ts';
import type { LayerFile } from './layer.ts';
import { buildPlatformLayer, platformModules } from './platformLayer.ts';
import { projectBuilder } from './projectLayer.ts';
import { PERSON_I18N, PERSON_SCOPES } from './scopedModules.ts';

/** URL by module name. */
export type Imports = Readonly<Record<string, string>>;

export type BuiltProjects =
  { readonly kind: 'built'; readonly imports: Imports } | { readonly kind: 'failed'; readonly problem: BuildProblem };

/** The layers of a page's code, each importing the ones before by name: base, platform, projects. */
export interface Build {
  /** What every page has, whatever components it shows. */
  readonly imports: Imports;
  /** The projects' components as the files on disk are now. */
  projects(): Promise<BuiltProjects>;
  /** Keeps a file for pages to load, also for those that are open when a newer one comes. Answers its URL. */
  serve(file: LayerFile): string;
  file(fileName: string): string | undefined;
}

export interface BuildOptions {
  readonly cacheDirectory: string;
  readonly projects: readonly SfdxProject[];
  readonly onColdBuild?: (() => void) | undefined;
}

/** Where a page loads modules from. */
export const MODULE_PATHS = {
  built: '/playground/modules/',
  /** `@salesforce/…` modules whose value depends on the person. */
  person: '/playground/person/',
  /** Other `@salesforce/…` modules, as deployed code imports them. */
  scoped: '/playground/scoped/'
} as const;

/** Builds, or takes from the cache, what does not depend on the projects. */
export async function createBuild({ cacheDirectory, projects, onColdBuild }: BuildOptions): Promise<Build> {
  const modules = platformModules();
  const base = await buildBaseLayer(cacheDirectory, new Set(modules.map(({ specifier }) => specifier)), onColdBuild);
  const platform = await buildPlatformLayer(cacheDirectory, modules, base);
  const provided = new Map([...base.entries, ...platform.entries]);
  const files = new Map([...base.files, ...platform.files]);
  const buildProjects = projectBuilder(projects, (specifier) => provided.has(specifier));

  return {
    imports: {
      ...urlsOf(provided),
      '@salesforce/': MODULE_PATHS.scoped,
      ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${MODULE_PATHS.person}${scope}/`])),
      ...Object.fromEntries(
        PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${MODULE_PATHS.person}i18n/${name}`])
      )
    },
    async projects() {
      const built = await buildProjects();
      if (built.kind === 'failed') {
        return built;
      }
      for (const [fileName, code] of built.layer.files) {
        files.set(fileName, code);
      }
      return { kind: 'built', imports: urlsOf(built.layer.entries) };
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
