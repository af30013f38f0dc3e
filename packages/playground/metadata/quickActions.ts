import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { textAt } from 'sf-cli/json';
import { findSourceFiles, type SfdxProject } from './sfdxProject.ts';
import { readActionTranslations } from './translations.ts';

/** A quick action that opens a Lightning web component, as described by its metadata file. */
export interface QuickAction {
  /** The name of its file, as in `Contact.Send_Card`. */
  readonly apiName: string;
  /** The object before the dot. */
  readonly objectApiName: string;
  readonly label: string;
  /** The bundle's name, without the namespace. */
  readonly lightningWebComponent: string;
  /** `ScreenAction` opens a modal. `Action` is headless: it calls the component's `invoke()` and shows nothing. */
  readonly subtype: 'ScreenAction' | 'Action';
}

const SUFFIX = '.quickAction-meta.xml';

/**
 * Reads the quick actions of every package directory that open a Lightning web component, with labels in a language.
 */
export function readQuickActions(projects: readonly SfdxProject[], language: string): QuickAction[] {
  return findSourceFiles(projects, `**/quickActions/*${SUFFIX}`).flatMap((file) => {
    const action = parseQuickAction(basename(file, SUFFIX), readFileSync(file, 'utf8'));
    if (action === undefined) {
      return [];
    }
    const { objectApiName, apiName } = action;
    const name = apiName.slice(objectApiName.length + 1);
    return [{ ...action, label: readActionTranslations(projects, objectApiName, language).get(name) ?? action.label }];
  });
}

/**
 * Reads the text of a quickAction-meta.xml. Returns `undefined` for a global action and for an action of another type.
 */
export function parseQuickAction(apiName: string, xml: string): QuickAction | undefined {
  const [objectApiName, actionName] = apiName.split('.');
  const parsed: unknown = new XMLParser({ parseTagValue: false }).parse(xml);
  const type = readTag(parsed, 'type');
  const lightningWebComponent = readTag(parsed, 'lightningWebComponent');
  if (objectApiName === undefined || actionName === undefined) {
    return undefined;
  }
  if (type !== 'LightningWebComponent' || lightningWebComponent === undefined) {
    return undefined;
  }
  return {
    apiName,
    objectApiName,
    label: readTag(parsed, 'label') ?? actionName.replaceAll('_', ' '),
    lightningWebComponent: lightningWebComponent.replace(/^c[:/]/u, ''),
    subtype: readTag(parsed, 'actionSubtype') === 'Action' ? 'Action' : 'ScreenAction'
  };
}

function readTag(parsed: unknown, name: string): string | undefined {
  const text = textAt(parsed, 'QuickAction', name).trim();
  return text === '' ? undefined : text;
}
