import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** Wherever the process was started: as a plugin of the sf CLI that is any folder. */
const METADATA = join(import.meta.dirname, '../../force-app/main/default');
const SUFFIX = '.translation-meta.xml';

/** Texts as they are written, blanks and all. */
const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'labels' || name === 'customLabels'
});

/** A label's full name and its text. */
export type LabelText = readonly [name: string, text: string];

/** The labels in the language that they were written in. */
export function readEnglish(): readonly LabelText[] {
  const { CustomLabels } = parser.parse(read('labels/CustomLabels.labels-meta.xml')) as {
    CustomLabels: { labels: readonly { fullName: string; value: string }[] };
  };
  return CustomLabels.labels.map(({ fullName, value }) => [fullName, value]);
}

/** The languages that are shipped, by Salesforce's code: `pt_BR`. */
export function shippedLanguages(): readonly string[] {
  return globSync('*', { cwd: `${METADATA}/translations` }).map((file) => basename(file, SUFFIX));
}

/** The labels of one language. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_translations.htm */
export function readTranslation(language: string): readonly LabelText[] {
  const { Translations } = parser.parse(read(`translations/${language}${SUFFIX}`)) as {
    Translations: { customLabels: readonly { name: string; label: string }[] };
  };
  return Translations.customLabels.map(({ name, label }) => [name, label]);
}

/**
 * What the quick action is called in a language.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customobjecttranslation.htm
 */
export function readActionName(language: string): string {
  const folder = `objectTranslations/Contact-${language}`;
  const { CustomObjectTranslation } = parser.parse(
    read(`${folder}/Contact-${language}.objectTranslation-meta.xml`)
  ) as {
    CustomObjectTranslation: { quickActions: { name: string; label: string } };
  };
  return CustomObjectTranslation.quickActions.label;
}

function read(path: string): string {
  return readFileSync(`${METADATA}/${path}`, 'utf8');
}
