import { childOf, textOfChild, type XmlElement } from '../soap/xml.ts';
import type { Org } from '../types.ts';

/** A bundle as it was deployed. */
export interface DeployedBundle {
  /** An ES module, as the platform's compiler made it for production. */
  readonly code: string;
  /** The content of `js-meta.xml`. */
  readonly configuration: XmlElement;
}

/** An action of an object's record pages. */
export interface DeployedQuickAction {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  /** The bundle that it opens. */
  readonly component: string;
  readonly actionSubtype: 'ScreenAction' | 'Action';
}

/** The bundles that were deployed, by name. */
export function deployedBundles({ metadata }: Org): ReadonlyMap<string, DeployedBundle> {
  return new Map(
    metadata
      .components('LightningComponentBundle')
      .map(({ fullName, code = '', xml }) => [fullName, { code, configuration: xml }])
  );
}

/** The labels that were deployed, by name: in a language where it has a translation, else as written. */
export function deployedLabels({ metadata }: Org, language = 'en_US'): ReadonlyMap<string, string> {
  const translated = metadata.component('Translations', language)?.xml;
  const texts = new Map(
    (translated?.children ?? [])
      .filter(({ name }) => name === 'customLabels')
      .map((element) => [textOfChild(element, 'name'), childOf(element, 'label')?.text ?? ''])
  );
  return new Map(
    metadata
      .components('CustomLabel')
      .map(({ fullName, xml }) => [fullName, texts.get(fullName) ?? childOf(xml, 'value')?.text ?? ''])
  );
}

/** The quick actions that were deployed. */
export function deployedQuickActions({ metadata }: Org): readonly DeployedQuickAction[] {
  return metadata.components('QuickAction').map(({ fullName, xml }) => {
    const [object = '', name = ''] = fullName.split('.');
    const actionSubtype = textOfChild(xml, 'actionSubtype') === 'Action' ? 'Action' : 'ScreenAction';
    const component = textOfChild(xml, 'lightningWebComponent').replace(/^c:/, '');
    return { object, name, label: textOfChild(xml, 'label'), component, actionSubtype };
  });
}
