import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

interface CustomLabels {
  readonly CustomLabels: { readonly labels: readonly { readonly fullName: string; readonly value: string }[] };
}

const FILE = join(process.cwd(), 'force-app/main/default/labels/CustomLabels.labels-meta.xml');

/** Reads the custom labels by name, with their whitespace, as a deployment sends them. */
export function readCustomLabels(): ReadonlyMap<string, string> {
  const parser = new XMLParser({ trimValues: false, parseTagValue: false, isArray: (name) => name === 'labels' });
  const { CustomLabels } = parser.parse(readFileSync(FILE, 'utf8')) as CustomLabels;
  return new Map(CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
