import type { LayerFile } from './layer.ts';
import { hash } from './layerCache.ts';

/** The custom labels' texts in a language, in one module that `@salesforce/label/c.*` of every product build reads. */
export function labelModule(texts: ReadonlyMap<string, string>, language: string): LayerFile {
  return labelFile(language, `export default ${JSON.stringify(Object.fromEntries(texts))};\n`);
}

/** The same for deployed code, which asks for each label by its own name: one AMD module a label, all in one file. */
export function labelDefinitions(texts: ReadonlyMap<string, string>, language: string): LayerFile {
  const definitions = [...texts].map(
    ([name, text]) => `define("@salesforce/label/c.${name}",[],()=>(${JSON.stringify(text)}));\n`
  );
  return labelFile(language, definitions.join(''));
}

function labelFile(language: string, code: string): LayerFile {
  return { fileName: `labels.${language}-${hash([code])}.js`, code };
}
