import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { customLabelsIn, translatedActionsIn, translatedLabelsIn, type LabelText } from 'sf-cli/labelXml';

/** Wherever the process was started: as a plugin of the sf CLI that is any folder. */
const METADATA = join(import.meta.dirname, '../../force-app/main/default');
const SUFFIX = '.translation-meta.xml';

/** The labels in the language that they were written in. */
export function readEnglish(): readonly LabelText[] {
  return customLabelsIn(read('labels/CustomLabels.labels-meta.xml'));
}

/** The languages that are shipped, by Salesforce's code: `pt_BR`. */
export function shippedLanguages(): readonly string[] {
  return globSync('*', { cwd: `${METADATA}/translations` }).map((file) => basename(file, SUFFIX));
}

/** The labels of one language. */
export function readTranslation(language: string): readonly LabelText[] {
  return translatedLabelsIn(read(`translations/${language}${SUFFIX}`));
}

/** What the quick action is called in a language, or empty. */
export function readActionName(language: string): string {
  const folder = `objectTranslations/Contact-${language}`;
  const [action] = translatedActionsIn(read(`${folder}/Contact-${language}.objectTranslation-meta.xml`));
  return action?.[1] ?? '';
}

function read(path: string): string {
  return readFileSync(`${METADATA}/${path}`, 'utf8');
}
