import { escapeText } from '../../../engine/xml/writeXml.ts';
import type { XmlElement } from '../../../engine/xml/xml.ts';
import { METADATA_NAMESPACE } from '../metadataTypes.ts';

/** Writes a metadata file as orgs do: indented by four spaces, without comments. */
export function writeMetadataFile(typeName: string, children: readonly XmlElement[]): Uint8Array {
  const content = children.map((child) => writeElement(child, 1)).join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${typeName} xmlns="${METADATA_NAMESPACE}">\n${content}</${typeName}>\n`;
  return new TextEncoder().encode(text);
}

/** Makes an element of a file that the org generates. */
export function element(name: string, content: string | readonly XmlElement[]): XmlElement {
  const nowhere = { line: 0, column: 0 };
  return {
    name,
    namespace: METADATA_NAMESPACE,
    attributes: {},
    children: typeof content === 'string' ? [] : content,
    text: typeof content === 'string' ? content : '',
    start: nowhere,
    end: nowhere
  };
}

function writeElement({ name, attributes, children, text }: XmlElement, depth: number): string {
  const indent = '    '.repeat(depth);
  const written = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (children.length > 0) {
    const inner = children.map((child) => writeElement(child, depth + 1)).join('');
    return `${indent}<${name}${written}>\n${inner}${indent}</${name}>\n`;
  }
  return text === ''
    ? `${indent}<${name}${written}/>\n`
    : `${indent}<${name}${written}>${escapeText(text)}</${name}>\n`;
}
