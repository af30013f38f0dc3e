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

const FILES = '/playground/modules/';
const PERSON = '/playground/person/';
/** `@salesforce/…` modules that neither depend on the person nor are built into a project’s code. */
const SCOPED = '/playground/scoped/';

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
      '@salesforce/': SCOPED,
      ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${PERSON}${scope}/`])),
      ...Object.fromEntries(PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${PERSON}i18n/${name}`]))
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
      return `${FILES}${fileName}`;
    },
    file: (fileName) => files.get(fileName)
  };
}

function urlsOf(entries: ReadonlyMap<string, string>): Imports {
  return Object.fromEntries([...entries].map(([specifier, fileName]) => [specifier, `${FILES}${fileName}`]));
}
