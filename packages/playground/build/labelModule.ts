import type { LayerFile } from './layer.ts';
import { hash } from './layerCache.ts';

/** One module with the texts of the custom labels in a language. Each `@salesforce/label/c.*` of a build imports it. */
export function labelModule(texts: ReadonlyMap<string, string>, language: string): LayerFile {
  return labelFile(language, `export default ${JSON.stringify(Object.fromEntries(texts))};\n`);
}

/**
 * The same texts for deployed code, which imports each label by its own name: one file with an AMD module per label.
 */
export function labelDefinitions(texts: ReadonlyMap<string, string>, language: string): LayerFile {
  const definitions = [...texts].map(
    ([name, text]) => `define("@salesforce/label/c.${name}",[],()=>(${JSON.stringify(text)}));\n`
  );
  return labelFile(language, definitions.join(''));
}

function labelFile(language: string, code: string): LayerFile {
  return { fileName: `labels.${language}-${hash([code])}.js`, code };
}
