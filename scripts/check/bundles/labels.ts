import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });

/** The names of the custom labels in `labels/*.labels-meta.xml`. */
export async function labelNames(labelsFolder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(labelsFolder)).filter((name) => name.endsWith('.labels-meta.xml'));
  const names = await Promise.all(files.map(async (name) => namesIn(await readFile(join(labelsFolder, name), 'utf8'))));
  return new Set(names.flat());
}

interface CustomLabels {
  readonly CustomLabels?: { readonly labels?: readonly { readonly fullName: string }[] };
}

function namesIn(xml: string): readonly string[] {
  // The shape is the Metadata API's: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_customlabels.htm
  const { CustomLabels } = parser.parse(xml) as CustomLabels;
  return (CustomLabels?.labels ?? []).map(({ fullName }) => fullName);
}
