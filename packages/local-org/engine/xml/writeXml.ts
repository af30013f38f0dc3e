/** The content of a SOAP response. A list repeats its element, undefined is left out, null becomes `xsi:nil`. */
export type XmlValue =
  string | number | boolean | null | undefined | readonly XmlValue[] | { readonly [name: string]: XmlValue };

/** Writes `<name>…</name>` without white space between elements. */
export function writeXml(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (isList(value)) return value.map((one) => writeXml(name, one)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeText(String(value))}</${name}>`;
  const content = Object.entries(value)
    .map(([child, one]) => writeXml(child, one))
    .join('');
  return `<${name}>${content}</${name}>`;
}

/** Escapes a text for the content of an element. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}
