import type { XmlValue } from '../../../engine/xml/writeXml.ts';
import { textOfChild, type XmlElement } from '../../../engine/xml/xml.ts';
import type { View } from '../../shared/view.ts';
import { settings } from '../types/settings.ts';

/**
 * Changes settings, and returns one result for each; null where one has another metadata type, which is not modelled. The texts of
 * problems are those of a deploy. Source: Metadata API Developer Guide, updateMetadata(), SaveResult, Error.
 */
export function updateMetadata({ org, person }: View, given: readonly XmlElement[]): XmlValue | null {
  if (!given.every((element) => typeOf(element).endsWith('Settings'))) return null;
  return given.map((element) => {
    const fullName = textOfChild(element, 'fullName');
    const xml = { ...element, children: element.children.filter(({ name }) => name !== 'fullName') };
    const component = { type: 'Settings', fullName, fileName: fullName, xml, files: new Map() };
    const problems: string[] = [];
    org.metadata.transact(person, new Map(), (transaction) => {
      problems.push(...settings.check(component, transaction).map(({ problem }) => problem));
      if (problems.length > 0) return false;
      settings.apply?.(component, transaction);
      return true;
    });
    return {
      errors: problems.map((message) => ({ message, statusCode: 'INVALID_FIELD' })),
      fullName,
      success: problems.length === 0
    };
  });
}

/** The metadata type, which the attribute `xsi:type` names: `CommunitiesSettings`. */
export function typeOf({ attributes }: XmlElement): string {
  const [, type = ''] = Object.entries(attributes).find(([name]) => /(?:^|:)type$/.test(name)) ?? [];
  return type.replace(/^.*:/, '');
}
