import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';
import { valueAt } from '../modules/platform/valueAt.ts';

const SUFFIX = '.translation-meta.xml';

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => name === 'customLabels' || name === 'quickActions'
});

/** The languages that some package directory has translations for, as Salesforce writes them: `de`, `pt_BR`. */
export function findLanguages(projects: readonly SfdxProject[]): string[] {
  const names = findSourceFiles(projects, `**/translations/*${SUFFIX}`).map((file) => basename(file, SUFFIX));
  return [...new Set(names)].filter((name) => /^[a-z]{2,3}(_[A-Z]{2})?$/u.test(name)).sort();
}

/** Translated custom labels of one language by full name, from every package directory. */
export function readTranslations(projects: readonly SfdxProject[], language: string): Map<string, string> {
  return new Map(
    findSourceFiles(projects, `**/translations/${language}${SUFFIX}`).flatMap((file) =>
      parseTranslations(readFileSync(file, 'utf8'))
    )
  );
}

/** Translated labels of an object's quick actions of one language, by the name after the dot. */
export function readActionTranslations(
  projects: readonly SfdxProject[],
  objectApiName: string,
  language: string
): Map<string, string> {
  return new Map(
    findSourceFiles(
      projects,
      `**/objectTranslations/${objectApiName}-${language}/*.objectTranslation-meta.xml`
    ).flatMap((file) => pairsIn(readFileSync(file, 'utf8'), 'CustomObjectTranslation', 'quickActions'))
  );
}

/**
 * Pairs of name and text of one file. A retrieved file holds what is not translated too, with an empty text; that is left
 * out. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_translations.htm
 */
export function parseTranslations(xml: string): [name: string, text: string][] {
  return pairsIn(xml, 'Translations', 'customLabels');
}

function pairsIn(xml: string, root: string, tag: string): [name: string, text: string][] {
  const parsed: unknown = parser.parse(xml);
  const labels = valueAt(valueAt(parsed, root), tag);
  if (!Array.isArray(labels)) {
    return [];
  }
  return labels.flatMap((label: unknown): [string, string][] => {
    const name = valueAt(label, 'name');
    const text = valueAt(label, 'label');
    return typeof name === 'string' && typeof text === 'string' && text.trim() !== '' ? [[name.trim(), text]] : [];
  });
}
