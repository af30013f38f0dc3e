import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { textAt } from 'sf-cli/json';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';
import { readButtonTranslations } from './translations.ts';

/** A button above the lists of an object, as described by its metadata file. */
export interface ListButton {
  /** As in `Contact.Send_Cards`. */
  readonly apiName: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly url: string;
  /** `newWindow` opens a tab; `replace`, `sidebar` and `noSidebar` use the current one. */
  readonly openType: string;
  readonly requireRowSelection: boolean;
}

const SUFFIX = '.webLink-meta.xml';

/**
 * Reads the list buttons of every package directory, with labels in a language. A page shows them all: which of them a
 * list has is decided in the org, by its search layouts.
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

/**
 * Reads the text of a webLink-meta.xml. Returns `undefined` for a button or link of record pages. Metadata API Guide:
 * WebLink.
 */
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
