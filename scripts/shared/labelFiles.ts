import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { customLabelsIn, translatedActionsIn, translatedLabelsIn, type LabelText } from 'sf-cli/labelXml';

/** Independent of the working folder, which is any folder for a plugin of the sf CLI. */
const METADATA = join(import.meta.dirname, '../../force-app/main/default');
const SUFFIX = '.translation-meta.xml';

/** The labels in English, the source language. */
export function readEnglish(): readonly LabelText[] {
  return customLabelsIn(read('labels/CustomLabels.labels-meta.xml'));
}

/** Salesforce's codes of the languages that the labels are translated to, such as `pt_BR`. */
export function shippedLanguages(): readonly string[] {
  return globSync('*', { cwd: `${METADATA}/translations` }).map((file) => basename(file, SUFFIX));
}

/** The labels in a language. */
export function readTranslation(language: string): readonly LabelText[] {
  return translatedLabelsIn(read(`translations/${language}${SUFFIX}`));
}

/** The quick action's label in a language; empty if it has none. */
export function readActionName(language: string): string {
  const folder = `objectTranslations/Contact-${language}`;
  const [action] = translatedActionsIn(read(`${folder}/Contact-${language}.objectTranslation-meta.xml`));
  return action?.[1] ?? '';
}

function read(path: string): string {
  return readFileSync(`${METADATA}/${path}`, 'utf8');
}
