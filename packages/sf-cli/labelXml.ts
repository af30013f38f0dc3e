import { XMLParser } from 'fast-xml-parser';
import { listAt, valueAt } from './json.ts';

/** A label's name, and its text with all its blanks. */
export type LabelText = [name: string, text: string];

const LISTS = ['labels', 'customLabels', 'quickActions', 'webLinks'];

const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => LISTS.includes(name) });

/** The labels of a labels file. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customlabels.htm */
export function customLabelsIn(xml: string): LabelText[] {
  return pairsIn(xml, ['CustomLabels', 'labels'], ['fullName', 'value']);
}

/**
 * The labels of a translations file. A retrieved file has an empty text for each label that is not translated; those are left out.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_translations.htm
 */
export function translatedLabelsIn(xml: string): LabelText[] {
  return translated(xml, ['Translations', 'customLabels']);
}

/**
 * The quick actions of an object's translations file.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customobjecttranslation.htm
 */
export function translatedActionsIn(xml: string): LabelText[] {
  return translated(xml, ['CustomObjectTranslation', 'quickActions']);
}

/** The buttons of the same file. */
export function translatedButtonsIn(xml: string): LabelText[] {
  return translated(xml, ['CustomObjectTranslation', 'webLinks']);
}

function translated(xml: string, path: readonly string[]): LabelText[] {
  return pairsIn(xml, path, ['name', 'label']).filter(([, text]) => text.trim() !== '');
}

function pairsIn(xml: string, path: readonly string[], [nameTag, textTag]: readonly [string, string]): LabelText[] {
  const parsed: unknown = parser.parse(xml);
  return listAt(parsed, ...path).flatMap((label): LabelText[] => {
    const name = valueAt(label, nameTag);
    const text = valueAt(label, textTag);
    return typeof name === 'string' && typeof text === 'string' ? [[name.trim(), text]] : [];
  });
}
