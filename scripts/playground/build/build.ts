import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { buildBaseLayer } from './baseLayer.ts';
import type { BuiltLayer } from './layerCache.ts';
import { buildPlatformLayer, platformModules } from './platformLayer.ts';
import { productBuilder, type ProductBuild } from './productLayer.ts';
import { labelModule } from './labelModule.ts';
import { LABEL_TEXTS, PERSON_I18N, PERSON_SCOPES } from './scopedModules.ts';

/** The three layers of a page's code, each importing the ones before by name: base, platform, product. */
export interface Build {
  /** The projects' components as the files on disk are now. */
  product(): Promise<ProductBuild>;
  /** URL by module name, for a page that shows this product in a language. */
  importMap(product: BuiltLayer, language: string): Readonly<Record<string, string>>;
  /** A built file's text; those of earlier product builds stay, for pages that are still open. */
  file(fileName: string): string | undefined;
}

export interface BuildOptions {
  readonly cacheDirectory: string;
  readonly projects: readonly SfdxProject[];
  readonly onColdBuild?: (() => void) | undefined;
}

const FILES = '/playground/modules/';
const PERSON = '/playground/person/';

/** Builds, or takes from the cache, what does not depend on the projects. */
export async function createBuild({ cacheDirectory, projects, onColdBuild }: BuildOptions): Promise<Build> {
  const modules = platformModules();
  const base = await buildBaseLayer(cacheDirectory, new Set(modules.map(({ specifier }) => specifier)), onColdBuild);
  const platform = await buildPlatformLayer(cacheDirectory, modules, base);
  const provided = new Map([...base.entries, ...platform.entries]);
  const files = new Map([...base.files, ...platform.files]);
  const buildProduct = productBuilder(projects, (specifier) => provided.has(specifier));

  return {
    async product() {
      const product = await buildProduct();
      if (product.kind === 'built') {
        for (const [fileName, code] of product.layer.files) {
          files.set(fileName, code);
        }
      }
      return product;
    },
    importMap(product, language) {
      const labels = labelModule(projects, language);
      files.set(labels.fileName, labels.code);
      return {
        ...Object.fromEntries(
          [...provided, ...product.entries].map(([specifier, fileName]) => [specifier, `${FILES}${fileName}`])
        ),
        ...Object.fromEntries(PERSON_SCOPES.map((scope) => [`@salesforce/${scope}/`, `${PERSON}${scope}/`])),
        ...Object.fromEntries(PERSON_I18N.map((name) => [`@salesforce/i18n/${name}`, `${PERSON}i18n/${name}`])),
        [LABEL_TEXTS]: `${FILES}${labels.fileName}`
      };
    },
    file: (fileName) => files.get(fileName)
  };
}
