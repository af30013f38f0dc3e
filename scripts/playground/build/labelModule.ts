import { readCustomLabels } from '../metadata/customLabels.ts';
import type { SfdxProject } from '../metadata/sfdxProject.ts';
import { readTranslations } from '../metadata/translations.ts';
import type { LayerFile } from './layer.ts';
import { hash } from './layerCache.ts';

/**
 * The custom labels' texts in a language, in one module that `@salesforce/label/c.*` of every product build reads. A label
 * without a translation speaks its own language, as on the platform.
 */
export function labelModule(projects: readonly SfdxProject[], language: string): LayerFile {
  const texts = new Map([...readCustomLabels(projects), ...readTranslations(projects, language)]);
  const code = `export default ${JSON.stringify(Object.fromEntries(texts))};\n`;
  return { fileName: `labels.${language}-${hash([code])}.js`, code };
}
