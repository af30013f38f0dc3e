import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is deployed from a bundle's folder; its JavaScript lies where it was emitted. */
const DEPLOYED = /\.(html|css|svg|js-meta\.xml)$/;

export async function bundleNames(lwcFolder: string): Promise<readonly string[]> {
  const entries = await readdir(lwcFolder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : []));
}

/** A bundle's content by file name, as a deploy would send it. */
export async function readBundle(sourceFolder: string, emittedFolder: string): Promise<Record<string, string>> {
  const [source, emitted] = await Promise.all([
    readFiles(sourceFolder, (name) => DEPLOYED.test(name)),
    readFiles(emittedFolder, (name) => name.endsWith('.js'))
  ]);
  return { ...source, ...emitted };
}

async function readFiles(folder: string, isWanted: (name: string) => boolean): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() && isWanted(entry.name) ? entry.name : []));
  const contents = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)
  );
  return Object.fromEntries<string>(contents);
}
