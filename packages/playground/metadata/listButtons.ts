import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { textAt } from 'sf-cli/json';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';
import { readButtonTranslations } from './translations.ts';

/** A button above the lists of an object, as its metadata file describes it. */
export interface ListButton {
  /** `Contact.Enable_External_Users`. */
  readonly apiName: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly url: string;
  /** `newWindow` opens a tab; `replace`, `sidebar` and `noSidebar` stay in this one. */
  readonly openType: string;
  readonly requireRowSelection: boolean;
}

const SUFFIX = '.webLink-meta.xml';

/**
 * The list buttons of every package directory, called as in this language. Nobody put them into search layouts yet: a page of
 * the working tree shows them all, as it shows every quick action.
 */
export function readListButtons(projects: readonly SfdxProject[], language: string): ListButton[] {
  return findSourceFiles(projects, `**/objects/*/webLinks/*${SUFFIX}`).flatMap((file) => {
    const objectApiName = basename(dirname(dirname(file)));
    const name = basename(file, SUFFIX);
    const button = parseListButton(`${objectApiName}.${name}`, readFileSync(file, 'utf8'));
    if (button === undefined) {
      return [];
    }
    const label = readButtonTranslations(projects, objectApiName, language).get(name) ?? button.label;
    return [{ ...button, label }];
  });
}

/** Reads one file's text; `undefined` for a button or link of record pages. Metadata API: WebLink. */
export function parseListButton(apiName: string, xml: string): ListButton | undefined {
  const parsed: unknown = new XMLParser({ parseTagValue: false }).parse(xml);
  const tag = (name: string): string => textAt(parsed, 'WebLink', name).trim();
  const [objectApiName = '', name = ''] = apiName.split('.');
  return tag('displayType') === 'massActionButton'
    ? {
        apiName,
        objectApiName,
        label: tag('masterLabel') || name,
        url: tag('url'),
        openType: tag('openType'),
        requireRowSelection: tag('requireRowSelection') === 'true'
      }
    : undefined;
}
