import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { translatedActionsIn, translatedButtonsIn, translatedLabelsIn, type LabelText } from 'sf-cli/labelXml';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';

const SUFFIX = '.translation-meta.xml';

/** Finds the languages for which a package directory has translations, as Salesforce writes them: `de`, `pt_BR`. */
export function findLanguages(projects: readonly SfdxProject[]): string[] {
  const names = findSourceFiles(projects, `**/translations/*${SUFFIX}`).map((file) => basename(file, SUFFIX));
  return [...new Set(names)].filter((name) => /^[a-z]{2,3}(_[A-Z]{2})?$/u.test(name)).sort();
}

/** Reads the translated custom labels of a language from every package directory, by full name. */
export function readTranslations(projects: readonly SfdxProject[], language: string): Map<string, string> {
  return new Map(
    findSourceFiles(projects, `**/translations/${language}${SUFFIX}`).flatMap((file) =>
      translatedLabelsIn(readFileSync(file, 'utf8'))
    )
  );
}

/** Reads the labels of an object's quick actions in a language, by the name after the dot. */
export function readActionTranslations(
  projects: readonly SfdxProject[],
  objectApiName: string,
  language: string
): Map<string, string> {
  return readObjectTranslations(projects, objectApiName, language, translatedActionsIn);
}

/** Reads the labels of an object's buttons and links in a language, by name. */
export function readButtonTranslations(
  projects: readonly SfdxProject[],
  objectApiName: string,
  language: string
): Map<string, string> {
  return readObjectTranslations(projects, objectApiName, language, translatedButtonsIn);
}

function readObjectTranslations(
  projects: readonly SfdxProject[],
  objectApiName: string,
  language: string,
  textsIn: (xml: string) => LabelText[]
): Map<string, string> {
  const pattern = `**/objectTranslations/${objectApiName}-${language}/*.objectTranslation-meta.xml`;
  return new Map(findSourceFiles(projects, pattern).flatMap((file) => textsIn(readFileSync(file, 'utf8'))));
}
