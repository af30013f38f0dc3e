import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { customLabelsIn } from 'sf-cli/labelXml';

/** The names of the custom labels in `labels/*.labels-meta.xml`. */
export async function labelNames(labelsFolder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(labelsFolder)).filter((name) => name.endsWith('.labels-meta.xml'));
  const xmls = await Promise.all(files.map((name) => readFile(join(labelsFolder, name), 'utf8')));
  return new Set(xmls.flatMap((xml) => customLabelsIn(xml).map(([name]) => name)));
}
