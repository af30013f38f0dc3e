import { LIST_BUTTON } from '../apis/metadata/types/webLink.ts';
import type { Person } from '../engine/access/person.ts';
import { activeFlows } from '../engine/flow/deployedFlows.ts';
import { mayRun } from '../engine/flow/run/flowAccess.ts';
import type { Org } from '../engine/org/org.ts';
import { textOfFile } from '../engine/world/component.ts';
import { childOf, childrenOf, textOfChild, type XmlElement } from '../engine/xml/xml.ts';

/** A deployed bundle. */
export interface DeployedBundle {
  /** An AMD module, `define('c/name', …)`, which the platform's compiler has made for production. */
  readonly code: string;
  /** The text of the bundle's `js-meta.xml`. */
  readonly configuration: string;
}

/** A quick action on the record pages of an object. */
export interface DeployedQuickAction {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** The name of the bundle that the action opens. */
  readonly component: string;
  readonly actionSubtype: 'ScreenAction' | 'Action';
}

/** A button above the lists of an object. */
export interface DeployedListButton {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly url: string;
  /** The value of the metadata: `replace`, `newWindow`, `sidebar`, `noSidebar`. */
  readonly openType: string;
  readonly requireRowSelection: boolean;
}

/** A screen flow that a person may run. */
export interface ScreenFlow {
  readonly name: string;
  readonly label: string;
}

/** The deployed bundles by name. */
export function deployedBundles({ metadata }: Org): ReadonlyMap<string, DeployedBundle> {
  return new Map(
    metadata.components('LightningComponentBundle').map(({ fullName, code = '', files }) => {
      const configuration = files.get(`lwc/${fullName}/${fullName}.js-meta.xml`);
      return [fullName, { code, configuration: configuration === undefined ? '' : textOfFile(configuration) }];
    })
  );
}

/** The languages with deployed translations: `pt_BR`. */
export function deployedLanguages({ metadata }: Org): readonly string[] {
  return metadata.components('Translations').map(({ fullName }) => fullName);
}

/** The deployed labels by name: translated if the language has a translation, else as written. */
export function deployedLabels({ metadata }: Org, language: string): ReadonlyMap<string, string> {
  const translated = translationsIn(metadata.component('Translations', language)?.xml, 'customLabels');
  return new Map(
    metadata
      .components('CustomLabel')
      .map(({ fullName, xml }) => [fullName, translated.get(fullName) ?? childOf(xml, 'value')?.text ?? ''])
  );
}

/** The deployed quick actions, with labels in a language. */
export function deployedQuickActions({ metadata }: Org, language: string): readonly DeployedQuickAction[] {
  return metadata.components('QuickAction').map(({ fullName, xml }) => {
    const [object = '', name = ''] = fullName.split('.');
    const translated = metadata.component('CustomObjectTranslation', `${object}-${language}`)?.xml;
    const label = translationsIn(translated, 'quickActions').get(name) ?? textOfChild(xml, 'label');
    const actionSubtype = textOfChild(xml, 'actionSubtype') === 'Action' ? 'Action' : 'ScreenAction';
    const component = textOfChild(xml, 'lightningWebComponent').replace(/^c:/, '');
    return { object, name, label, component, actionSubtype };
  });
}

/** The buttons that search layouts put above the lists of their object, in that order, with labels in a language. */
export function deployedListButtons({ metadata }: Org, language: string): readonly DeployedListButton[] {
  return metadata.components('CustomObject').flatMap(({ fullName: object, xml: objectXml }) => {
    const translated = metadata.component('CustomObjectTranslation', `${object}-${language}`)?.xml;
    const labels = translationsIn(translated, 'webLinks');
    const names = childrenOf(objectXml, 'searchLayouts')
      .flatMap((layouts) => childrenOf(layouts, 'listViewButtons'))
      .map(({ text }) => text.trim());
    return names.flatMap((name): DeployedListButton[] => {
      const xml = metadata.component('WebLink', `${object}.${name}`)?.xml;
      if (xml === undefined || textOfChild(xml, 'displayType') !== LIST_BUTTON) return [];
      const label = labels.get(name) ?? (textOfChild(xml, 'masterLabel') || name);
      const requireRowSelection = textOfChild(xml, 'requireRowSelection') === 'true';
      const [url, openType] = [textOfChild(xml, 'url'), textOfChild(xml, 'openType')];
      return [{ object, name, label, url, openType, requireRowSelection }];
    });
  });
}

/** The active screen flows that a person may run, by name. */
export function screenFlows(org: Org, person: Person): readonly ScreenFlow[] {
  const access = org.access(person);
  return activeFlows(org.metadata.flowVersions)
    .filter((flow) => flow.processType === 'Flow' && mayRun(flow, access))
    .map(({ name, label }) => ({ name, label }));
}

/** Translations by name. An empty one means that the text is not translated, so it is left out. */
function translationsIn(translations: XmlElement | undefined, tag: string): ReadonlyMap<string, string> {
  const elements = translations === undefined ? [] : childrenOf(translations, tag);
  return new Map(
    elements.flatMap((element) => {
      const text = childOf(element, 'label')?.text ?? '';
      return text.trim() === '' ? [] : [[textOfChild(element, 'name'), text]];
    })
  );
}
