import { XMLParser } from 'fast-xml-parser';

/** A place in a text. Line and column count from one. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One element, by its local name. Comments and processing instructions are left out. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, with entities resolved and white space kept. */
  readonly text: string;
  /** The end of the start tag: a SAX parser reports an element with this position. */
  readonly start: Position;
  /** The end of the end tag. */
  readonly end: Position;
}

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: string; readonly position: Position };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  captureMetaData: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true
});

/** Reads a document. The problem of one that is not well-formed has the text of Xerces, which orgs use, as far as it is known. */
export function parseXml(text: string): ParsedXml {
  const source = text.replace(/^\uFEFF/, '');
  const positions = positionsIn(source);
  let nodes: unknown;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package that we do not have
    nodes = parser.parse(source, true);
  } catch (error) {
    return notWellFormed(error);
  }
  const root = elementsOf(nodes, source, positions, { '': '' })[0];
  return root === undefined
    ? { ok: false, problem: 'Premature end of file.', position: { line: 1, column: 1 } }
    : { ok: true, root };
}

/** The first child with this name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All children with this name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child with this name; empty if there is no such child. */
export function textOfChild(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}

/** Splits the parser's `message:line:column`, and words an unclosed element as Xerces does. */
function notWellFormed(error: unknown): ParsedXml {
  const text = error instanceof Error ? error.message : String(error);
  const [, message = text, line = '1', column = '1'] = /^(.*):(\d+):(\d+|undefined)$/s.exec(text) ?? [];
  const expected = /^Expected closing tag '([^']+)'/.exec(message)?.[1];
  const problem =
    expected === undefined
      ? message
      : `The element type "${expected}" must be terminated by the matching end-tag "</${expected}>".`;
  return { ok: false, problem, position: { line: Number(line), column: Number(column) || 1 } };
}

type Namespaces = Readonly<Record<string, string>>;

function elementsOf(
  nodes: unknown,
  source: string,
  positions: (index: number) => Position,
  scope: Namespaces
): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (typeof node !== 'object' || node === null) return [];
    const entry = Object.entries(node).find(([key]) => key !== ':@' && key !== '#text');
    if (entry === undefined) return [];
    const tag = entry[0];
    const content: unknown = entry[1];
    const attributes = attributesOf(':@' in node ? node[':@'] : undefined);
    const inner = { ...scope, ...declaredIn(attributes) };
    const [prefix, local] = splitName(tag);
    const { startIndex, endIndex } = extentOf(node);
    return [
      {
        name: local,
        namespace: inner[prefix] ?? '',
        attributes,
        children: elementsOf(content, source, positions, inner),
        text: textIn(content),
        start: positions(endOfStartTag(source, startIndex)),
        end: positions(endIndex)
      }
    ];
  });
}

function textIn(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((node: unknown) => (typeof node === 'object' && node !== null && '#text' in node ? String(node['#text']) : ''))
    .join('');
}

function attributesOf(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, text]: [string, unknown]) => [name, String(text)]))
    : {};
}

function declaredIn(attributes: Readonly<Record<string, string>>): Namespaces {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, uri]) => {
      if (name === 'xmlns') return [['', uri]];
      return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), uri]] : [];
    })
  );
}

function splitName(tag: string): readonly [prefix: string, local: string] {
  const colon = tag.indexOf(':');
  return colon < 0 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

function extentOf(node: object): { readonly startIndex: number; readonly endIndex: number } {
  // The parser stores the extent under a symbol, the only one that a node has.
  const [symbol] = Object.getOwnPropertySymbols(node);
  const extent: unknown = symbol === undefined ? undefined : Reflect.get(node, symbol);
  const numberOf = (name: string): number => {
    const value: unknown = typeof extent === 'object' && extent !== null ? Reflect.get(extent, name) : undefined;
    return typeof value === 'number' ? value : 0;
  };
  return { startIndex: numberOf('startIndex'), endIndex: numberOf('endIndex') };
}

function endOfStartTag(source: string, startIndex: number): number {
  const tag = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(source.slice(startIndex, startIndex + MAX_TAG));
  return startIndex + (tag?.[0].length ?? 0);
}

/** Start tags of metadata and SOAP are shorter than this. */
const MAX_TAG = 4096;

function positionsIn(source: string): (index: number) => Position {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] ?? 0) + 1 };
  };
}
