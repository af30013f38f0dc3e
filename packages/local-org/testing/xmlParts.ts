import { escapeText } from '../engine/xml/writeXml.ts';

/** The content of an element: text, elements, or several elements of the same name. */
type XmlValue = string | number | boolean | XmlParts | readonly (string | XmlParts)[];
export interface XmlParts {
  readonly [name: string]: XmlValue | undefined;
}

/** Writes elements as XML, in their order. */
export function xmlOf(parts: XmlParts): string {
  return Object.entries(parts)
    .flatMap(([name, value]) => {
      if (value === undefined) return [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values.map((one) => `<${name}>${isParts(one) ? xmlOf(one) : escapeText(String(one))}</${name}>`);
    })
    .join('\n');
}

export function isParts(value: unknown): value is XmlParts {
  return typeof value === 'object' && value !== null;
}
